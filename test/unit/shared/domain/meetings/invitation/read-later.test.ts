import { expect, test } from 'vitest'
import { readLater, tellsLater } from '#shared/domain/meetings/invitation/read-later.ts'
import { atMinute } from '#shared/domain/calendar/working-calendar.ts'
import type { LetterContent } from '#shared/domain/correspondence/letter.ts'
import { BEFORE, ISSUED_ON, laterGold, others } from './later-gold.ts'

const instant = (text: string | undefined): string | undefined => {
  const [day = '', hour = 0, minute = 0] =
    text === undefined ? [] : [text.slice(0, 10), Number(text.slice(11, 13)), Number(text.slice(14))]
  return text === undefined ? undefined : atMinute(day, hour * 60 + minute)
}
const about = (subject: string) => ({ content: { subject } as LetterContent })

test.each(laterGold)(
  '“$subject” is read as a person reads it',
  ({ subject, text, kind, from, until, place, reason, names = [] }) => {
    expect(tellsLater(about(subject))).toBe(true)
    const read = readLater([text], { subject, issuedOn: ISSUED_ON }, BEFORE)
    expect(read.kind).toBe(kind)
    if (kind === 'changed')
      expect({
        from: read.now.from?.value,
        until: read.now.until?.value,
        place: read.now.place?.value,
      }).toEqual({ from: instant(from), until: instant(until), place })
    if (reason !== undefined) expect(read.reason?.value).toBe(reason)
    expect(read.names).toEqual(names)
  },
)

test.each(others)('“%s” changes no meeting', (subject) => {
  expect(tellsLater(about(subject))).toBe(false)
})

test('whatever is written, reading ends', () => {
  const read = readLater(['sang '.repeat(20_000), '1/A-'.repeat(10_000)], {
    subject: 'hoãn họp',
    issuedOn: ISSUED_ON,
  })
  expect(read.kind).toBe('off')
})
