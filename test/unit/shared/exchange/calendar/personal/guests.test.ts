import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { calendarEntry, type CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { answer, counter } from '#shared/exchange/calendar/itip/answer.ts'
import { componentsOfSeries, occurrenceMsOf } from '#shared/exchange/calendar/itip/components.ts'
import { receiveMessage } from '#shared/exchange/calendar/itip/receive.ts'
import { sequenceOf } from '#shared/exchange/calendar/event.ts'
import { vietnamTime } from '#shared/exchange/calendar/calendar-time.ts'
import { textOf, type JComponent } from '#shared/exchange/calendar/jcal.ts'
import { newEntry, type Appointment } from '#shared/exchange/calendar/personal/compose-entry.ts'
import { calendarOf, seriesIn } from '#shared/exchange/calendar/personal/entry-calendar.ts'
import {
  calledOff,
  occurrenceChanged,
  occurrenceLeftOut,
  seriesChanged,
} from '#shared/exchange/calendar/personal/guest-changes.ts'
import {
  cancelFile,
  declinedCounterFile,
  requestFile,
  type GuestFile,
} from '#shared/exchange/calendar/personal/guest-messages.ts'
import {
  guestWordIn,
  proposedIn,
  takenInAsGuest,
  withProposal,
  withWord,
} from '#shared/exchange/calendar/personal/guest-replies.ts'
import {
  countToTell,
  guestsOf,
  told,
  toTell,
  withGuests,
  type Guest,
} from '#shared/exchange/calendar/personal/guests.ts'
import { openCalendarFile, type CalendarMessage } from '#shared/exchange/calendar/personal/open-file.ts'
import { occurrencesIn, zonesIn } from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import { occurrencesOf } from '#shared/exchange/calendar/occurrences.ts'
import { seriesOf } from '#shared/exchange/calendar/series.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { zonesOf } from '#shared/exchange/calendar/zones.ts'
import { millisOf } from '#shared/kernel/instant.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = millisOf('2026-11-20T01:00:00.000Z')
/** 9.30 in Vietnam on Monday, 23 November 2026. */
const MONDAY = millisOf('2026-11-23T02:30:00.000Z')
const window = { fromMs: MONDAY - DAY, toMs: MONDAY + 60 * DAY }
const me: Guest = { address: 'mailto:nam@so.example', name: 'Trần Văn Nam' }
const an: Guest = { address: 'mailto:an@truong.example', name: 'Nguyễn Văn An' }
const binh: Guest = { address: 'mailto:binh@cty.example', name: 'Lê Bình' }
const chi: Guest = { address: 'mailto:chi@cty.example', name: '' }
const people = [an, binh, chi]

const appointment = (change: Partial<Appointment> = {}): Appointment => ({
  ...{ title: 'Gặp đoàn', place: 'Phòng 2', notes: '', repeat: null, reminder: 15 },
  time: { kind: 'hours', fromMs: MONDAY, untilMs: MONDAY + HOUR },
  ...change,
})
const weekly = { every: 'week', interval: 1, weekdays: [], last: '2026-12-31' } as const
const calling = (guests: readonly Guest[], change: Partial<Appointment> = {}): CalendarEntry =>
  withGuests(newEntry('a@congso', appointment(change), NOW), guests, me)
const sent = (entry: CalendarEntry, { to, revision }: GuestFile): CalendarEntry =>
  told(
    entry,
    to.map(({ address }) => address),
    revision,
  )
const asFile = (calendar: JComponent): Uint8Array => writeCalendar(calendar)
const messageIn = (calendar: JComponent): CalendarMessage => {
  const opened = openCalendarFile(asFile(calendar), {})
  if (opened.kind !== 'message') throw new Error(opened.kind)
  return opened.message
}
const wordIn = (calendar: JComponent, entry: CalendarEntry, nowMs = NOW + HOUR) => {
  const word = guestWordIn(messageIn(calendar), entry, nowMs)
  if (word === undefined) throw new Error('no word of a guest')
  return word
}

/** A guest with a calendar of their own, in another program. */
class Theirs {
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
const shownBy = (entry: CalendarEntry): readonly string[] =>
  occurrencesIn([entry], window)
    .occurrences.filter(({ isCancelled }) => !isCancelled)
    .map(({ startMs, title, place }) => `${String(startMs)} ${title} ${place}`)
const answers = (entry: CalendarEntry): Readonly<Record<string, string>> =>
  Object.fromEntries(guestsOf(entry).map(({ address, partstat }) => [address, partstat]))

describe('guests of an appointment', () => {
  it('are told once: who is new, who is no longer called, and that it is off', () => {
    let entry = calling([an, binh])
    expect(calendarEntry.safeParse(entry).success).toBe(true)
    expect(toTell(entry).request).toHaveLength(2)
    const first = requestFile(entry, NOW)
    const theirs = new Theirs(an)
    expect(theirs.get(first, NOW)).toBe('applied')
    expect(theirs.shown).toEqual(shownBy(entry))
    entry = sent(entry, first)
    expect(countToTell(entry)).toBe(0)
    entry = withGuests(entry, [binh, chi], me)
    expect(toTell(entry)).toMatchObject({ request: [{ address: chi.address }], cancel: [{ name: an.name }] })
    const off = cancelFile(entry, NOW + 2000)
    expect(theirs.get(off, NOW + 2000)).toBe('applied')
    expect(theirs.shown).toEqual([])
    entry = sent(sent(entry, off), requestFile(entry, NOW + 2000))
    expect(countToTell(entry)).toBe(0)
    entry = withGuests(entry, people, me)
    const again = requestFile(entry, NOW + 4000)
    expect(again.to).toMatchObject([{ address: an.address }])
    expect(theirs.get(again, NOW + 4000)).toBe('applied')
    expect(theirs.shown).toEqual(shownBy(entry))
    entry = calledOff(sent(entry, again), NOW + 6000) ?? entry
    const over = cancelFile(entry, NOW + 6000)
    expect(over.to).toHaveLength(3)
    expect(theirs.get(over, NOW + 6000)).toBe('applied')
    expect(theirs.shown).toEqual([])
    expect(countToTell(sent(entry, over))).toBe(0)
  })

  it('whoever was never told is owed nothing', () => {
    expect(calledOff(calling([an]), NOW)).toBeUndefined()
    const none = withGuests(calling([an]), [], me)
    expect(none.guests).toBeUndefined()
    expect(JSON.stringify(none)).not.toContain('organizer')
  })

  it('answer; the answer stands until time or place change, not when words do', () => {
    let entry = calling([an, binh])
    const theirs = new Theirs(an)
    const file = requestFile(entry, NOW)
    theirs.get(file, NOW)
    entry = sent(entry, file)
    const word = wordIn(theirs.says('ACCEPTED', NOW + 1000), entry)
    expect(word).toMatchObject({
      guest: an,
      comment: 'Tôi sẽ mang tài liệu',
      received: { outcome: 'applied' },
    })
    entry = withWord(entry, word)
    expect(answers(entry)).toMatchObject({ [an.address]: 'ACCEPTED', [binh.address]: 'NEEDS-ACTION' })
    expect(countToTell(entry)).toBe(0)
    const renamed = seriesChanged(entry, appointment({ title: 'Gặp đoàn kiểm tra' }), NOW + 2000)
    expect([answers(renamed)[an.address], countToTell(renamed)]).toEqual(['ACCEPTED', 2])
    const reminded = seriesChanged(entry, appointment({ reminder: 60 }), NOW + 2000)
    expect([answers(reminded)[an.address], countToTell(reminded)]).toEqual(['ACCEPTED', 0])
    const elsewhere = seriesChanged(entry, appointment({ place: 'Phòng 5' }), NOW + 2000)
    expect([answers(elsewhere)[an.address], countToTell(elsewhere)]).toEqual(['NEEDS-ACTION', 2])
    const late = wordIn(theirs.says('DECLINED', NOW + 3000), elsewhere)
    expect(late.received).toMatchObject({ outcome: 'ignored', reason: 'outdated' })
    expect(withWord(elsewhere, late)).toBe(elsewhere)
  })

  it('files tell nobody of alarms, of what is noted here, or of who answered when', () => {
    let entry = calling([an], { reminder: 30 })
    const theirs = new Theirs(an)
    theirs.get(requestFile(entry, NOW), NOW)
    entry = withWord(entry, wordIn(theirs.says('ACCEPTED', NOW + 1000), entry))
    const text = new TextDecoder().decode(asFile(requestFile(entry, NOW + 2000).calendar))
    expect(text).not.toMatch(/VALARM|X-CONGSO/)
    expect(text).toMatch(/METHOD:REQUEST[\s\S]*BEGIN:VTIMEZONE[\s\S]*PARTSTAT=ACCEPTED/)
  })

  it('another time is taken over or not; the answer tells it', () => {
    let entry = calling([an, binh], { repeat: weekly })
    const theirs = new Theirs(an)
    const file = requestFile(entry, NOW)
    theirs.get(file, NOW)
    entry = sent(entry, file)
    const second = MONDAY + 7 * DAY
    const message = theirs.proposes(second + 2 * HOUR, NOW + 1000, second)
    const word = wordIn(message, entry)
    expect(word.received.reason).toBe('counter-proposal')
    const proposed = proposedIn(entry, word, messageIn(message))
    expect(proposed).toEqual({
      time: { kind: 'hours', fromMs: second + 2 * HOUR, untilMs: second + 3 * HOUR },
      place: 'Phòng 2',
      before: { time: { kind: 'hours', fromMs: second, untilMs: second + HOUR }, place: 'Phòng 2' },
    })
    const declined = declinedCounterFile(entry, message[2].at(-1) ?? message, an, NOW + 2000)
    expect(theirs.get(declined, NOW + 2000)).toBe('ignored')
    if (proposed === undefined) throw new Error('nothing proposed')
    const moved = withProposal(entry, word, proposed, NOW + 3000)
    expect(shownBy(moved)[1]).toBe(`${String(second + 2 * HOUR)} Gặp đoàn Phòng 2`)
    expect(countToTell(moved)).toBe(2)
    theirs.get(requestFile(moved, NOW + 3000), NOW + 3000)
    expect(theirs.shown).toEqual(shownBy(moved))
  })

  it('an answer to one date follows the series as long as it stands', () => {
    let entry = calling([an], { repeat: weekly })
    const theirs = new Theirs(an)
    theirs.get(requestFile(entry, NOW), NOW)
    entry = sent(entry, requestFile(entry, NOW))
    entry = withWord(entry, wordIn(theirs.says('DECLINED', NOW + 1000, MONDAY + 7 * DAY), entry))
    const at = (one: CalendarEntry) =>
      seriesIn(one).overrides.map((component) => [
        occurrenceMsOf(component, zonesIn(one)),
        JSON.stringify(component).includes('DECLINED'),
      ])
    expect(at(entry)).toEqual([[MONDAY + 7 * DAY, true]])
    const renamed = seriesChanged(entry, appointment({ title: 'Khác', repeat: weekly }), NOW + 2000)
    expect(at(renamed)).toEqual([[MONDAY + 7 * DAY, true]])
    expect(shownBy(renamed).every((one) => one.includes('Khác'))).toBe(true)
    const time = { kind: 'hours', fromMs: MONDAY + HOUR, untilMs: MONDAY + 2 * HOUR } as const
    expect(at(seriesChanged(entry, appointment({ time, repeat: weekly }), NOW + 2000))).toEqual([])
  })

  it('a file never takes the place of an appointment with guests: they would not be told', () => {
    const entry = calling([an])
    const other = newEntry('a@congso', appointment({ place: 'Khác' }), NOW)
    const opened = openCalendarFile(asFile(calendarOf([other])), { [entry.uid]: entry })
    expect(opened).toMatchObject({ kind: 'events', rows: [{ state: 'refused', reason: 'has-guests' }] })
  })
})

type Act =
  | { readonly act: 'move' | 'rename' | 'place' | 'off' | 'send' }
  | { readonly act: 'date' | 'leaveOut'; readonly week: number }
  | { readonly act: 'invite' | 'uninvite' | 'stranger'; readonly who: number }
  | { readonly act: 'reply'; readonly who: number; readonly week: number | undefined; readonly yes: boolean }
const who = fc.nat({ max: people.length - 1 })
const week = fc.nat({ max: 4 })
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('move', 'rename', 'place') }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('send' as const) }) },
  fc.record({ act: fc.constantFrom('date', 'leaveOut'), week }),
  fc.record({ act: fc.constantFrom('invite', 'uninvite', 'stranger'), who }),
  fc.record({
    ...{ act: fc.constant('reply' as const), who },
    ...{ week: fc.option(week, { nil: undefined }), yes: fc.boolean() },
  }),
  { weight: 1, arbitrary: fc.record({ act: fc.constant('off' as const) }) },
)

/** One appointment, its guests' calendars, and all that is sent between them. */
class Story {
  entry = calling([an, binh], { repeat: weekly })
  theirs = new Map(people.map((one) => [one.address, new Theirs(one)]))
  nowMs = NOW
  readonly #sequences = new Map<string, number>()

  get #written(): Appointment {
    const [first] = componentsOfSeries(seriesIn(this.entry))
    const text = (name: string): string => (first && textOf(first, name)) ?? ''
    const at = Date.parse(`${text('dtstart')}+07:00`)
    const time = { kind: 'hours', fromMs: at, untilMs: at + HOUR } as const
    return appointment({ title: text('summary'), place: text('location'), time, repeat: weekly })
  }
  #dateMs(at: number): number | undefined {
    const { occurrences } = occurrencesIn([this.entry], window)
    return occurrences[at]?.originalMs ?? undefined
  }

  do(one: Act): void {
    this.nowMs += 2000
    const { nowMs, entry } = this
    const written = this.#written
    const title = `${written.title}.`
    switch (one.act) {
      case 'move': {
        if (written.time.kind !== 'hours') return
        const { fromMs, untilMs } = written.time
        const time = { kind: 'hours', fromMs: fromMs + 900_000, untilMs: untilMs + 900_000 } as const
        this.entry = seriesChanged(entry, { ...written, time }, nowMs)
        break
      }
      case 'rename':
        this.entry = seriesChanged(entry, { ...written, title }, nowMs)
        break
      case 'place':
        this.entry = seriesChanged(entry, { ...written, place: `${written.place}.` }, nowMs)
        break
      case 'date':
      case 'leaveOut': {
        const ms = this.#dateMs(one.week)
        if (ms === undefined) return
        const time = { kind: 'hours', fromMs: ms + 2 * HOUR, untilMs: ms + 4 * HOUR } as const
        this.entry =
          one.act === 'leaveOut'
            ? occurrenceLeftOut(entry, ms, nowMs)
            : occurrenceChanged(entry, ms, { ...written, time }, nowMs)
        break
      }
      case 'invite':
      case 'uninvite': {
        const [guest] = people.slice(one.who)
        const others = guestsOf(entry).filter(({ address }) => address !== guest?.address)
        this.entry = withGuests(entry, one.act === 'invite' && guest ? [...others, guest] : others, me)
        break
      }
      case 'off':
        this.entry = calledOff(entry, nowMs) ?? entry
        break
      case 'send':
        this.send()
        break
      case 'reply':
        this.reply(one.who, one.week, one.yes)
        break
      case 'stranger': {
        const before = JSON.stringify(this.entry)
        const stranger = new Theirs({ address: `mailto:la${String(one.who)}@x.example`, name: 'Lạ' })
        const invitation = withGuests(entry, [...guestsOf(entry), stranger.who], me)
        stranger.get(requestFile(invitation, nowMs, [stranger.who]), nowMs)
        if (stranger.shown.length === 0) return
        const word = guestWordIn(messageIn(stranger.says('ACCEPTED', nowMs)), entry, nowMs)
        if (word === undefined) return
        this.entry = withWord(entry, word)
        expect(JSON.stringify(this.entry)).toBe(before)
        break
      }
    }
    this.check()
  }

  reply(index: number, at: number | undefined, isYes: boolean): void {
    const theirs = [...this.theirs.values()][index]
    if (theirs === undefined || theirs.shown.length === 0) return
    const occurrenceMs = at === undefined ? undefined : this.#dateMs(at)
    let message: JComponent
    try {
      message = theirs.says(isYes ? 'ACCEPTED' : 'DECLINED', this.nowMs, occurrenceMs)
    } catch {
      return
    }
    const word = guestWordIn(messageIn(message), this.entry, this.nowMs)
    const before = { revision: this.entry.guests?.revision, shown: shownBy(this.entry) }
    if (word !== undefined) this.entry = withWord(this.entry, word)
    expect({ revision: this.entry.guests?.revision, shown: shownBy(this.entry) }).toEqual(before)
  }

  send(): void {
    for (const file of [requestFile(this.entry, this.nowMs), cancelFile(this.entry, this.nowMs)]) {
      if (file.to.length === 0) continue
      for (const { address } of file.to)
        expect(this.theirs.get(address)?.get(file, this.nowMs), file.method).toBe('applied')
      this.entry = sent(this.entry, file)
    }
    expect(countToTell(this.entry)).toBe(0)
    const guests = new Set(guestsOf(this.entry).map(({ address }) => address))
    for (const [address, { shown }] of this.theirs)
      expect(shown, address).toEqual(guests.has(address) ? shownBy(this.entry) : [])
  }

  /** The version of no date falls. */
  check(): void {
    const zones = zonesIn(this.entry)
    expect(calendarEntry.safeParse(this.entry).success).toBe(true)
    for (const component of componentsOfSeries(seriesIn(this.entry))) {
      const key = String(occurrenceMsOf(component, zones) ?? 'series')
      expect(sequenceOf(component), key).toBeGreaterThanOrEqual(this.#sequences.get(key) ?? 0)
      this.#sequences.set(key, sequenceOf(component))
    }
  }
}

test('whatever is changed, guests who get the files see what stands, and once all is sent nothing is to be sent', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
      const story = new Story()
      for (const one of acts) story.do(one)
      story.nowMs += 2000
      story.send()
    }),
    { numRuns: 150 },
  )
})

test('each change of time or place is told to each guest, and counts once however often it is looked at', () => {
  fc.assert(
    fc.property(fc.subarray(people, { minLength: 1 }), fc.nat({ max: 20 }), (guests, quarters) => {
      const entry = calling(guests)
      const all = sent(entry, requestFile(entry, NOW))
      const moveMs = quarters * 900_000
      const time = { kind: 'hours', fromMs: MONDAY + moveMs, untilMs: MONDAY + moveMs + HOUR } as const
      const moved = seriesChanged(all, appointment({ time }), NOW + 1000)
      const same = seriesChanged(moved, appointment({ time }), NOW + 2000)
      expect(toTell(same).request).toHaveLength(quarters === 0 ? 0 : guests.length)
      const [file, twice] = [requestFile(same, NOW), requestFile(same, NOW)]
      expect(countToTell(sent(sent(same, file), twice))).toBe(0)
    }),
  )
})

test('who was not called and answers all the same is taken in on purpose only', () => {
  const entry = sent(calling([an]), requestFile(calling([an]), NOW))
  const stranger = new Theirs(binh)
  stranger.get(requestFile(withGuests(entry, [an, binh], me), NOW), NOW)
  const word = wordIn(stranger.says('TENTATIVE', NOW + 1000), entry)
  expect(word.received).toMatchObject({ outcome: 'to-decide', reason: 'not-invited' })
  expect(withWord(entry, word)).toBe(entry)
  const joined = takenInAsGuest(entry, word)
  expect(answers(joined)).toMatchObject({ [binh.address]: 'TENTATIVE' })
  expect(countToTell(joined)).toBe(0)
})

describe('somebody sent in the place of a guest', () => {
  const delegating = (entry: CalendarEntry, to: string, from: Guest = an): JComponent => {
    const theirs = new Theirs(from)
    theirs.get(requestFile(entry, NOW, [from]), NOW)
    const text = new TextDecoder().decode(asFile(theirs.says('ACCEPTED', NOW + 1000))).replace(/\r\n /g, '')
    return read(text.replace('PARTSTAT=ACCEPTED', `PARTSTAT=DELEGATED;DELEGATED-TO="${to}"`))
  }
  const read = (text: string): JComponent => {
    const opened = openCalendarFile(new TextEncoder().encode(text), {})
    if (opened.kind !== 'message') throw new Error(opened.kind)
    return opened.message.calendar
  }
  const crowd = (count: number): readonly Guest[] =>
    Array.from({ length: count }, (_, n) => ({ address: `mailto:k${String(n)}@x.example`, name: '' }))

  it('is named before the answer is noted, and becomes a guest by it', () => {
    const entry = calling([an])
    const word = wordIn(delegating(entry, binh.address), entry)
    expect(word).toMatchObject({ delegate: binh.address, received: { outcome: 'applied' } })
    expect(Object.keys(answers(withWord(entry, word)))).toEqual([an.address, binh.address])
  })

  it('is not called beyond as many as may be typed, nor under what is no address of mail', () => {
    const full = calling([an, ...crowd(99)])
    const word = wordIn(delegating(full, binh.address), full)
    expect(word.received).toMatchObject({ outcome: 'refused', reason: 'too-many-guests' })
    expect(withWord(full, word)).toBe(full)
    const among = wordIn(delegating(full, 'mailto:k1@x.example'), full)
    expect(among.received.outcome).toBe('applied')
    const entry = calling([an])
    expect(wordIn(delegating(entry, 'https://la.example/x'), entry).received.outcome).toBe('refused')
  })

  it('nor is a stranger taken in beyond that', () => {
    const full = calling(crowd(100))
    const stranger = new Theirs(binh)
    stranger.get(requestFile(withGuests(full, [binh], me), NOW), NOW)
    const word = wordIn(stranger.says('ACCEPTED', NOW + 1000), full)
    expect(word.received).toMatchObject({ outcome: 'refused', reason: 'too-many-guests' })
  })
})
