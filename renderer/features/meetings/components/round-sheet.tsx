import { useState } from 'react'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { DeadlineInput } from '../../../workplace/tasks/deadline-input.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'

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
    <FormSheet
      title={t('concluding.round.title')}
      description={t('concluding.round.explain')}
      confirm={t('concluding.round.confirm')}
      onClose={onClose}
      onConfirm={done}
    >
      <DeadlineInput
        label={t('concluding.round.until')}
        otherwise={null}
        onDate={setUntil}
        onSubmit={done}
        isAutoFocused
      />
    </FormSheet>
  )
}
