import type { DeliveryState } from '../correspondence/dispatch.ts'
import type { VerdictWord } from '../correspondence/letter.ts'
import type { LetterStatus } from '../correspondence/letter-status.ts'
import type { DocumentStatus } from '../documents/document-status.ts'
import type { Task } from '../work/task.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'

/** Stands for the last day of what is still open. */
export const STILL_OPEN = '9999-12-31'

interface Common {
  /** What it is, a slash, its id. */
  readonly id: string
  /** Begun: arrived, drafted, given, sent. */
  readonly since: Instant
  /** The day it was closed, `STILL_OPEN` before. */
  readonly until: LocalDate
  /** When it came to where it lies now. */
  readonly at: Instant
}

/** What the boards know of a letter: moments, parts and marks, no words of it. */
export interface LetterFact extends Common {
  readonly what: 'letter'
  readonly status: LetterStatus
  readonly registeredAt?: Instant
  readonly presentedAt?: Instant
  readonly directedAt?: Instant
  readonly finishedAt?: Instant
  /** Post it lies with: the leader it was presented to, or who leads. */
  readonly holder?: string
  readonly verdict: VerdictWord
  /** Its paper came, alone or beside the file. */
  readonly isPaper: 0 | 1
  /** As the sender counts; absent: not said. */
  readonly pages?: number
}

/** What the boards know of a document of this agency. */
export interface DocumentFact extends Common {
  readonly what: 'document'
  readonly status: DocumentStatus
  readonly unit: string
  readonly drafter: string
  readonly signedAt?: Instant
  readonly issuedAt?: Instant
  readonly holder?: string
  /** Signed by the competent person and sealed by the agency, both digitally (Decree 30 Art 13, 17). */
  readonly isSigned: 0 | 1
  /** Agencies it goes to over the backbone. */
  readonly recipients: number
}

/** What the boards know of one recipient of one document. */
export interface DeliveryFact extends Common {
  readonly what: 'delivery'
  readonly document: string
  readonly state: DeliveryState
  readonly arrivedAt?: Instant
  readonly acceptedAt?: Instant
  /** Attempts that failed. */
  readonly failures: number
}

/** What the boards know of one person's part of a matter; who is only told has none. */
export interface TaskFact extends Common {
  readonly what: 'task'
  readonly status: Task['status']
  /** The letter or the meeting it comes from. */
  readonly letter?: string
  readonly meeting?: string
  readonly assignee: string
  readonly holder: string
  readonly deadline?: LocalDate
  readonly finishedAt?: Instant
  readonly isSuperior: 0 | 1
  readonly isStopped: 0 | 1
}

export type BoardFact = LetterFact | DocumentFact | DeliveryFact | TaskFact
