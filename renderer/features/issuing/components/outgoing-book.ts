import { kindFacts } from '#shared/domain/documents/kinds.ts'
import type { DocumentKind } from '#shared/domain/documents/document.ts'
import { bookFor } from '#shared/domain/registers/choose-book.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import type { BookRow } from '../../../projections/books.ts'

/** The outgoing book a document of this kind is numbered in: where its next number comes from. */
export const outgoingBookOf = (
  books: readonly BookRow[],
  kind: DocumentKind,
  today: LocalDate,
): BookRow | undefined => bookFor(books, { direction: 'outgoing', kind: kindFacts[kind].name, today })
