import { kindFacts } from '#shared/domain/documents/kinds.ts'
import type { DocumentKind, OfficialDocument } from '#shared/domain/documents/document.ts'
import { bookFor } from '#shared/domain/registers/choose-book.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import type { BookRow } from '../../../projections/books.ts'

interface Numbered {
  readonly kind: DocumentKind
  /** The collective that issues it. */
  readonly collective?: string | undefined
}

/** The outgoing book a document of this kind is numbered in: where its next number comes from. */
export const outgoingBookOf = (
  books: readonly BookRow[],
  { kind, collective }: Numbered,
  today: LocalDate,
): BookRow | undefined =>
  bookFor(books, { direction: 'outgoing', kind: kindFacts[kind].name, today, collective })

/** The outgoing book a whole document is numbered in. */
export const bookOfDocument = (
  books: readonly BookRow[],
  { kind, fields }: OfficialDocument,
  today: LocalDate,
): BookRow | undefined => outgoingBookOf(books, { kind, collective: fields.onBehalf?.collective }, today)
