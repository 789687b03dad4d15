import type { CellValue } from '../table.ts'

/** A line of a sheet in which something stands. */
export interface SheetRow {
  /** Counted from 1, as a spreadsheet shows it. */
  readonly line: number
  readonly cells: readonly CellValue[]
}

/** A sheet as read; empty lines are left out. */
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

/**
 * Why a file is no sheet that can be read. Stored and shown: a value is never reused for another meaning.
 * - `empty`: nothing stands in it.
 * - `old-format`: a workbook of before 2007, or one with a password.
 * - `not-a-sheet`: neither a workbook nor text.
 * - `broken`: a workbook whose parts are missing, damaged or no XML.
 * - `too-large`, `too-many-rows`, `too-many-columns`: beyond a limit.
 * - `encoding-unknown`: a text in no encoding that is known here.
 */
export const sheetProblems = [
  'empty',
  'old-format',
  'not-a-sheet',
  'broken',
  'too-large',
  'too-many-rows',
  'too-many-columns',
  'encoding-unknown',
] as const
export type SheetProblem = (typeof sheetProblems)[number]

/** Carries a problem out of the depth of a reader. */
export class SheetRefusal extends Error {
  readonly problem: SheetProblem

  constructor(problem: SheetProblem) {
    super(problem)
    this.name = 'SheetRefusal'
    this.problem = problem
  }
}

/** What a sheet may cost before it is refused. */
export interface SheetLimits {
  readonly rows: number
  readonly columns: number
  /** All texts of a file together, in characters. */
  readonly textChars: number
  /** One part of a workbook, unpacked. */
  readonly partBytes: number
}

/** Room for the register of a ministry's year. */
export const SHEET_LIMITS: SheetLimits = {
  rows: 100_000,
  columns: 64,
  textChars: 64 * 1024 * 1024,
  partBytes: 256 * 1024 * 1024,
}
