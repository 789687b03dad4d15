import { createTheme } from '@mantine/core'
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'
import parts from './mantine-parts.module.css'

/** River blue, the one civic accent: shade 7 on light, shade 3 on dark. */
const lam: MantineColorsTuple = [
  '#eef5fa',
  '#d6e6f1',
  '#aed1e7',
  '#86bde0',
  '#5ca3cf',
  '#3a86b7',
  '#236b99',
  '#14577f',
  '#104a6d',
  '#0b3752',
]

export const theme = createTheme({
  fontFamily: 'var(--font-ui)',
  headings: { fontFamily: 'var(--font-ui)', fontWeight: '600' },
  colors: { lam },
  primaryColor: 'lam',
  primaryShade: { light: 7, dark: 3 },
  defaultRadius: 6,
  fontSizes: { xs: '11px', sm: '13px', md: '14px', lg: '16px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '20px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Input: { defaultProps: { size: 'sm' }, classNames: { input: parts.input, wrapper: parts.inputWrapper } },
    InputWrapper: {
      defaultProps: { size: 'sm' },
      classNames: { label: parts.label, error: parts.error, description: parts.description },
    },
    Textarea: { defaultProps: { autosize: true, minRows: 2, maxRows: 10 } },
    Select: { defaultProps: { allowDeselect: false, checkIconPosition: 'right' } },
    Combobox: {
      defaultProps: { shadow: 'none', transitionProps: { duration: 120 } },
      classNames: { dropdown: parts.dropdown, option: parts.option },
    },
    Popover: { defaultProps: { shadow: 'none' }, classNames: { dropdown: parts.dropdown } },
    Menu: {
      defaultProps: { shadow: 'none', transitionProps: { duration: 120 } },
      classNames: { dropdown: parts.dropdown, item: parts.menuItem, label: parts.menuLabel },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false }, classNames: { tooltip: parts.tooltip } },
    Checkbox: { defaultProps: { size: 'xs', radius: 4 } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 12,
        overlayProps: { color: 'var(--scrim)', backgroundOpacity: 1 },
      },
    },
  },
})

/** Mantine's own variables follow the tokens, so that a raw Mantine part never shows a colour of its own. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const tokens = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--dim)',
    '--mantine-color-placeholder': 'var(--faint)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--raised)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-error': 'var(--over)',
    '--mantine-color-disabled': 'var(--raised)',
    '--mantine-color-disabled-color': 'var(--faint)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
  }
  return { variables: {}, light: tokens, dark: tokens }
}
