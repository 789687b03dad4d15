import type { ShownLine } from '../../shared/domain/schedule/week-line.ts'

/** A line of the week of 23 November 2026: Monday morning, half past eight. */
export function aWeekLine(change: Partial<ShownLine> = {}): ShownLine {
  return {
    id: 'l1',
    leaders: ['director'],
    day: '2026-11-23',
    half: 'morning',
    hours: { from: 510, until: 660 },
    busy: false,
    content: 'Họp giao ban lãnh đạo',
    place: 'Phòng họp số 1',
    chair: '',
    attendees: 'Trưởng các phòng',
    preparer: 'Văn phòng',
    transport: '',
    ...change,
  }
}
