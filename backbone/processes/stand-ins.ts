import { absenceOn, standInFor, type Absence } from '#shared/domain/directory/absence-decider.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import type { ReadState } from './process.ts'

/** Who does it instead of a post that is away on this day; null when the post works itself. */
export async function standInOn(read: ReadState, post: string, day: LocalDate): Promise<string | null> {
  const known = new Map<string, Absence | undefined>()
  for (let at = post; !known.has(at);) {
    const absence = (await read({ kind: 'absence', id: at })) as Absence | undefined
    known.set(at, absence)
    at = absenceOn(absence, day)?.deputy ?? at
  }
  return standInFor((_kind, id) => known.get(id), post, day)
}
