import { useState } from 'react'
import { attendances, type Attendance, type Meeting, type Member } from '#shared/domain/meetings/meeting.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useMeetingActs } from '../hooks/use-meeting-acts.ts'

interface AnswerForSheetProps {
  readonly meeting: Meeting
  readonly member: Member
  readonly onClose: () => void
}

/** What a member without a device told whoever runs the meeting. */
export function AnswerForSheet({ meeting, member: { post, answer }, onClose }: AnswerForSheetProps) {
  const t = useT()
  const nameOf = usePostNames()
  const { act } = useMeetingActs(meeting.id)
  const [attendance, setAttendance] = useState<Attendance>(answer?.attendance ?? 'coming')
  const [reason, setReason] = useState(answer?.reason ?? '')
  const isReady = attendance !== 'absent' || reason.trim() !== ''
  const done = (): void => {
    if (isReady)
      void act('meeting.answerFor', { post, attendance, reason: reason.trim() }).then((isDone) => {
        if (isDone) onClose()
      })
  }
  const title = t('meetings.entering.answerFor', { name: nameOf(post) })
  return (
    <FormSheet
      title={title}
      confirm={t('meetings.entering.note')}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <ChoiceBar
        label={title}
        choices={attendances.map((value) => ({ value, label: t(`meetings.attendance.${value}`) }))}
        value={attendance}
        onChange={setAttendance}
      />
      <TextAreaRow
        label={t('meetings.asking.absence.label')}
        isOptional={attendance !== 'absent'}
        value={reason}
        onValue={setReason}
      />
    </FormSheet>
  )
}
