import type { CallDetails } from '../../shared/domain/meetings/meeting.ts'
import { meetingOfSeries, type InSeries } from '../../shared/domain/meetings/series/series.ts'
import { anItem, callDetailsOf } from './a-meeting.ts'

const HOURS = { from: 'T01:00:00.000Z', until: 'T03:00:00.000Z' }
/** The Mondays of a weekly series of four. */
export const MONDAYS = ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'] as const

/** Which date of the series `s1`, a week apart, four times. */
export const seriesOn = (on: string, number: number): InSeries => ({
  ...{ id: 's1', on, number, of: MONDAYS.length },
  rule: {
    pattern: { kind: 'weekly', interval: 1 },
    first: MONDAYS[0],
    until: null,
    count: MONDAYS.length,
    daysOff: 'skip',
  },
})

/** What calls one date of that series, and the meeting it makes. */
export function aDate(
  on: string,
  number: number,
  change: Partial<CallDetails> = {},
): { readonly id: string; readonly payload: Readonly<Record<string, unknown>> } {
  const series = seriesOn(on, number)
  const details = callDetailsOf({ from: `${on}${HOURS.from}`, until: `${on}${HOURS.until}`, ...change })
  return {
    id: meetingOfSeries(series),
    payload: { details, items: [anItem('i1')], shortNotice: '', series },
  }
}
