import type { ReactNode } from 'react'
import { useCounters, useDeliveries, useSyncState } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { originOfWork, type WorkOrigin } from '../../../projections/work.ts'
import { Chip, type Tone } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { IconName } from '../../../ui/icons.ts'
import { PanelSection } from '../../../ui/panel.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { useNow, useToday } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import classes from '../components/my-work.module.css'
import { Digest } from '../components/digest.tsx'
import { NextMeeting } from '../components/next-meeting.tsx'
import { WorkLine } from '../components/work-line.tsx'
import { useRankedWork, type RankedWork } from '../hooks/use-ranked-work.ts'
import { minuteOfDay } from '../hooks/minute-of-day.ts'

/** Where a line of the brief leads. */
export type BriefPlace =
  'toSign' | 'ballots' | 'incoming' | 'information' | 'issueDesk' | 'delivery' | 'outbox'

interface TodayScreenProps {
  readonly onOpenDocument: (id: string) => void
  readonly onOpenOrigin: (origin: WorkOrigin) => void
  readonly onPlace: (place: BriefPlace) => void
}

/** The day at a glance: the brief, everything by legal risk, and at the right what has not arrived and what waits to be sent. */
export function TodayScreen({ onOpenDocument, onOpenOrigin, onPlace }: TodayScreenProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const work = useRankedWork()
  const ids = work?.map(({ row }) => row.id)
  const [active, setActive] = useActiveRow(ids, 'today')
  const open = (id: string): void => {
    const row = work?.find((one) => one.row.id === id)?.row
    const origin = row === undefined ? null : originOfWork(row)
    if (row?.about.kind === 'document') onOpenDocument(row.about.id)
    else if (origin !== null) onOpenOrigin(origin)
  }
  return (
    <>
      <ScreenHeader title={t('today.title')} note={<DayNote work={work ?? []} />} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <Brief onPlace={onPlace} />
          {work === undefined ? (
            <SkeletonRows />
          ) : (
            <>
              <Digest work={work} />
              <VirtualList<RankedWork>
                label={t('today.title')}
                entries={work.map((item) => ({ kind: 'row', id: item.row.id, item }) as const)}
                activeId={active}
                onActivate={setActive}
                onOpen={open}
                isAutoFocused
                empty={<EmptyState text={t('today.emptyOwn')} />}
                renderRow={(item, state) => <WorkLine work={item} state={state} />}
              />
            </>
          )}
        </div>
        <aside data-pane className={classes.side} aria-label={formats.fullDate(today)}>
          <NextMeeting onOpenOrigin={onOpenOrigin} />
          <Undelivered onPlace={onPlace} />
          <Sending onPlace={onPlace} />
        </aside>
      </div>
    </>
  )
}

/** `Chủ nhật, 22/11/2026 · 3 việc trước 11:30`: what is due today or late, before the end of this half day. */
function DayNote({ work }: { readonly work: readonly RankedWork[] }) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const now = useNow()
  const { hours } = useCalendar()
  const due = work.filter(
    ({ risk }) => risk === 'overdue' || risk === 'dueToday' || risk === 'express',
  ).length
  const end = hours.find(({ to }) => to > minuteOfDay(now))
  const text =
    end === undefined
      ? t('today.total', { count: due })
      : t('today.before', { count: due, time: clock(end.to) })
  return (
    <>
      {formats.fullDate(today)} · {text}
    </>
  )
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

interface BriefLine {
  readonly place: BriefPlace
  readonly count: number
  readonly icon: IconName
  readonly tone: Tone
  readonly words: string
}

const MOST_LINES = 5

/** At most five lines of what waits elsewhere, each leading there. */
function Brief({ onPlace }: Pick<TodayScreenProps, 'onPlace'>) {
  const t = useT()
  const me = useMe()
  const counters = useCounters()
  if (counters === undefined) return null
  const { work, incoming, outgoing, deliveries } = counters
  const isClerk = hasRole(me, 'clerk')
  const line = (
    place: BriefPlace,
    count: number,
    icon: IconName,
    tone: Tone,
    words: (count: number) => string,
  ): BriefLine => ({ place, count, icon, tone, words: words(count) })
  const lines = [
    line('toSign', work.sign, 'writing-sign', 'info', (count) => t('today.brief.toSign', { count })),
    line('toSign', work.checkForm, 'checklist', 'info', (count) => t('today.brief.toCheckForm', { count })),
    line('ballots', work.ballot, 'checklist', 'info', (count) => t('today.brief.toAnswer', { count })),
    line('incoming', isClerk ? incoming.toAccept : 0, 'inbox', 'soon', (count) =>
      t('today.brief.toAccept', { count }),
    ),
    line('incoming', isClerk ? incoming.toRegister : 0, 'book-2', 'soon', (count) =>
      t('today.brief.toRegister', { count }),
    ),
    line(
      'issueDesk',
      isClerk ? outgoing.signed + outgoing.numbered + outgoing.sealed : 0,
      'rubber-stamp',
      'soon',
      (count) => t('today.brief.toIssue', { count }),
    ),
    line('incoming', work.direct, 'inbox', 'info', (count) => t('today.brief.toDirect', { count })),
    line('delivery', deliveries.failed + deliveries['02'], 'alert-circle', 'over', (count) =>
      t('today.brief.undelivered', { count }),
    ),
    line('information', work.inform, 'eye', 'done', (count) => t('today.brief.unread', { count })),
  ]
    .filter((one) => one.count > 0)
    .slice(0, MOST_LINES)
  if (lines.length === 0) return null
  return (
    <ul className={classes.brief} aria-label={t('today.brief.title')}>
      {lines.map((one) => (
        <li key={one.words}>
          <Chip tone={one.tone} icon={one.icon}>
            {one.count}
          </Chip>
          <button type="button" className={classes.link} onClick={() => onPlace(one.place)}>
            {one.words}
          </button>
        </li>
      ))}
    </ul>
  )
}

const SHOWN = 6

function Undelivered({ onPlace }: Pick<TodayScreenProps, 'onPlace'>) {
  const t = useT()
  const rows = (useDeliveries() ?? []).filter((one) => one.state === 'failed' || one.state === '02')
  const items = rows.slice(0, SHOWN).map((one): ReactNode => (
    <li key={one.id}>
      <button type="button" className={classes.link} onClick={() => onPlace('delivery')}>
        {one.code}
      </button>{' '}
      <span className="dim">{one.recipient.name}</span>
    </li>
  ))
  return (
    <PanelSection heading={t('today.side.undelivered')}>
      {items.length === 0 ? (
        <p className="dim">{t('today.side.allArrived')}</p>
      ) : (
        <ul className={classes.sideList}>{items}</ul>
      )}
    </PanelSection>
  )
}

function Sending({ onPlace }: Pick<TodayScreenProps, 'onPlace'>) {
  const t = useT()
  const formats = useFormats()
  const sync = useSyncState()
  const waiting = sync?.waiting ?? 0
  return (
    <PanelSection heading={t('today.side.outbox')} isLast>
      <p>
        <button type="button" className={classes.link} onClick={() => onPlace('outbox')}>
          {waiting === 0 ? t('today.side.nothingWaits') : t('today.side.waiting', { count: waiting })}
        </button>
      </p>
      {sync?.offlineSince != null && (
        <p className="dim num">{t('today.side.offline', { time: formats.time(sync.offlineSince) })}</p>
      )}
    </PanelSection>
  )
}
