import type { LocalDate } from '../../kernel/instant.ts'
import { partsOf } from '../../kernel/instant.ts'
import { isClosedOn, type Book, type BookDirection } from './book.ts'

/** What is asked of a book to enter something in it today. */
export interface BookWanted {
  readonly direction: BookDirection
  /** Name of the kind, as `Quyết định`. */
  readonly kind: string
  readonly today: LocalDate
  /** The collective that issues it; absent: the agency itself. */
  readonly collective?: string | undefined
}

/**
 * The book a document or letter goes into: of this year and direction, not closed for today, made for its kind; else the one made for no
 * kind in particular (Decree 30 Art 15.1c: series as the head of the agency decides). A collective has a book of its own (Annex I II.3a). Undefined when there is none.
 */
export function bookFor<B extends Pick<Book, 'direction' | 'year' | 'kinds' | 'closings' | 'collective'>>(
  books: readonly B[],
  { direction, kind, today, collective }: BookWanted,
): B | undefined {
  const { year } = partsOf(today)
  const open = books.filter(
    (book) =>
      book.direction === direction &&
      book.year === year &&
      book.collective === collective &&
      !isClosedOn(book, today),
  )
  const wanted = kind.toLocaleLowerCase('vi')
  return (
    open.find((book) => book.kinds?.some((one) => one.toLocaleLowerCase('vi') === wanted)) ??
    open.find((book) => (book.kinds ?? []).length === 0)
  )
}
