import type { BlobRef } from '../blob-ref.ts'
import type { ActorRef } from '../decision.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { sha256Hex } from '../../kernel/hash.ts'
import { localDateOf, type Instant, type LocalDate } from '../../kernel/instant.ts'

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

/** Numbers of a period frozen for good: printed, counted, and bound by the hash of their series (Decree 30 Art 16.2b, 22.3b). */
export interface Closing {
  /** Last day of the period; nothing dated on it or before it is entered or corrected any more. */
  readonly until: LocalDate
  /** First and last number of the period; `first` > `last` when none was given in it. */
  readonly first: number
  readonly last: number
  readonly voidedCount: number
  /** SHA-256 of `seriesText` of these numbers. */
  readonly series: string
  /** The register as printed. */
  readonly print: BlobRef
  readonly at: Instant
  readonly by: ActorRef
}

/** A register book of one year (sổ đăng ký): one running series from 1, gapless (Decree 30 Annex I II.3, Art 15, 22). */
export interface Book {
  readonly id: string
  readonly name: string
  readonly year: number
  readonly direction: BookDirection
  /** Kinds of documents it takes, as `Quyết định`; none: everything no other book takes (Art 15.1c). Absent in books of before. */
  readonly kinds?: readonly string[]
  /** The collective whose documents alone it takes (Annex I II.3a); absent: none. */
  readonly collective?: string
  /** Last number of the register this one went on from within its year; 0 for a book begun on 1 January. */
  readonly startAfter: number
  /** Last number given or voided; `startAfter` before the first. */
  readonly last: number
  readonly lastDate: LocalDate | null
  /** Assignments in order, in pages of `PAGE`, so that one more number copies little. */
  readonly pages: readonly (readonly Assignment[])[]
  readonly voided: readonly VoidedNumber[]
  readonly pen: Pen | null
  /** Closed periods, oldest first; absent: none. */
  readonly closings?: readonly Closing[]
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

/** Whether the book is closed for a day. */
export function isClosedOn(book: Pick<Book, 'closings'>, date: LocalDate): boolean {
  const last = book.closings?.at(-1)
  return last !== undefined && date <= last.until
}

/** What a closing up to a day would freeze. */
export interface PeriodToClose {
  readonly first: number
  readonly last: number
  readonly voidedCount: number
  readonly missing: readonly number[]
  /** `seriesText` of the numbers, hashed. */
  readonly series: string
}

/** The numbers behind the last closing up to and on `until`. */
export function periodUpTo(book: Book, until: LocalDate): PeriodToClose {
  const first = (book.closings?.at(-1)?.last ?? book.startAfter) + 1
  const assigned = book.pages.flat().filter((one) => one.number >= first && one.date <= until)
  const voided = book.voided.filter((one) => one.number >= first && localDateOf(one.at) <= until)
  const numbers = [...assigned, ...voided].map((one) => one.number)
  const last = numbers.reduce((most, number) => Math.max(most, number), first - 1)
  const known = new Set(numbers)
  const missing: number[] = []
  for (let number = first; number <= last; number++) if (!known.has(number)) missing.push(number)
  return { first, last, voidedCount: voided.length, missing, series: sha256Hex(seriesText(assigned, voided)) }
}

/** Canonical JSON of assignments and voided numbers in order of numbers: the text whose hash a closing keeps. */
function seriesText(assigned: readonly Assignment[], voided: readonly VoidedNumber[]): string {
  const lines = [
    ...assigned.map(({ number, date, subject }) => ({ number, date, subject })),
    ...voided.map(({ number, reason, at }) => ({ number, voided: reason, at })),
  ]
  return canonicalJson(lines.sort((a, b) => a.number - b.number))
}
