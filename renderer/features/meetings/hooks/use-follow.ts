import { useCallback } from 'react'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import { useMeetings } from '../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useMeetingActs } from './use-meeting-acts.ts'
import { useSeries } from './use-series.ts'

/** The meeting that this one goes on from: the one it already does, else the last of its series that was held before it. */
export function useEarlier(meeting: Meeting): string | undefined {
  const held = useSeries(meeting.series).filter(
    ({ from, status }) => from < meeting.from && (status === 'concluded' || status === 'archived'),
  )
  return meeting.follows ?? held.at(-1)?.id
}

/** Takes over from an earlier meeting its minutes to be approved, and the items it came to no conclusion about. */
export function useFollow(meeting: Meeting): (earlier: string) => Promise<boolean> {
  const t = useT()
  const formats = useFormats()
  const past = useMeetings('past')
  const { undoable } = useMeetingActs(meeting.id)
  return useCallback(
    (earlier) => {
      const row = past?.find(({ id }) => id === earlier)
      const title = row?.title ?? ''
      const minutesTitle = t('series.approveItem', {
        date: row === undefined ? '' : formats.date(localDateOf(row.from)),
      })
      return undoable(
        'meeting.follow',
        { meeting: earlier, minutesTitle },
        {
          icon: 'repeat',
          text: t('series.followed', { title }),
        },
      )
    },
    [past, undoable, formats, t],
  )
}
