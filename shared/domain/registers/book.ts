import type { ActorRef } from '../decision.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'

/** Outgoing numbers (Decree 30 Art 15) or arrival numbers (Art 22). */
export type BookDirection = 'outgoing' | 'incoming'

/** A number given to a document or letter. */
export interface Assignment {
  readonly subject: string
  readonly number: number
  readonly date: LocalDate
}

/** Numbers lent to one desk until an hour and at most up to `cap`; numbering on that desk needs no node. */
export interface Pen {
  readonly holder: ActorRef
  readonly device: string
  readonly from: number
  readonly cap: number
  readonly until: Instant
}

export interface VoidedNumber {
  readonly number: number
  readonly reason: string
  readonly at: Instant
  readonly by: ActorRef
}

/** A register book of one year (sổ đăng ký): one running series from 1, gapless (Decree 30 Annex I II.3, Art 15, 22). */
export interface Book {
  readonly id: string
  readonly name: string
  readonly year: number
  readonly direction: BookDirection
  /** Last number of the register this one went on from within its year; 0 for a book begun on 1 January. */
  readonly startAfter: number
  /** Last number given or voided; `startAfter` before the first. */
  readonly last: number
  readonly lastDate: LocalDate | null
  /** Assignments in order, in pages of `PAGE`, so that one more number copies little. */
  readonly pages: readonly (readonly Assignment[])[]
  readonly voided: readonly VoidedNumber[]
  readonly pen: Pen | null
}

const PAGE = 128

/** The assignments with one more at the end. */
export function withAssignment(pages: Book['pages'], assignment: Assignment): Book['pages'] {
  const last = pages.at(-1)
  if (last === undefined || last.length >= PAGE) return [...pages, [assignment]]
  return [...pages.slice(0, -1), [...last, assignment]]
}

/** The number a subject has in this book, newest first; undefined when it has none. */
export function assignmentOf(book: Book, subject: string): Assignment | undefined {
  for (let page = book.pages.length - 1; page >= 0; page--) {
    const found = book.pages[page]?.find((one) => one.subject === subject)
    if (found !== undefined) return found
  }
  return undefined
}

/** Every number of the series with what became of it, in order: the gap check (product R1, R3). */
export function seriesOf(
  book: Book,
): readonly { readonly number: number; readonly kind: 'assigned' | 'voided' | 'missing' }[] {
  const kinds = new Map<number, 'assigned' | 'voided'>()
  for (const page of book.pages) for (const one of page) kinds.set(one.number, 'assigned')
  for (const one of book.voided) kinds.set(one.number, 'voided')
  return Array.from({ length: book.last - book.startAfter }, (_, index) => {
    const number = book.startAfter + 1 + index
    return { number, kind: kinds.get(number) ?? 'missing' }
  })
}
