import { Menu } from '@mantine/core'
import { useT } from '../i18n/language-provider.tsx'
import { Button, IconButton } from './button.tsx'
import { cx } from './cx.ts'
import type { IconName } from './icons.ts'
import { KeyHint } from './key-hint.tsx'
import classes from './verb-bar.module.css'

/** One act on the open document. */
export interface Verb {
  readonly id: string
  readonly label: string
  readonly icon?: IconName | undefined
  /** As shown: `R`, `Ctrl Enter`. */
  readonly keys?: string | undefined
  /** Why it cannot be done now, what to do, and where that is written; such a verb stands under `…` only. */
  readonly why?: VerbRule | undefined
  readonly run: () => void
}

/** The rule that keeps a verb from being done. */
export interface VerbRule {
  readonly words: string
  readonly remedy: string
  /** `Nghị định 30/2020, Điều 15 khoản 2`; null for a rule of the software. */
  readonly citation: string | null
}

export interface VerbBarProps {
  /** In the order do, do and next step, return, side acts; the first that can be done is the primary. */
  readonly verbs: readonly Verb[]
  readonly hasPrimary?: boolean
  /** In a header line, without a ground of its own. */
  readonly isInline?: boolean
}

const SHOWN = 5

/** Up to five verbs as buttons; the rest, and those that cannot be done with their reason, under `…`. */
export function VerbBar({ verbs, hasPrimary = true, isInline = false }: VerbBarProps) {
  const t = useT()
  const possible = verbs.filter((verb) => verb.why === undefined)
  const impossible = verbs.filter((verb) => verb.why !== undefined)
  const [shown, folded] = [possible.slice(0, SHOWN), possible.slice(SHOWN)]
  const buttons = shown.map((verb, index) => (
    <Button
      key={verb.id}
      variant={hasPrimary && index === 0 ? 'primary' : 'default'}
      icon={index < 2 ? verb.icon : undefined}
      keyHint={verb.keys}
      onClick={verb.run}
    >
      {verb.label}
    </Button>
  ))
  return (
    <div className={cx(classes.bar, isInline && classes.inline)}>
      {buttons.slice(0, -1)}
      {/* What is behind `…` never stands in a line alone. */}
      <div className={classes.end}>
        {buttons.at(-1)}
        {!isInline && <span className="spacer" />}
        {folded.length + impossible.length > 0 && (
          <Menu width={320} position="bottom-end">
            <Menu.Target>
              <IconButton icon="dots" label={t('common.moreActions')} />
            </Menu.Target>
            <Menu.Dropdown>
              {[...folded, ...impossible].map((verb) => (
                <Menu.Item
                  key={verb.id}
                  disabled={verb.why !== undefined}
                  onClick={verb.run}
                  rightSection={verb.keys === undefined ? undefined : <KeyHint keys={verb.keys} />}
                >
                  <span className={classes.label}>{verb.label}</span>
                  {verb.why !== undefined && <Why rule={verb.why} />}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </div>
  )
}

function Why({ rule: { words, remedy, citation } }: { readonly rule: VerbRule }) {
  return (
    <>
      <span className={classes.reason}>
        {words} {remedy}
      </span>
      {citation !== null && <span className={classes.citation}>{citation}</span>}
    </>
  )
}
