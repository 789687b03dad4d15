import type { Book, Closing } from '#shared/domain/registers/book.ts'
import type { Projection, ShownFacts } from './projection.ts'

/** A register book: where its numbers stand and who holds the pen. */
export interface BookRow
  extends
    ShownFacts,
    Pick<Book, 'id' | 'name' | 'year' | 'direction' | 'startAfter' | 'last' | 'lastDate' | 'pen'> {
  readonly voidedCount: number
  readonly kinds: readonly string[]
  readonly closings: readonly Closing[]
  /** The collective whose documents alone it takes; absent: none. */
  readonly collective?: string
}

export const books: Projection = {
  table: 'books',
  rowsOf(of, facts) {
    if (of.kind !== 'book') return []
    const {
      id,
      name,
      year,
      direction,
      startAfter,
      last,
      lastDate,
      pen,
      voided,
      kinds,
      closings,
      collective,
    } = of.state
    const content: BookRow = {
      ...facts,
      id,
      name,
      year,
      direction,
      startAfter,
      last,
      lastDate,
      pen,
      voidedCount: voided.length,
      kinds: kinds ?? [],
      closings: closings ?? [],
      ...(collective === undefined ? {} : { collective }),
    }
    return [{ id, index: {}, content, counts: [] }]
  },
}
