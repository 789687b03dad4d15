import type { Book } from '#shared/domain/registers/book.ts'
import type { Projection, ShownFacts } from './projection.ts'

/** A register book: where its numbers stand and who holds the pen. */
export interface BookRow
  extends ShownFacts, Pick<Book, 'id' | 'name' | 'year' | 'direction' | 'last' | 'lastDate' | 'pen'> {
  readonly voidedCount: number
}

export const books: Projection = {
  table: 'books',
  rowsOf(of, facts) {
    if (of.kind !== 'book') return []
    const { id, name, year, direction, last, lastDate, pen, voided } = of.state
    const content: BookRow = {
      ...facts,
      id,
      name,
      year,
      direction,
      last,
      lastDate,
      pen,
      voidedCount: voided.length,
    }
    return [{ id, index: {}, content, counts: [] }]
  },
}
