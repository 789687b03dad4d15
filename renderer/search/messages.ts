import type { LocalDate } from '#shared/kernel/instant.ts'
import type {
  FoundAgency,
  FoundDocument,
  FoundFormer,
  FoundLetter,
  FoundPerson,
} from '../projections/found.ts'
import type { FoundCommit } from '../database/office-store.ts'
import type { DateRange } from './query-dates.ts'
import type { FacetCounts, Filters } from './index/facets.ts'

export type FoundPaper = FoundLetter | FoundDocument | FoundFormer
export type FoundName = FoundPerson | FoundAgency

/** A search of letters and documents. */
export interface PapersWish {
  readonly text: string
  readonly filters: Filters
  /** How many hits are wanted; counts are always of all. */
  readonly limit: number
  readonly today: LocalDate
  /** Code of this agency, as it stands in the identifiers of its documents; empty when not known. */
  readonly agency: string
}

/** Another document that changes what a hit means. */
export interface Relation {
  readonly id: string
  readonly code: string
  readonly subject: string
  readonly issuedOn: LocalDate | null
  /** It is on its way only: a draft, or not issued yet. */
  readonly isDraft: boolean
}

export interface PaperHit {
  readonly row: FoundPaper
  /** The first page that holds what was looked for, and the words around it. */
  readonly page: { readonly number: number; readonly snippet: string } | null
  readonly answeredBy: readonly Relation[]
}

export interface PapersFound {
  readonly total: number
  readonly hits: readonly PaperHit[]
  readonly facets: FacetCounts
  readonly date: DateRange | null
  /** Folded words to mark in the hits. */
  readonly marks: readonly string[]
  readonly corrected: readonly { readonly typed: string; readonly used: readonly string[] }[]
  /** False while the index still reads what is on this desk. */
  readonly isWhole: boolean
}

export interface NamesFound {
  readonly total: number
  readonly rows: readonly FoundName[]
}

/** What the page asks of the index, by name: what is wanted and what is answered. */
export interface SearchRequests {
  papers: { readonly wish: PapersWish; readonly answer: PapersFound }
  names: { readonly wish: { readonly text: string; readonly limit: number }; readonly answer: NamesFound }
  /** How many letters and documents each of these searches finds. */
  counts: {
    readonly wish: readonly Pick<PapersWish, 'text' | 'filters' | 'today'>[]
    readonly answer: readonly number[]
  }
  /** The newest letters and documents whose pages have not been read, at most `limit`. */
  unread: { readonly wish: { readonly limit: number }; readonly answer: readonly FoundPaper[] }
}
export type RequestName = keyof SearchRequests

/** From the page to the worker. */
export type ToIndex =
  | { readonly kind: 'open'; readonly database: string; readonly key: CryptoKey }
  /** Something was written. */
  | ({ readonly kind: 'written' } & FoundCommit)
  | { readonly kind: 'ask'; readonly number: number; readonly name: RequestName; readonly wish: unknown }

/** From the worker to the page. */
export type FromIndex =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly number: number | null; readonly message: string }
  /** What would be found may have changed. */
  | { readonly kind: 'changed' }
