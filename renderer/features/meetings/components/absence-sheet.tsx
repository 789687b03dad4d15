import { useState } from 'react'
import { peopleOf, type Meeting } from '#shared/domain/meetings/meeting.ts'
import { usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import classes from './meetings.module.css'

interface AbsenceSheetProps {
  readonly meeting: Meeting
  readonly onClose: () => void
  readonly onConfirm: (reason: string, substitute: string | null) => void
}

/** Why one stays away, and who comes instead: hears and speaks, without a vote (MT-6). */
export function AbsenceSheet({ meeting, onClose, onConfirm }: AbsenceSheetProps) {
  const t = useT()
  const { post } = useDesk()
  const answer = meeting.members.find((member) => member.post === post)?.answer
  const [reason, setReason] = useState(answer?.reason ?? '')
  const [substitute, setSubstitute] = useState<readonly string[]>(
    answer?.substitute == null ? [] : [answer.substitute],
  )
  const called = peopleOf(meeting)
  const options = (usePeople() ?? [])
    .filter(({ id }) => !called.includes(id) || id === answer?.substitute)
    .map(({ id, name, title }) => ({ id, name, detail: title }))
  const isReady = reason.trim() !== ''
  const done = (): void => {
    if (isReady) onConfirm(reason, substitute[0] ?? null)
  }
  return (
    <FormSheet
      title={t('meetings.asking.absence.title')}
      confirm={t('meetings.asking.absence.confirm')}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <div className={classes.form}>
        <TextAreaRow
          label={t('meetings.asking.absence.label')}
          autoFocus
          value={reason}
          onValue={setReason}
        />
        <PeopleRow
          label={t('meetings.fields.substitute')}
          hint={t('meetings.fields.substituteHint')}
          isOptional
          options={options}
          value={substitute}
          onChange={setSubstitute}
        />
      </div>
    </FormSheet>
  )
}
