import { useT } from '../i18n/language-provider.tsx'
import { Button } from './button.tsx'

export interface SheetFooterProps {
  /** What is done, in the words of its verb. */
  readonly confirm: string
  readonly isReady: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** Cancel, then the act with its key. */
export function SheetFooter({ confirm, isReady, onClose, onConfirm }: SheetFooterProps) {
  const t = useT()
  return (
    <>
      <Button variant="quiet" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      <Button variant="primary" keyHint="Ctrl Enter" disabled={!isReady} onClick={onConfirm}>
        {confirm}
      </Button>
    </>
  )
}
