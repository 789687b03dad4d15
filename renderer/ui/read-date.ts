import type { LocalDate } from '#shared/kernel/instant.ts'

const CENTURY = 2000

/** The day that is written as `08/02/2027`, `8.2.27` or `8-2-2027`: the day stands first; null for what is no day. */
export function readDate(words: string): LocalDate | null {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(words.trim())
  if (found === null) return null
  const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const at = new Date(Date.UTC(year < 100 ? CENTURY + year : year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null
}
