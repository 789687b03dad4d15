import type { Letter } from '#shared/domain/correspondence/letter.ts'
import type { Evidence } from '#shared/domain/work/task.ts'

/** The last answer that was issued, as what shows that the work is done; null: none. */
export function replyOf(letter: Pick<Letter, 'replies'> | undefined): Evidence | null {
  const last = letter?.replies?.at(-1)
  return last === undefined ? null : { document: last.document, code: last.code }
}
