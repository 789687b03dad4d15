import { addDays } from '../calendar/days.ts'
import { workingCalendar } from '../calendar/vietnam-calendar.ts'
import { isWorkingDay } from '../calendar/working-calendar.ts'
import { refuse, type Refusal } from '../decision.ts'
import { kindAbbreviations } from '../documents/symbol.ts'
import { limitedActs, longestOwnLimit, type LimitedAct } from '../law/limits.ts'
import type { RuleId } from '../law/rules.ts'
import { namesSecrets } from '../registers/secret-register.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import { whyNotFlows } from './flows.ts'
import { copyKinds } from './series.ts'
import type { AgencySettings } from './settings.ts'

/** The first rule that these settings break; undefined when they may be published. */
export function whyNotLawful(settings: AgencySettings): Refusal | undefined {
  return (
    whyNotCalendar(settings) ??
    whyNotLimits(settings) ??
    whyNotSeries(settings) ??
    whyNotAbbreviations(settings) ??
    whyNotFlows(settings)
  )
}

/** So many days off in a row are wrong data: every count of working days would run past them. */
const LONGEST_BREAK_DAYS = 30

function whyNotCalendar({ hours, holidays, makeUpDays }: AgencySettings): Refusal | undefined {
  const isOrdered = hours.every(
    ({ from, to }, index) => from < to && (index === 0 || (hours[index - 1]?.to ?? 0) <= from),
  )
  if (!isOrdered) return refuse('hours-reversed').refusal
  const both = holidays.find((day) => makeUpDays.includes(day))
  if (both !== undefined) return refuse('day-off-and-worked', { date: both }).refusal
  const endless = holidays.find((day) => isBeginOfLongBreak({ hours, holidays, makeUpDays }, day))
  return endless === undefined ? undefined : refuse('days-off-endless', { date: endless }).refusal
}

function isBeginOfLongBreak(
  settings: Pick<AgencySettings, 'hours' | 'holidays' | 'makeUpDays'>,
  day: LocalDate,
): boolean {
  const calendar = workingCalendar(settings, day)
  for (let ahead = 0; ahead <= LONGEST_BREAK_DAYS; ahead++)
    if (isWorkingDay(calendar, addDays(day, ahead))) return false
  return true
}

const looserRules = {
  register: 'register-limit-looser',
  present: 'present-limit-looser',
  number: 'number-limit-looser',
  send: 'send-limit-looser',
} as const satisfies Record<LimitedAct, RuleId>

/** Own limits only ever shorten those of the law (Decree 30 Art 4.2c, 15.2, 18.1, 23.1, 24.2; Decision 28 Art 6.2). */
function whyNotLimits({ hours, limits, handling }: AgencySettings): Refusal | undefined {
  for (const act of limitedActs) {
    const { normal, marked } = limits[act]
    const most = longestOwnLimit(act, hours)
    if (normal !== null && normal > most) return refuse(looserRules[act], { minutes: most }).refusal
    const mostMarked = longestOwnLimit('register', hours)
    if (marked !== null && marked > mostMarked)
      return refuse('marked-limit-looser', { minutes: mostMarked }).refusal
  }
  const slowest = Math.max(handling.urgent, handling['very-urgent'], handling.express)
  return slowest > handling.normal
    ? refuse('marked-handled-later', { days: handling.normal }).refusal
    : undefined
}

/** One series for one kind, one for all kinds of copies, none for secret documents (Decree 30 Art 15.1, 16.3; Annex I part II). */
function whyNotSeries({ series }: AgencySettings): Refusal | undefined {
  const secret = series.find(({ name, kinds }) => [name, ...kinds].some(namesSecrets))
  if (secret !== undefined) return refuse('secret-register').refusal
  const taken = new Set<string>()
  for (const { direction, kinds } of series) {
    for (const kind of kinds.length === 0 ? [''] : kinds) {
      const key = `${direction}/${kind.toLocaleLowerCase('vi')}`
      if (taken.has(key))
        return kind === ''
          ? refuse('series-general-twice').refusal
          : refuse('series-kind-twice', { kind }).refusal
      taken.add(key)
    }
  }
  const withCopies = series.filter(({ kinds }) => kinds.some((kind) => isCopyKind(kind)))
  return withCopies.length > 1 ? refuse('copies-one-series').refusal : undefined
}

const isCopyKind = (kind: string): boolean =>
  copyKinds.some((one) => one.toLocaleLowerCase('vi') === kind.toLocaleLowerCase('vi'))

/** A group of letters of a symbol: nothing between them (Decree 30 Annex I II.3c). */
const GROUP = /^[^\s/\p{Pd}]+$/u

function whyNotAbbreviations({ agencyAbbreviation, unitAbbreviations }: AgencySettings): Refusal | undefined {
  const units = Object.values(unitAbbreviations).map((one) => one.normalize('NFC'))
  const own = agencyAbbreviation?.normalize('NFC')
  const malformed = [...(own === undefined ? [] : [own]), ...units].find((one) => !GROUP.test(one))
  if (malformed !== undefined) return refuse('abbreviation-malformed', { abbreviation: malformed }).refusal
  if (kindAbbreviations.some((kind) => kind === own))
    return refuse('abbreviation-of-kind', { abbreviation: own ?? '' }).refusal
  const twice = units.find((one, index) => units.indexOf(one) !== index)
  return twice === undefined ? undefined : refuse('abbreviation-taken', { abbreviation: twice }).refusal
}

/**
 * A series runs from 1 January to 31 December (Decree 30 Art 15.1, Annex I II.3a): a kind that goes to another book within the year would
 * bear the same number and symbol twice. What had no series of its own set before may begin on any day.
 */
export function whySeriesStay(
  before: AgencySettings,
  after: AgencySettings,
  from: LocalDate,
): Refusal | undefined {
  if (from.endsWith('-01-01') || before.series.length === 0) return undefined
  const isSame =
    before.series.every((one) => after.series.some((other) => hasSameKinds(one, other))) &&
    after.series.every((one) => before.series.some((other) => hasSameKinds(one, other)))
  return isSame ? undefined : refuse('series-within-year').refusal
}

const hasSameKinds = (a: AgencySettings['series'][number], b: AgencySettings['series'][number]): boolean =>
  a.id === b.id &&
  a.direction === b.direction &&
  a.kinds.toSorted().join('\n') === b.kinds.toSorted().join('\n')
