import { sheetProblems } from '#shared/spreadsheet/read/read-sheet.ts'
import type { Translate } from '../../../i18n/messages.ts'

const problems = [...sheetProblems, 'no-messages', 'too-many-messages'] as const

/** Why a file of former times cannot be read, and what to do; undefined for a problem that is none of these. */
export function problemWords(t: Translate, problem: unknown): string | undefined {
  const known = problems.find((one) => one === problem)
  return known === undefined ? undefined : t(`former.unreadable.${known}`)
}
