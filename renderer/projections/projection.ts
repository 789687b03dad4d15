import type { KnownState } from './states.ts'

/** Tables of rows made from states. */
export const projectionTables = [
  'outgoing',
  'incoming',
  'work',
  'deliveries',
  'register',
  'books',
  'people',
  'units',
  'correspondents',
  'found',
  'tasks',
  'absences',
  'signingDelegations',
  'facts',
  'files',
  'recordActs',
  'former',
  'formerImports',
  'meetings',
  'votes',
  'ballots',
  'slips',
  'notes',
  'rooms',
] as const
export type ProjectionTable = (typeof projectionTables)[number]

/** Beside the state: whether the desk shows acts of its own that are not confirmed yet. */
export interface ShownFacts {
  readonly pending: boolean
}

/** A row before sealing. */
export interface ProjectedRow {
  readonly id: string
  /** Stored in clear for the indexes: ids, codes, dates, never free text. */
  readonly index: Readonly<Record<string, string | number | readonly string[]>>
  /** Sealed; null: the row says all in its index fields. */
  readonly content: object | null
  /** Counters this row adds one to. */
  readonly counts: readonly string[]
}

/** Aggregate state → rows of one table, replaced whole. Pure. */
export interface Projection {
  readonly table: ProjectionTable
  rowsOf(of: KnownState, facts: ShownFacts): readonly ProjectedRow[]
}
