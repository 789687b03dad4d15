import type { AgendaItem, CallDetails } from '#shared/domain/meetings/meeting.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { CallStart } from '../../../workplace/meetings/call-start.ts'
import { useManyActs } from '../../../workplace/tasks/use-many-acts.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useBookRooms } from '../hooks/use-book-rooms.ts'
import { useNewId } from '../hooks/use-meeting-acts.ts'
import { actsOfPlan, meetingsIn, type SeriesPlan } from '../use-cases/series-plan.ts'
import { CallSheet } from './call-sheet.tsx'

interface NewMeetingProps {
  readonly start?: CallStart
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}

/** The sheet of a new meeting or series, and its draft. */
export function NewMeeting({ start, onClose, onMade }: NewMeetingProps) {
  const t = useT()
  const act = useAct()
  const newId = useNewId()
  const book = useBookRooms()
  const actMany = useManyActs()
  const callSeries = (plan: SeriesPlan, details: CallDetails, items: readonly AgendaItem[]): void => {
    const id = newId()
    void actMany(actsOfPlan(plan, id, details, items), (taken) => ({
      icon: 'repeat',
      text: t('series.called', { count: meetingsIn(taken) }),
    })).then(({ length }) => {
      if (length === 0) return
      onMade(id)
      onClose()
    })
  }
  return (
    <CallSheet
      title={t('meetings.verbs.new')}
      start={start}
      onClose={onClose}
      onDone={(details, items, series) => {
        if (series !== null) {
          callSeries(series, details, items)
          return
        }
        const ref = { kind: 'meeting', id: newId() } as const
        void act(ref, 'meeting.draft', details).then(async (done) => {
          if (done === undefined) return
          if (items.length > 0) await act(ref, 'meeting.setAgenda', { items })
          onMade(ref.id)
          onClose()
          await book(ref.id, details)
        })
      }}
    />
  )
}
