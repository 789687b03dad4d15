import { describe, expect, it } from 'vitest'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { JComponent } from '#shared/exchange/calendar/jcal.ts'
import { requestFile } from '#shared/exchange/calendar/personal/guest-messages.ts'
import { withWord } from '#shared/exchange/calendar/personal/guest-replies.ts'
import { withGuests, type Guest } from '#shared/exchange/calendar/personal/guests.ts'
import { openCalendarFile } from '#shared/exchange/calendar/personal/open-file.ts'
import {
  NOW,
  me,
  an,
  binh,
  calling,
  asFile,
  wordIn,
  Theirs,
  answers,
} from '../../../../../builders/guests-of-an-appointment.ts'

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
