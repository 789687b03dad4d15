import type { BoardFact } from '#shared/domain/boards/facts.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import type { OfficeDatabase } from './office-database.ts'
import { FACTS_GONE } from './office-store.ts'

interface Kept {
  /** Facts whose last day is this or later are here. */
  readonly from: LocalDate
  /** Everything up to this write is in. */
  readonly revision: number
  /** By last day, then id. */
  readonly facts: readonly BoardFact[]
}

/**
 * The facts of the boards, read whole once and then followed: an answer reads only what was written since the one before it, and is the
 * same object while nothing was. What it gives is always what reading everything anew would give.
 */
export class KeptFacts {
  readonly #database: OfficeDatabase
  #kept: Kept | undefined
  #given: { readonly of: Kept['facts']; readonly from: LocalDate; readonly facts: Kept['facts'] } | undefined

  constructor(database: OfficeDatabase) {
    this.#database = database
  }

  /** Facts whose last day is `from` or later, by last day, then id. A live query notices every write. */
  async since(from: LocalDate): Promise<readonly BoardFact[]> {
    const database = this.#database
    const table = database.projected('facts')
    this.#kept = await database.transaction('r', [table, database.meta], async () => {
      const revision = await this.#meta('revision')
      const kept = this.#kept
      const isOfUse =
        kept !== undefined &&
        kept.from <= from &&
        kept.revision <= revision &&
        (await this.#meta(FACTS_GONE)) <= kept.revision
      if (!isOfUse) {
        const facts: unknown = await table.where('until').aboveOrEqual(from).toArray()
        return { from, revision, facts: facts as BoardFact[] }
      }
      if (kept.revision === revision) return kept
      const changed: unknown = await table.where('revision').above(kept.revision).toArray()
      return { ...kept, revision, facts: merged(kept.facts, changed as BoardFact[], kept.from) }
    })
    return this.#from(this.#kept, from)
  }

  #from({ from: first, facts }: Kept, from: LocalDate): readonly BoardFact[] {
    if (first === from) return facts
    if (this.#given?.of !== facts || this.#given.from !== from)
      this.#given = { of: facts, from, facts: facts.filter(({ until }) => until >= from) }
    return this.#given.facts
  }

  async #meta(name: string): Promise<number> {
    const value = (await this.#database.meta.get(name))?.value
    return typeof value === 'number' ? value : 0
  }
}

function merged(
  facts: readonly BoardFact[],
  changed: readonly BoardFact[],
  from: LocalDate,
): readonly BoardFact[] {
  if (changed.length === 0) return facts
  const ids = new Set(changed.map(({ id }) => id))
  return [...facts.filter(({ id }) => !ids.has(id)), ...changed.filter(({ until }) => until >= from)].sort(
    byLastDay,
  )
}

const byLastDay = (a: BoardFact, b: BoardFact): number =>
  a.until < b.until ? -1 : a.until > b.until ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
