import { useMemo, useState } from 'react'
import type { Post } from '#shared/domain/directory/directory.ts'
import { daysOfWeek, weekFrom, type WeekId } from '#shared/domain/schedule/iso-week.ts'
import { mayKeepLine, maySchedule, type DraftMeeting } from '#shared/domain/schedule/week-draft.ts'
import type { WeekLine } from '#shared/domain/schedule/week-line.ts'
import { useWeekDraft } from '../../../database/use-live-meetings.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ScreenHeader, type Box } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { hasRole } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { ChangesSheet } from '../components/changes-sheet.tsx'
import { gridOf, placeWithin, type GridPlace } from '../components/grid-places.ts'
import { LeftOut } from '../components/left-out.tsx'
import { LineFacts } from '../components/line-facts.tsx'
import { LineSheet, type StartedLine } from '../components/line-sheet.tsx'
import { WeekAddressSheet } from '../components/week-address-sheet.tsx'
import { WeekServerLine } from '../components/week-server-line.tsx'
import { WeekGrid } from '../components/week-grid.tsx'
import { WeekStrip } from '../components/week-strip.tsx'
import { useWeekActs } from '../hooks/use-week-acts.ts'
import { useWeekFiles } from '../hooks/use-week-files.ts'
import { useWeekKeys } from '../hooks/use-week-keys.ts'
import { useWeekVerbs } from '../hooks/use-week-verbs.ts'
import {
  changedLines,
  firstWeek,
  useLeaders,
  useWeekView,
  type WeekBox,
  type WeekView,
} from '../hooks/use-week-view.ts'

type Asking =
  | { readonly what: 'write'; readonly start: StartedLine }
  | { readonly what: 'add' }
  | { readonly what: 'look'; readonly line: WeekLine }
  | { readonly what: 'compare' }
  | { readonly what: 'address' }

const NO_LINES: readonly WeekLine[] = []

interface WeekScreenProps {
  readonly me: Post
  readonly boxes: readonly Box[]
  readonly box: WeekBox
  readonly onBox: (id: string) => void
}

/** The weekly schedule of the leaders: the office prepares and publishes it, everybody sees what was published. */
export function WeekScreen({ me, boxes, box, onBox }: WeekScreenProps) {
  const t = useT()
  const today = useToday()
  const office = { post: me.id, roles: me.roles }
  const mayPublish = maySchedule(office)
  const seesDraft = mayPublish || hasRole(me, 'leader')
  const [id, setId] = useState<WeekId>(() => firstWeek(today, mayPublish))
  const [asking, setAsking] = useState<Asking | null>(null)
  const [at, setAt] = useState<GridPlace | null>(null)
  const view = useWeekView(id, box)
  const before = useWeekDraft(weekFrom(id, -1))?.state
  const lines = view?.lines ?? NO_LINES
  const leaders = useLeaders(lines)
  const grid = useMemo(
    () =>
      gridOf(
        shownDays(id, lines),
        leaders.map((one) => one.id),
        lines,
      ),
    [id, leaders, lines],
  )
  const active = placeWithin(grid, at, me.id, today)
  const acts = useWeekActs(id)
  const files = useWeekFiles(id, box, view)
  const isDraft = box === 'draft'
  const mayWriteAt = (leader: string): boolean => isDraft && mayKeepLine(office, { leaders: [leader] })
  const writable = (line: WeekLine | undefined): WeekLine | undefined => {
    const typed = isDraft ? view?.draft?.lines.find((one) => one.id === line?.id) : undefined
    return typed !== undefined && mayKeepLine(office, typed) ? typed : undefined
  }
  const open = (place: GridPlace): void => {
    const line = grid.at(place)[place.line]
    const own = writable(line)
    if (own !== undefined) setAsking({ what: 'write', start: { ...own, line: own } })
    else if (line !== undefined) setAsking({ what: 'look', line })
    else if (mayWriteAt(place.leader)) setAsking({ what: 'write', start: startAt(place) })
  }
  const onWeek = useWeekKeys(asking !== null, setId)
  const verbs = useWeekVerbs({
    box,
    view,
    before,
    acts,
    files,
    isAsking: asking !== null,
    mayPublish,
    line: active === undefined ? undefined : writable(grid.at(active)[active.line]),
    leader: leaders.find((one) => one.id === active?.leader),
    mayAdd: active !== undefined && mayWriteAt(active.leader),
    ask: setAsking,
  })
  const changed = useMemo(() => changedLines(view, box), [view, box])
  const begun = asking?.what === 'add' && active !== undefined ? startAt(active) : undefined
  const start = asking?.what === 'write' ? asking.start : begun
  const close = (): void => setAsking(null)
  return (
    <>
      <ScreenHeader
        title={t('schedule.title')}
        boxes={boxes}
        activeBox={box}
        onBox={onBox}
        actions={<VerbBar verbs={verbs} isInline hasPrimary={isDraft && mayPublish} />}
      />
      <WeekStrip id={id} box={box} view={view} onWeek={onWeek} />
      {mayPublish && <WeekServerLine publishedAt={view?.latest?.at} />}
      {view === undefined ? (
        <SkeletonRows density="grid" />
      ) : active === undefined || (!isDraft && view.latest === undefined) ? (
        <EmptyState text={t('schedule.empty')} />
      ) : (
        <WeekGrid
          key={id}
          label={t('schedule.title')}
          grid={grid}
          leaders={leaders}
          today={today}
          active={active}
          changed={changed}
          onMove={setAt}
          onOpen={open}
        />
      )}
      {isDraft && view?.draft != null && (
        <LeftOut
          meetings={view.draft.meetings}
          onTakeIn={mayPublish ? (meeting) => void acts.treat(meeting, 'shown') : undefined}
        />
      )}
      {start !== undefined && (
        <LineSheet
          start={start}
          leaders={leaders}
          onClose={close}
          onDone={(line) =>
            void acts
              .keep([{ ...line, id: start.line?.id ?? acts.newId() }])
              .then((isKept) => isKept && close())
          }
        />
      )}
      {asking?.what === 'look' && (
        <LineFacts
          line={asking.line}
          treatment={
            mayPublish && isDraft
              ? treatmentOf(view, asking.line, (meeting, as) => {
                  close()
                  void acts.treat(meeting, as)
                })
              : undefined
          }
          onClose={close}
        />
      )}
      {asking?.what === 'compare' && view !== undefined && (
        <ChangesSheet view={view} hasDraft={seesDraft} onClose={close} />
      )}
      {asking?.what === 'address' && <WeekAddressSheet leaders={leaders} onClose={close} />}
    </>
  )
}

/** Working days always, of the weekend what something takes place on. */
function shownDays(id: WeekId, lines: readonly WeekLine[]) {
  return daysOfWeek(id).filter((day, index) => index < 5 || lines.some((line) => line.day === day))
}

const startAt = ({ day, half, leader }: GridPlace): StartedLine => ({ day, half, leaders: [leader] })

function treatmentOf(
  view: WeekView | undefined,
  line: WeekLine,
  onChange: (meeting: string, as: DraftMeeting['treatment']) => void,
) {
  const [id = ''] = line.id.split('.')
  const drawn = view?.draft?.meetings.find(({ meeting }) => meeting === id || meeting === line.id)
  if (drawn === undefined) return undefined
  return { now: drawn.treatment, onChange: (as: DraftMeeting['treatment']) => onChange(drawn.meeting, as) }
}
