import { printedDate } from '#shared/domain/format/boxes.ts'
import { localDateOf, millisOf, VIETNAM_OFFSET_MINUTES, type Instant } from '#shared/kernel/instant.ts'

/** `08 giờ 30`, as minutes write it, on the agency's clock. */
export function printedClock(at: Instant): string {
  const local = new Date(millisOf(at) + VIETNAM_OFFSET_MINUTES * 60_000)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${two(local.getUTCHours())} giờ ${two(local.getUTCMinutes())}`
}

/** `23 tháng 11 năm 2026`, on the agency's calendar. */
export const printedDay = (at: Instant): string => printedDate(localDateOf(at)).replace(/^ngày /u, '')
