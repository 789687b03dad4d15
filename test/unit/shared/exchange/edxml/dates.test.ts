import { describe, expect, test } from 'vitest'
import { readDate, readTimestamp, writeDate, writeTimestamp } from '#shared/exchange/edxml/dates.ts'

describe('dates of messages', () => {
  test.each([
    ['2026/03/02', '2026-03-02', undefined],
    ['2026-03-02', '2026-03-02', 'edxml.date.form'],
    ['2026/3/2', '2026-03-02', 'edxml.date.form'],
    ['2026/03/02 10:11:12', '2026-03-02', 'edxml.date.form'],
    ['25/12/2025', '2025-12-25', 'edxml.date.form'],
    ['06/05/2024', '2024-05-06', 'edxml.date.form'],
    ['2014/02/30', undefined, 'edxml.date.impossible'],
    ['31/11/2025', undefined, 'edxml.date.impossible'],
    ['hôm nay', undefined, 'edxml.date.unreadable'],
    ['2026/03-02', undefined, 'edxml.date.unreadable'],
  ])('%s is read as %s', (text, date, rule) => {
    expect(readDate(text)).toEqual({
      ...(date === undefined ? {} : { date }),
      ...(rule === undefined ? {} : { rule }),
    })
  })

  test.each([
    ['2026/03/02 08:30:15', '2026-03-02T01:30:15.000Z', undefined],
    ['2026/03/02', '2026-03-01T17:00:00.000Z', 'edxml.date.form'],
    ['2026-03-02T08:30:15+07:00', '2026-03-02T01:30:15.000Z', 'edxml.date.form'],
    ['2026-03-02T01:30:15Z', '2026-03-02T01:30:15.000Z', 'edxml.date.form'],
    ['02/03/2026 08:30:15', '2026-03-02T01:30:15.000Z', 'edxml.date.form'],
    ['2026/03/02 25:00:00', undefined, 'edxml.date.impossible'],
  ])('the time stamp %s is read as %s', (text, at, rule) => {
    expect(readTimestamp(text)).toEqual({
      ...(at === undefined ? {} : { at }),
      ...(rule === undefined ? {} : { rule }),
    })
  })

  test('written in the one form that every reader takes, in Vietnamese local time', () => {
    expect(writeDate('2026-03-02')).toBe('2026/03/02')
    expect(writeTimestamp('2026-03-01T18:05:09.000Z')).toBe('2026/03/02 01:05:09')
  })
})
