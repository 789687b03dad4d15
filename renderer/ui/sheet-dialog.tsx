import { Portal } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { useId } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { IconButton } from './button.tsx'
import { useFocusReturn } from './focus-return.ts'
import { focusScope } from './focus-scope.ts'
import classes from './sheet-dialog.module.css'

export interface SheetDialogProps {
  readonly title: string
  /** What and how much, and what is held back. */
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Cancel first, then the act; its errors stand in place above. */
  readonly footer: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  /** At the right foot, so that what it speaks of stays in sight; or in the middle. */
  readonly place?: 'corner' | 'middle'
  /** px */
  readonly width?: number
  /** Ctrl Enter, and Enter outside of text fields. */
  readonly onConfirm?: (() => void) | undefined
  /** Acts by one physical key (`KeyN`), where no text is being written. */
  readonly keys?: Readonly<Record<string, () => void>> | undefined
}

/** A sheet for the few acts that ask: a legal effect that cannot be undone, a reason, a loss of data. */
export function SheetDialog(props: SheetDialogProps) {
  return props.isOpen ? <OpenSheet {...props} /> : null
}

function OpenSheet({
  title,
  description,
  children,
  footer,
  onClose,
  place = 'corner',
  width = 404,
  onConfirm,
  keys,
}: SheetDialogProps) {
  const t = useT()
  const titleId = useId()
  const aboutId = useId()
  const ref = useMergedRef(useFocusReturn(), focusScope)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    event.stopPropagation()
    if (event.code === 'Escape') onClose()
    const isText = event.target instanceof HTMLElement && event.target.matches(TEXT)
    const act = event.ctrlKey || event.altKey || event.metaKey || isText ? undefined : keys?.[event.code]
    if (act !== undefined) {
      event.preventDefault()
      act()
      return
    }
    const isField =
      event.target instanceof HTMLElement &&
      event.target.matches('input, textarea, [contenteditable], button')
    if (event.code === 'Enter' && onConfirm !== undefined && (event.ctrlKey || !isField)) {
      event.preventDefault()
      onConfirm()
    }
  }

  return (
    <Portal>
      <div className={classes.scrim} onClick={onClose} />
      <div
        ref={ref}
        role="dialog"
        aria-modal
        aria-labelledby={titleId}
        aria-describedby={description === undefined ? undefined : aboutId}
        tabIndex={-1}
        className={classes[place]}
        style={{ width }}
        onKeyDown={onKeyDown}
      >
        <header className={classes.head}>
          <h2 id={titleId} className={classes.title}>
            {title}
          </h2>
          {description !== undefined && (
            <div id={aboutId} className={classes.description}>
              {description}
            </div>
          )}
        </header>
        {children !== undefined && <div className={classes.body}>{children}</div>}
        <footer className={classes.foot}>{footer}</footer>
        {/* Last, so that the first field or act has the keys when the sheet opens. */}
        <div className={classes.close}>
          <IconButton icon="x" label={t('common.close')} onClick={onClose} />
        </div>
      </div>
    </Portal>
  )
}

const TEXT = 'input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable]'

/** A quiet ground for facts inside a sheet: signer, certificate, what happens next. */
export function SheetFacts({ children }: { readonly children: ReactNode }) {
  return <div className={classes.facts}>{children}</div>
}
