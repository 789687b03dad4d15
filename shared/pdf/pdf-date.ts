import { instantFrom, millisOf, VIETNAM_OFFSET_MINUTES } from '../kernel/instant.ts'
import type { Instant } from '../kernel/instant.ts'

function localDigits(at: Instant): string {
  return instantFrom(millisOf(at) + VIETNAM_OFFSET_MINUTES * 60_000).slice(0, 19)
}

/** A moment as a PDF date in Vietnam time, to the second (ISO 32000-1, 7.9.4). */
export function pdfDate(at: Instant): string {
  return `D:${localDigits(at).replace(/[-T:]/g, '')}+07'00'`
}

/** The same moment as XMP writes it (ISO 8601 with offset). */
export function xmpDate(at: Instant): string {
  return `${localDigits(at)}+07:00`
}
