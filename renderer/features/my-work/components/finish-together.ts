import { awaitsReply, type Letter } from '#shared/domain/correspondence/letter.ts'
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
  if (row.isFromSuperior) return { does: 'stay', why: 'needsEvidence' }
  if (letter !== undefined && awaitsReply(letter)) return { does: 'stay', why: 'needsReply' }
  return { does: 'finish', evidence: replyOf(letter) }
}
