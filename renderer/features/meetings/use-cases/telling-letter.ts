import { weekdayOf } from '#shared/domain/calendar/days.ts'
import { printedDate } from '#shared/domain/format/boxes.ts'
import type { BodyBlock, OfficialBody } from '#shared/domain/format/body.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { SeriesPattern } from '#shared/domain/meetings/series/series.ts'
import {
  instantFrom,
  localDateOf,
  millisOf,
  VIETNAM_OFFSET_MINUTES,
  type Instant,
  type LocalDate,
} from '#shared/kernel/instant.ts'
import { fill, paragraph } from '../../../workplace/official-words.ts'
import words from './telling-words.json'

/** Who tells of a meeting, and whom. */
export interface TellingFacts {
  readonly agency: string
  /** Name and title of the chair. */
  readonly chair: string
  /** Names of those invited. */
  readonly names: readonly string[]
  /** The dates of its series that take place, in order; empty: it is none of one. */
  readonly dates: readonly Meeting[]
}

/** The text of a giấy mời in the order of form 1.7 (Decree 30 Annex III), or of the công văn that calls the meeting off; official, so Vietnamese. */
export function tellingBody(meeting: Meeting, facts: TellingFacts): OfficialBody {
  return { type: 'doc', content: meeting.cancelled === null ? inviting(meeting, facts) : off(meeting, facts) }
}

/** What the calendar file beside it is called. */
export const tellingFileName = words.fileName

/** The abstract of that letter. */
export const tellingSubject = ({ title, cancelled }: Meeting): string =>
  cancelled === null ? title : fill(words.offSubject, { title: lowerFirst(title) })

function inviting(meeting: Meeting, { agency, chair, names, dates }: TellingFacts): BodyBlock[] {
  const last = meeting.told?.at(-1)
  const changes =
    last === undefined
      ? []
      : meeting.changes.filter(({ at }) => at > last.at).flatMap(({ names: all }) => all)
  const changed = [...new Set(changes.flatMap((name) => (isNamed(name) ? [words.names[name]] : [])))]
  const line = (text: string, values: Readonly<Record<string, string>>): BodyBlock =>
    paragraph(fill(text, values))
  return [
    line(words.invited, { agency, names: names.join('; ') }),
    line(words.comes, { title: lowerFirst(meeting.title) }),
    line(words.chair, { chair }),
    line(words.when, { when: spokenTime(meeting.from, meeting.until) }),
    ...seriesLine(meeting, dates),
    line(words.where, { place: spokenPlace(meeting) }),
    ...(meeting.items.length === 0 ? [] : [paragraph(words.content)]),
    ...meeting.items.map(({ title }, index) => line(words.item, { number: String(index + 1), title })),
    ...meeting.requirements
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text) => paragraph(text.trim())),
    ...(changed.length === 0 ? [] : [line(words.changed, { names: changed.join(', ') })]),
    paragraph(words.close),
  ]
}

/** The rule in words, and the days on which it takes place. */
function seriesLine({ series }: Meeting, dates: readonly Meeting[]): BodyBlock[] {
  if (series === undefined || dates.length === 0) return []
  const days = dates.map(({ from }) => formatDay(localDateOf(from))).join('; ')
  const values = { rule: ruleInWords(series.rule.pattern), count: String(dates.length), days }
  return [paragraph(fill(words.series, values))]
}

function ruleInWords(pattern: SeriesPattern): string {
  switch (pattern.kind) {
    case 'weekly':
      return pattern.interval === 1 ? words.rules.weekly : words.rules.fortnightly
    case 'monthDay':
      return fill(words.rules.monthDay, { day: String(pattern.day) })
    case 'monthWeekday':
      return fill(words.rules.monthWeekday, {
        weekday: words.weekdays[pattern.weekday] ?? '',
        nth: words.nth[`${pattern.nth}`],
      })
  }
}

const formatDay = (date: LocalDate): string => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')

function off(meeting: Meeting, { agency }: TellingFacts): BodyBlock[] {
  const { title, from, until, cancelled } = meeting
  const when = spokenTime(from, until)
  return [
    paragraph(fill(words.off, { agency, title: lowerFirst(title), when, place: spokenPlace(meeting) })),
    paragraph(fill(words.why, { reason: (cancelled?.reason ?? '').replace(/\.$/, '') })),
    paragraph(fill(words.offClose, { agency })),
  ]
}

const isNamed = (name: string): name is keyof typeof words.names => Object.hasOwn(words.names, name)

const spokenPlace = ({ place, callUrl }: Meeting): string =>
  [place, ...(callUrl === null ? [] : [fill(words.online, { link: callUrl })])]
    .filter((part) => part !== '')
    .join('; ')

/** `từ 14 giờ 00 đến 16 giờ 30, thứ Năm, ngày 26 tháng 11 năm 2026` */
export function spokenTime(from: Instant, until: Instant): string {
  const [day, lastDay] = [localDateOf(from), localDateOf(until)]
  const spoken = (date: string): string =>
    fill(words.dayOf, { weekday: words.weekdays[weekdayOf(date)] ?? '', date: printedDate(date) })
  const values = { from: clockOf(from), until: clockOf(until), day: spoken(day), lastDay: spoken(lastDay) }
  return fill(day === lastDay ? words.sameDay : words.manyDays, values)
}

function clockOf(instant: Instant): string {
  const local = instantFrom(millisOf(instant) + VIETNAM_OFFSET_MINUTES * 60_000)
  return fill(words.clock, { hour: local.slice(11, 13), minute: local.slice(14, 16) })
}

const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text
