import { useState } from 'react'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { useMeetings } from '../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'

interface FollowSheetProps {
  readonly meeting: Meeting
  readonly onClose: () => void
  readonly onFollow: (earlier: string) => void
}

/** Chooses the earlier meeting that this one goes on from. */
export function FollowSheet({ meeting, onClose, onFollow }: FollowSheetProps) {
  const t = useT()
  const formats = useFormats()
  const past = useMeetings('past')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const options = (past ?? [])
    .filter(({ id, status }) => id !== meeting.id && status !== 'cancelled')
    .map(({ id, title, from }) => ({ id, name: title, detail: formats.date(localDateOf(from)) }))
  const [earlier] = chosen
  const done = (): void => {
    if (earlier !== undefined) onFollow(earlier)
  }
  return (
    <FormSheet
      title={t('series.followTitle')}
      confirm={t('series.follow')}
      isReady={earlier !== undefined}
      onClose={onClose}
      onConfirm={done}
    >
      <PeopleRow
        label={t('series.followLabel')}
        hint={t('series.followHint')}
        options={options}
        value={chosen}
        onChange={setChosen}
      />
    </FormSheet>
  )
}
