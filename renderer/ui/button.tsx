import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import classes from './button.module.css'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { KeyHint } from './key-hint.tsx'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** At most one `primary` per region. */
  readonly variant?: 'primary' | 'default' | 'quiet'
  readonly size?: 'small' | 'normal' | 'large'
  readonly icon?: IconName | undefined
  /** The key that does the same, shown faintly at the end: `R`, `Ctrl Enter`. */
  readonly keyHint?: string | undefined
  /** Label left, key right, over the whole width. */
  readonly wide?: boolean
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({
  variant = 'default',
  size = 'normal',
  icon,
  keyHint,
  wide = false,
  children,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={cx(classes.button, classes[variant], classes[size], wide && classes.wide, className)}
      {...rest}
    >
      {icon !== undefined && <Icon name={icon} size="s" />}
      <span className={cx(classes.label, 'num')}>{children}</span>
      {keyHint !== undefined && <KeyHint keys={keyHint} bare />}
    </button>
  )
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: IconName
  /** What the picture does, for screen reader and tooltip. */
  readonly label: string
  readonly size?: 's' | 'm'
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({
  icon,
  label,
  size = 'm',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cx(classes.iconButton, className)}
      {...rest}
    >
      <Icon name={icon} size={size} />
    </button>
  )
}
