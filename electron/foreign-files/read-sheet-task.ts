import { z } from 'zod'
import { readAnySheet } from '#shared/spreadsheet/read/read-any-sheet.ts'
import { SheetRefusal, type ReadSheet, type SheetProblem } from '#shared/spreadsheet/read/read-sheet.ts'

/** What main sends. */
export const readSheetTask = z.strictObject({
  task: z.literal('read-sheet'),
  file: z.instanceof(Uint8Array),
})
type ReadSheetTask = z.infer<typeof readSheetTask>

/** Reads a workbook or a text of separated values; why it cannot be read is an answer, not a failure. */
export async function runReadSheet({
  file,
}: ReadSheetTask): Promise<{ readonly sheets: readonly ReadSheet[] } | { readonly problem: SheetProblem }> {
  try {
    return { sheets: await readAnySheet(file) }
  } catch (error) {
    if (error instanceof SheetRefusal) return { problem: error.problem }
    throw error
  }
}
