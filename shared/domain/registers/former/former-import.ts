import type { BlobRef } from '../../blob-ref.ts'
import type { ActorRef, Audience } from '../../decision.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { FormerShelf } from './former-entry.ts'
import type { ImportCounts, ImportSource } from './import-plan.ts'

/** One import of a former register or of an archive of messages, and what it came to. */
export interface FormerImport extends FormerShelf {
  readonly id: string
  readonly name: string
  readonly source: ImportSource
  /** This year's book, when the register was kept elsewhere until it was opened; null for a former year. */
  readonly book: string | null
  /** Every page its lines lie on. */
  readonly pages: readonly string[]
  readonly status: 'open' | 'done' | 'withdrawn'
  /** Null until it is done. */
  readonly counts: ImportCounts | null
  /** The reconciliation, as `importReport`; null until it is done. */
  readonly report: BlobRef | null
  readonly begun: { readonly at: Instant; readonly by: ActorRef }
  readonly done: { readonly at: Instant; readonly by: ActorRef } | null
  /** Work files that an entry of it was put into: while there are any it is not withdrawn. */
  readonly usedIn: readonly { readonly entry: string; readonly file: string }[]
  readonly withdrawn: { readonly at: Instant; readonly by: ActorRef; readonly reason: string } | null
}

/** Former registers are seen by those who keep registers and archive, and by the leaders. */
export const formerAudience: Audience = ['role:clerk', 'role:archivist', 'role:leader']
