import { useState } from 'react'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { SheetFooter } from '../../../ui/sheet-footer.tsx'
import { DeadlineInput } from '../../../workplace/tasks/deadline-input.tsx'

interface RoundSheetProps {
  readonly onClose: () => void
  readonly onSend: (until: LocalDate | null) => void
}

/** Sends the minutes to everybody called; a last day for wishes may be set. */
export function RoundSheet({ onClose, onSend }: RoundSheetProps) {
  const t = useT()
  const [until, setUntil] = useState<LocalDate | null>(null)
  const done = (): void => onSend(until)
  return (
    <SheetDialog
      isOpen
      place="middle"
      title={t('concluding.round.title')}
      description={t('concluding.round.explain')}
      onClose={onClose}
      onConfirm={done}
      footer={
        <SheetFooter confirm={t('concluding.round.confirm')} isReady onClose={onClose} onConfirm={done} />
      }
    >
      <DeadlineInput
        label={t('concluding.round.until')}
        otherwise={null}
        onDate={setUntil}
        onSubmit={done}
        isAutoFocused
      />
    </SheetDialog>
  )
}
