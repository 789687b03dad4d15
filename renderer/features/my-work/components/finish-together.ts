import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { owedProof } from '#shared/domain/work/proof.ts'
import type { Evidence } from '#shared/domain/work/task.ts'
import type { WorkRow } from '../../../projections/work.ts'
import { replyOf } from '../../../workplace/tasks/reply-of.ts'

/** What finishing many at once does to one of them, or why it leaves it alone. */
export type Ending =
  | { readonly does: 'finish'; readonly evidence: Evidence | null }
  | { readonly does: 'read' }
  | { readonly does: 'stay'; readonly why: 'needsEvidence' | 'needsReply' | 'notTask' }

/** `letter`: the one it comes from; undefined where it is not on this desk. An issued answer is what shows that the work is done. */
export function endingOf(row: WorkRow, letter: Pick<Letter, 'content' | 'replies'> | undefined): Ending {
  if (row.reason === 'inform') return { does: 'read' }
  if (row.reason !== 'task') return { does: 'stay', why: 'notTask' }
  if (row.part !== 'lead') return { does: 'finish', evidence: null }
  const owed = owedProof({ role: row.part, fromSuperior: row.isFromSuperior }, letter)
  if (owed !== undefined) return { does: 'stay', why: owed === 'evidence' ? 'needsEvidence' : 'needsReply' }
  return { does: 'finish', evidence: replyOf(letter) }
}
