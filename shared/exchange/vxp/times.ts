import { type Instant, instantFrom, millisOf, VIETNAM_OFFSET_MINUTES } from '../../kernel/instant.ts'
import { writeTimestamp } from '../edxml/dates.ts'

/** `XroadVnpt-timestamp`: `ddMMyyyy'T'HHmmss+SSSS` in local time; `+SSSS` are milliseconds, not a zone. */
export function vxpTimestamp(at: Instant, offsetMinutes: number = VIETNAM_OFFSET_MINUTES): string {
  const local = instantFrom(millisOf(at) + offsetMinutes * 60_000)
  const date = `${local.slice(8, 10)}${local.slice(5, 7)}${local.slice(0, 4)}`
  return `${date}T${local.slice(11, 19).replaceAll(':', '')}+0${local.slice(20, 23)}`
}

/** Times in list items: `yyyy/MM/dd HH:mm:ss`, Vietnamese local time. */
export const listTime: (at: Instant) => string = writeTimestamp
