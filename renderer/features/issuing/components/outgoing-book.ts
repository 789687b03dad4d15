import type { BookRow } from '../../../projections/books.ts'

/** The outgoing book of the newest year: where the next number comes from. */
export function outgoingBookOf(books: readonly BookRow[]): BookRow | undefined {
  return books.filter((book) => book.direction === 'outgoing').sort((a, b) => b.year - a.year)[0]
}
