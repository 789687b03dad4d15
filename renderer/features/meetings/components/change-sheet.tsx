import { useState } from 'react'
import { adjustmentTo, detailsOf, isAdjusting, type Adjustment } from '#shared/domain/meetings/adjustment.ts'
import { agendaItemOf } from '#shared/domain/meetings/follow.ts'
import type { AgendaItem, CallDetails, Meeting } from '#shared/domain/meetings/meeting.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useManyActs, type OneAct } from '../../../workplace/tasks/use-many-acts.ts'
import { laterIn, useSeries, type SeriesRow } from '../hooks/use-series.ts'
import { holdingRooms, meetingsIn, movedAlike } from '../use-cases/series-plan.ts'
import { CallSheet } from './call-sheet.tsx'
import { ScopeChoice, type Scope } from './scope-choice.tsx'

interface ChangeSheetProps {
  readonly meeting: Meeting
  readonly onClose: () => void
}

/** Changes a meeting, or it and those of its series behind it, in one confirmation; only what was changed is, so that nothing of somebody else's is lost. */
export function ChangeSheet({ meeting, onClose }: ChangeSheetProps) {
  const t = useT()
  const actMany = useManyActs()
  const later = laterIn(useSeries(meeting.series), meeting)
  const [scope, setScope] = useState<Scope>('this')
  const done = (details: CallDetails, items: readonly AgendaItem[]): void => {
    const acts = actsOfChange(meeting, details, items, scope === 'later' ? later : [])
    if (acts.length === 0) {
      onClose()
      return
    }
    void actMany(acts, (taken) => ({
      icon: 'pencil',
      text: t('series.changed', { count: meetingsIn(taken) }),
    })).then(({ length }) => {
      if (length > 0) onClose()
    })
  }
  return (
    <CallSheet title={t('meetings.verbs.change')} meeting={meeting} onClose={onClose} onDone={done}>
      <ScopeChoice later={later} value={scope} onChange={setScope} />
      {scope === 'later' && <p className="dim">{t('series.agendaHint')}</p>}
    </CallSheet>
  )
}

function actsOfChange(
  meeting: Meeting,
  details: CallDetails,
  items: readonly AgendaItem[],
  later: readonly SeriesRow[],
): readonly OneAct[] {
  const before = detailsOf(meeting)
  const change = adjustmentTo(before, details)
  const agenda = items.map(agendaItemOf)
  const known = meeting.items.map(agendaItemOf)
  const own = { kind: 'meeting', id: meeting.id } as const
  const hasMoved = details.from !== before.from || details.until !== before.until
  const adjust = (id: string, payload: Adjustment): readonly OneAct[] =>
    isAdjusting(payload)
      ? [
          { aggregate: { kind: 'meeting', id }, type: 'meeting.adjust', payload },
          ...(hasMoved || payload.details.rooms !== undefined ? holdingRooms(id, details.rooms) : []),
        ]
      : []
  return [
    ...adjust(meeting.id, change),
    ...(JSON.stringify(agenda) === JSON.stringify(known)
      ? []
      : [{ aggregate: own, type: 'meeting.setAgenda', payload: { items: agenda } }]),
    ...later.flatMap((row) => {
      const time = hasMoved ? movedAlike(row, before, details) : {}
      return adjust(row.id, { ...change, details: { ...change.details, ...time } })
    }),
  ]
}
