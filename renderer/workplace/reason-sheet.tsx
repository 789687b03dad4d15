import { useState } from 'react'
import { FormSheet } from '../ui/form-sheet.tsx'
import { TextAreaRow } from '../ui/text-row.tsx'

interface ReasonSheetProps {
  readonly title: string
  readonly description?: string
  readonly label: string
  readonly confirm: string
  readonly isOptional?: boolean
  readonly place?: 'corner' | 'middle'
  readonly onClose: () => void
  readonly onConfirm: (reason: string) => void
}

/** One question: why. */
export function ReasonSheet({
  title,
  description,
  label,
  confirm,
  isOptional = false,
  place = 'middle',
  onClose,
  onConfirm,
}: ReasonSheetProps) {
  const [reason, setReason] = useState('')
  const isReady = isOptional || reason.trim() !== ''
  const done = (): void => {
    if (isReady) onConfirm(reason)
  }
  return (
    <FormSheet
      place={place}
      title={title}
      description={description}
      confirm={confirm}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <TextAreaRow label={label} isOptional={isOptional} value={reason} onValue={setReason} />
    </FormSheet>
  )
}
