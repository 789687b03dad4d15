import { sha256Hex } from '#shared/kernel/hash.ts'
import { localDateOf, type Instant } from '#shared/kernel/instant.ts'
import { addDays } from '#shared/domain/calendar/days.ts'

/** So long after it was told, a reminder cannot come again. */
const KEPT_DAYS = 40

const placeOf = (person: string, workspace: string): string => `congso.reminded/${workspace}/${person}`

/** Of these reminders those that this machine has not told before; from now on it has. By hash and day only: not what the meetings are. */
export function notToldBefore<R extends { readonly key: string }>(
  reminders: readonly R[],
  { person, workspace }: { readonly person: string; readonly workspace: string },
  now: Instant,
): readonly R[] {
  const place = placeOf(person, workspace)
  const today = localDateOf(now)
  const oldest = addDays(today, -KEPT_DAYS)
  const kept = (localStorage.getItem(place) ?? '').split('\n').filter((line) => line.slice(0, 10) >= oldest)
  const told = new Set(kept.map((line) => line.slice(11)))
  const fresh = reminders.filter(({ key }) => !told.has(sha256Hex(key)))
  if (fresh.length > 0)
    localStorage.setItem(place, [...kept, ...fresh.map(({ key }) => `${today} ${sha256Hex(key)}`)].join('\n'))
  return fresh
}
