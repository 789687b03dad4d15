import { z } from 'zod'
import { addDays } from '../calendar/days.ts'
import { partsOf, type LocalDate } from '../../kernel/instant.ts'

/** How long a file is kept (thời hạn bảo quản): for ever, or a number of years (Decree 30 Annex V). Stored. */
export const retention = z.union([z.literal('permanent'), z.int().min(1).max(100)])
export type Retention = z.infer<typeof retention>

/** Digital files go to the current archive within so many days after the matter ended (Circular 05/2025 Art 19.1a). */
const SUBMIT_WITHIN_DAYS = 60
/** The system warns so many days before (Decree 30 Annex VI Part I III.5b). */
export const WARN_DAYS = 30
/** The archive answers within so many days (Circular 05/2025 Art 19.3). */
export const ANSWER_WITHIN_DAYS = 60

/** The last day on which a file whose matter ended on `endedOn` goes to the archive in time. */
export const submitBy = (endedOn: LocalDate): LocalDate => addDays(endedOn, SUBMIT_WITHIN_DAYS)

/** The last day of the retention, counted from the end of the year in which the matter ended; null: kept for ever. */
export function keptUntil(endedOn: LocalDate, kept: Retention): LocalDate | null {
  return kept === 'permanent' ? null : `${String(partsOf(endedOn).year + kept)}-12-31`
}

const codes: Readonly<Record<string, string>> = {
  permanent: '01',
  70: '02',
  50: '03',
  30: '04',
  20: '05',
  10: '06',
}

/** Code of a retention in archive metadata (Circular 05/2025 Annex I `maintenance`). */
export const maintenanceCode = (kept: Retention): string => codes[String(kept)] ?? '07'

/** As it is printed: `Vĩnh viễn`, `20 năm`. */
export const printedRetention = (kept: Retention): string =>
  kept === 'permanent' ? 'Vĩnh viễn' : `${String(kept).padStart(2, '0')} năm`
