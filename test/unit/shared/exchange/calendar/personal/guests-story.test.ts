import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { componentsOfSeries, occurrenceMsOf } from '#shared/exchange/calendar/itip/components.ts'
import { sequenceOf } from '#shared/exchange/calendar/event.ts'
import { textOf, type JComponent } from '#shared/exchange/calendar/jcal.ts'
import type { Appointment } from '#shared/exchange/calendar/personal/compose-entry.ts'
import { seriesIn } from '#shared/exchange/calendar/personal/entry-calendar.ts'
import {
  calledOff,
  occurrenceChanged,
  occurrenceLeftOut,
  seriesChanged,
} from '#shared/exchange/calendar/personal/guest-changes.ts'
import { cancelFile, requestFile } from '#shared/exchange/calendar/personal/guest-messages.ts'
import { guestWordIn, withWord } from '#shared/exchange/calendar/personal/guest-replies.ts'
import { countToTell, guestsOf, toTell, withGuests } from '#shared/exchange/calendar/personal/guests.ts'
import { occurrencesIn, zonesIn } from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import {
  HOUR,
  NOW,
  MONDAY,
  window,
  me,
  an,
  binh,
  people,
  appointment,
  weekly,
  calling,
  sent,
  messageIn,
  Theirs,
  shownBy,
} from '../../../../../builders/guests-of-an-appointment.ts'

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
