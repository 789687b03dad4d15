import { useT } from '../../../i18n/language-provider.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { SheetFooter } from '../../../ui/sheet-footer.tsx'

interface LockSheetProps {
  readonly onClose: () => void
  readonly onLock: () => void
}

/** Asked once: from then on nobody's wish changes the minutes. */
export function LockSheet({ onClose, onLock }: LockSheetProps) {
  const t = useT()
  return (
    <SheetDialog
      isOpen
      place="middle"
      title={t('concluding.lock.title')}
      description={t('concluding.lock.explain')}
      onClose={onClose}
      onConfirm={onLock}
      footer={
        <SheetFooter confirm={t('concluding.lock.confirm')} isReady onClose={onClose} onConfirm={onLock} />
      }
    />
  )
}
