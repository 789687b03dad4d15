import { atMinute } from '#shared/domain/calendar/working-calendar.ts'
import { newEntry } from '#shared/exchange/calendar/personal/compose-entry.ts'
import { calendarOf } from '#shared/exchange/calendar/personal/entry-calendar.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { millisOf } from '#shared/kernel/instant.ts'
import type { Scene } from './scene.ts'

/** What the department of justice holds when, as a calendar file that comes with its letter. */
export function campaignCalendar({ clock }: Scene): Uint8Array {
  const events = [
    ['Tuyên truyền Luật Cán bộ, công chức', 'Hội trường Sở Tư pháp', 6],
    ['Phổ biến quy định về chữ ký số', 'Trung tâm Hội nghị tỉnh', 8],
    ['Hỏi đáp pháp luật trực tuyến', 'Trực tuyến', 13],
  ] as const
  const entries = events.map(([title, place, days], index) => {
    const fromMs = millisOf(atMinute(clock.dayAhead(days), 8 * 60))
    const time = { kind: 'hours', fromMs, untilMs: fromMs + 90 * 60_000 } as const
    const texts = { title, place, notes: '', repeat: null, reminder: null }
    return newEntry(`pbpl-${String(index + 1)}@stp.example`, { ...texts, time }, clock.now())
  })
  return writeCalendar(calendarOf(entries))
}
