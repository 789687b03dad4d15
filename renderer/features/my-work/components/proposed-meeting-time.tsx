import { useMeeting } from '../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { ProposedTime } from '../../../workplace/meetings/proposed-time.tsx'
import { useAct } from '../../../workplace/use-act.ts'

interface ProposedMeetingTimeProps {
  readonly meeting: string
  /** The post of the member who proposed it. */
  readonly by: string
}

/** When a meeting is, and when a member proposes to hold it: taken or not without leaving the list. */
export function ProposedMeetingTime({ meeting, by }: ProposedMeetingTimeProps) {
  const t = useT()
  const formats = useFormats()
  const act = useAct()
  const state = useMeeting(meeting)?.state
  const proposed = state?.members.find(({ post }) => post === by)?.proposed
  if (state === undefined || proposed === undefined) return null
  const { from, until } = proposed
  return (
    <>
      <span className="num">
        {t('today.meetingNow', {
          day: formats.fullDate(state.from),
          hours: `${formats.time(state.from)}–${formats.time(state.until)}`,
        })}
      </span>
      <ProposedTime
        from={from}
        until={until}
        onSettle={(isTaken) =>
          void act({ kind: 'meeting', id: meeting }, 'meeting.settleTime', { post: by, from, until, isTaken })
        }
      />
    </>
  )
}
