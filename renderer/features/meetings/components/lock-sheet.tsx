import { useT } from '../../../i18n/language-provider.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'

interface LockSheetProps {
  readonly onClose: () => void
  readonly onLock: () => void
}

/** Asked once: from then on nobody's wish changes the minutes. */
export function LockSheet({ onClose, onLock }: LockSheetProps) {
  const t = useT()
  return (
    <FormSheet
      title={t('concluding.lock.title')}
      description={t('concluding.lock.explain')}
      confirm={t('concluding.lock.confirm')}
      isFinal
      onClose={onClose}
      onConfirm={onLock}
    />
  )
}
