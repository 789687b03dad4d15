import { useT } from '../i18n/language-provider.tsx'
import { Button } from './button.tsx'

export interface SheetFooterProps {
  /** What is done, in the words of its verb. */
  readonly confirm: string
  readonly isReady: boolean
  /** It cannot be taken back: Cancel has the keys when the sheet opens. */
  readonly isFinal?: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** Cancel, then the act with its key. */
export function SheetFooter({ confirm, isReady, isFinal = false, onClose, onConfirm }: SheetFooterProps) {
  const t = useT()
  return (
    <>
      <Button variant="quiet" data-awaits-keys={isFinal || undefined} onClick={onClose}>
        {t('common.cancel')}
      </Button>
      <Button
        variant="primary"
        keyHint="Ctrl Enter"
        data-awaits-keys={!isFinal || undefined}
        disabled={!isReady}
        onClick={onConfirm}
      >
        {confirm}
      </Button>
    </>
  )
}
