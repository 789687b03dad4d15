import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { answer, counter } from '#shared/exchange/calendar/itip/answer.ts'
import { receiveMessage } from '#shared/exchange/calendar/itip/receive.ts'
import { vietnamTime } from '#shared/exchange/calendar/calendar-time.ts'
import type { JComponent } from '#shared/exchange/calendar/jcal.ts'
import { newEntry, type Appointment } from '#shared/exchange/calendar/personal/compose-entry.ts'
import { calendarOf } from '#shared/exchange/calendar/personal/entry-calendar.ts'
import type { GuestFile } from '#shared/exchange/calendar/personal/guest-messages.ts'
import { guestWordIn } from '#shared/exchange/calendar/personal/guest-replies.ts'
import { guestsOf, told, withGuests, type Guest } from '#shared/exchange/calendar/personal/guests.ts'
import { openCalendarFile, type CalendarMessage } from '#shared/exchange/calendar/personal/open-file.ts'
import { occurrencesIn } from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import { occurrencesOf } from '#shared/exchange/calendar/occurrences.ts'
import { seriesOf } from '#shared/exchange/calendar/series.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { zonesOf } from '#shared/exchange/calendar/zones.ts'
import { millisOf } from '#shared/kernel/instant.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const NOW = millisOf('2026-11-20T01:00:00.000Z')
/** 9.30 in Vietnam on Monday, 23 November 2026. */
export const MONDAY = millisOf('2026-11-23T02:30:00.000Z')
export const window = { fromMs: MONDAY - DAY, toMs: MONDAY + 60 * DAY }
export const me: Guest = { address: 'mailto:nam@so.example', name: 'Trần Văn Nam' }
export const an: Guest = { address: 'mailto:an@truong.example', name: 'Nguyễn Văn An' }
export const binh: Guest = { address: 'mailto:binh@cty.example', name: 'Lê Bình' }
export const chi: Guest = { address: 'mailto:chi@cty.example', name: '' }
export const people = [an, binh, chi]

export const appointment = (change: Partial<Appointment> = {}): Appointment => ({
  ...{ title: 'Gặp đoàn', place: 'Phòng 2', notes: '', repeat: null, reminder: 15 },
  time: { kind: 'hours', fromMs: MONDAY, untilMs: MONDAY + HOUR },
  ...change,
})
export const weekly = { every: 'week', interval: 1, weekdays: [], last: '2026-12-31' } as const
export const calling = (guests: readonly Guest[], change: Partial<Appointment> = {}): CalendarEntry =>
  withGuests(newEntry('a@congso', appointment(change), NOW), guests, me)
export const sent = (entry: CalendarEntry, { to, revision }: GuestFile): CalendarEntry =>
  told(
    entry,
    to.map(({ address }) => address),
    revision,
  )
export const asFile = (calendar: JComponent): Uint8Array => writeCalendar(calendar)
export const messageIn = (calendar: JComponent): CalendarMessage => {
  const opened = openCalendarFile(asFile(calendar), {})
  if (opened.kind !== 'message') throw new Error(opened.kind)
  return opened.message
}
export const wordIn = (calendar: JComponent, entry: CalendarEntry, nowMs = NOW + HOUR) => {
  const word = guestWordIn(messageIn(calendar), entry, nowMs)
  if (word === undefined) throw new Error('no word of a guest')
  return word
}

/** A guest with a calendar of their own, in another program. */
export class Theirs {
  calendar: JComponent = calendarOf([])
  readonly who: Guest
  constructor(who: Guest) {
    this.who = who
  }

  #reading(nowMs: number, message: JComponent = this.calendar) {
    return {
      ...{ calendar: this.calendar, zones: zonesOf(message), me: [this.who.address] },
      ...{ from: me.address, nowMs },
    }
  }
  get(file: GuestFile, nowMs: number): string {
    const { calendar } = messageIn(file.calendar)
    const found = receiveMessage(calendar, this.#reading(nowMs, calendar))
    this.calendar = found.calendar
    return found.outcome
  }
  says(partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE', nowMs: number, occurrenceMs?: number): JComponent {
    const to = { uid: 'a@congso', occurrenceMs, comment: 'Tôi sẽ mang tài liệu' }
    const done = answer(this.#reading(nowMs), to, partstat)
    if (typeof done === 'string') throw new Error(done)
    this.calendar = done.calendar
    return done.message.calendar
  }
  proposes(startMs: number, nowMs: number, occurrenceMs?: number): JComponent {
    const to = { uid: 'a@congso', occurrenceMs, comment: undefined }
    const proposed = { start: vietnamTime(startMs), end: vietnamTime(startMs + HOUR), location: undefined }
    const done = counter(this.#reading(nowMs), to, proposed)
    if (typeof done === 'string') throw new Error(done)
    return done.message.calendar
  }
  get shown(): readonly string[] {
    const [series] = seriesOf(this.calendar)
    if (series === undefined) return []
    return occurrencesOf(series, window, zonesOf(this.calendar), { timesLeft: 100_000 })
      .occurrences.filter(({ event }) => event.status !== 'CANCELLED')
      .map(({ event, startMs }) => `${String(startMs)} ${event.summary} ${event.location ?? ''}`)
  }
}
export const shownBy = (entry: CalendarEntry): readonly string[] =>
  occurrencesIn([entry], window)
    .occurrences.filter(({ isCancelled }) => !isCancelled)
    .map(({ startMs, title, place }) => `${String(startMs)} ${title} ${place}`)
export const answers = (entry: CalendarEntry): Readonly<Record<string, string>> =>
  Object.fromEntries(guestsOf(entry).map(({ address, partstat }) => [address, partstat]))
