import { describe, expect, it, test } from 'vitest'
import { calendarEntry, type CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { occurrenceMsOf } from '#shared/exchange/calendar/itip/components.ts'
import { newEntry } from '#shared/exchange/calendar/personal/compose-entry.ts'
import { calendarOf, seriesIn } from '#shared/exchange/calendar/personal/entry-calendar.ts'
import { calledOff, seriesChanged } from '#shared/exchange/calendar/personal/guest-changes.ts'
import {
  cancelFile,
  declinedCounterFile,
  requestFile,
} from '#shared/exchange/calendar/personal/guest-messages.ts'
import {
  proposedIn,
  takenInAsGuest,
  withProposal,
  withWord,
} from '#shared/exchange/calendar/personal/guest-replies.ts'
import { countToTell, toTell, withGuests } from '#shared/exchange/calendar/personal/guests.ts'
import { openCalendarFile } from '#shared/exchange/calendar/personal/open-file.ts'
import { zonesIn } from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import {
  HOUR,
  DAY,
  NOW,
  MONDAY,
  me,
  an,
  binh,
  chi,
  people,
  appointment,
  weekly,
  calling,
  sent,
  asFile,
  messageIn,
  wordIn,
  Theirs,
  shownBy,
  answers,
} from '../../../../../builders/guests-of-an-appointment.ts'

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
