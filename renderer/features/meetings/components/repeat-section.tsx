import { daysOffWays } from '#shared/domain/meetings/series/series.ts'
import { isWorkingDay } from '#shared/domain/calendar/working-calendar.ts'
import type { PlannedDate } from '#shared/exchange/calendar/series-days.ts'
import { instantFrom, localDateOf, millisOf, type Instant, type LocalDate } from '#shared/kernel/instant.ts'
import { useMeetings } from '../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import { clashesIn } from '../hooks/use-clashes.ts'
import type { Planned, Repeat } from '../hooks/use-repeat.ts'
import { endFromWords, patternOf, repeatKinds, type RepeatKind } from '../use-cases/series-plan.ts'
import classes from './meetings.module.css'
import { patternWords } from './series-words.ts'
import own from './series.module.css'

interface RepeatSectionProps {
  readonly repeat: Repeat
  readonly from: Instant | null
  readonly until: Instant | null
  readonly people: readonly string[]
}

/** How often a meeting comes again and until when, with every date it gives: days off and clashes are seen before anybody is called. */
export function RepeatSection({ repeat, from, until, people }: RepeatSectionProps) {
  const t = useT()
  const today = useToday()
  const calendar = useCalendar()
  const day = from === null ? null : localDateOf(from)
  const { choice, set, planned, isShort } = repeat
  const { kind, end, daysOff, shortNotice } = choice
  const label = (one: RepeatKind): string => {
    if (one === 'none') return t('series.kinds.none')
    return patternWords(t, patternOf(one, day ?? today))
  }
  const offered = day === null ? repeatKinds.slice(0, 3) : repeatKinds
  return (
    <div className={own.repeat}>
      <div>
        <p className={classes.label}>{t('series.repeat')}</p>
        <ChoiceBar
          label={t('series.repeat')}
          choices={offered.map((value) => ({ value, label: label(value) }))}
          value={kind}
          onChange={(value) => set({ kind: value })}
        />
      </div>
      {kind !== 'none' && (
        <>
          <div className={classes.pair}>
            <TextRow
              label={t('series.end')}
              hint={t('series.endHint')}
              error={endFromWords(end, today, calendar) === undefined ? t('series.endUnread') : undefined}
              value={end}
              onValue={(text) => set({ end: text })}
            />
            {isShort && (
              <TextRow
                label={t('series.shortNotice')}
                hint={t('series.shortNoticeHint')}
                value={shortNotice}
                onValue={(text) => set({ shortNotice: text })}
              />
            )}
          </div>
          <div>
            <p className={classes.label}>{t('series.daysOff')}</p>
            <ChoiceBar
              label={t('series.daysOff')}
              choices={daysOffWays.map((value) => ({ value, label: t(`series.daysOffWays.${value}`) }))}
              value={daysOff}
              onChange={(value) => set({ daysOff: value })}
            />
          </div>
          {planned !== null && from !== null && until !== null && (
            <Dates planned={planned} from={from} until={until} people={people} />
          )}
        </>
      )}
    </div>
  )
}

interface DatesProps {
  readonly planned: Planned
  readonly from: Instant
  readonly until: Instant
  readonly people: readonly string[]
}

function Dates({ planned: { dates, isCut }, from, until, people }: DatesProps) {
  const t = useT()
  const formats = useFormats()
  const calendar = useCalendar()
  return (
    <div>
      <p className={classes.label}>{t('series.dates')}</p>
      <ol className={own.dates} aria-label={t('series.dates')} tabIndex={0}>
        {dates.map((date) => (
          <li key={date.on} className={own.date}>
            <span className={date.day === null ? own.left : 'num'}>
              {formats.fullDate(date.day ?? date.on)}
            </span>
            {date.isDayOff && (
              <Chip tone={date.day === date.on ? 'soon' : 'done'} icon="calendar">
                {offWords(date)}
              </Chip>
            )}
            {date.day !== null && <Clashes day={date.day} from={from} until={until} people={people} />}
          </li>
        ))}
      </ol>
      {isCut && <p className="dim">{t('series.cut')}</p>}
    </div>
  )

  function offWords({ on, day }: PlannedDate): string {
    if (day === null) return t('series.dateOff')
    return day === on || isWorkingDay(calendar, on)
      ? t('series.dateKept')
      : t('series.dateMoved', { date: formats.dayMonth(on) })
  }
}

/** Who is elsewhere at the hours of the meeting on this day. */
function Clashes({ day, from, until, people }: Omit<DatesProps, 'planned'> & { readonly day: LocalDate }) {
  const t = useT()
  const nameOf = usePostNames()
  const { post } = useDesk()
  const rows = useMeetings('ahead')
  const ms = Date.parse(day) - Date.parse(localDateOf(from))
  const at = (instant: Instant): Instant => instantFrom(millisOf(instant) + ms)
  const clashes = clashesIn(rows ?? [], new Set([post, ...people]), at(from), at(until), null)
  if (clashes.length === 0) return null
  const names = [...new Set(clashes.map((one) => nameOf(one.post)))].join(', ')
  return (
    <Chip tone="soon" icon="alert-triangle" title={clashes.map(({ title }) => title).join('; ')}>
      {t('series.clash', { names })}
    </Chip>
  )
}
