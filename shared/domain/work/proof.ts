import { awaitsReply, type Letter } from '../correspondence/letter.ts'
import type { Task } from './task.ts'

/** What a task may not be finished without; the rules `evidence-missing` and `reply-missing` refuse it. */
export type OwedProof = 'evidence' | 'reply'

/**
 * Whoever leads for the agency on what its superior asked shows the document that does it; whoever leads on a letter that asks for an answer
 * by a day closes with the answer (Decree 30 Art 24.1; Annex IV, register of handling). A `letter` that is not here, or was recalled,
 * asks for nothing.
 */
export function owedProof(
  task: Pick<Task, 'role' | 'fromSuperior' | 'recalled'>,
  letter: Pick<Letter, 'content' | 'replies'> | null | undefined,
): OwedProof | undefined {
  if (task.role !== 'lead' || task.recalled !== undefined) return undefined
  if (task.fromSuperior) return 'evidence'
  return letter != null && awaitsReply(letter) ? 'reply' : undefined
}
