import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { SlowInput } from '../effort/effort-meter.ts'
import { table } from '../effort/report.ts'
import type { DayTask } from './day-task.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Budgets of whole days (product 4.1): 60 incoming and 12 outgoing. */
export const dayBudgets: Partial<Record<DayTask['role'], number>> = { clerk: 300 }

export interface MeasuredStretch extends Pick<DayTask, 'role' | 'name' | 'items' | 'budget'> {
  readonly inputs: number
  /** How long the script took; not how long a person takes. */
  readonly seconds: number
}

/** Inputs of each role over the whole day. */
export function inputsOf(role: DayTask['role'], measured: readonly MeasuredStretch[]): number {
  return measured.filter((one) => one.role === role).reduce((sum, one) => sum + one.inputs, 0)
}

/** Prints the table and keeps it in `out/day.json`; with `CONGSO_KEEP_EFFORT` a whole day goes below the tasks of `docs/effort.md` too. */
export async function keepDay(
  measured: readonly MeasuredStretch[],
  slow: readonly SlowInput[],
  isWhole: boolean,
): Promise<void> {
  const roles = [...new Set(measured.map((one) => one.role))]
  const lines = table(
    ['Role', 'Stretch of the day', 'Items', 'Inputs', 'Budget'],
    [
      ...measured.map((one) => [one.role, one.name, one.items, one.inputs, one.budget]),
      ...roles.map((role) => [
        role,
        '**the whole day**',
        '',
        inputsOf(role, measured),
        dayBudgets[role] ??
          measured.filter((one) => one.role === role).reduce((sum, one) => sum + one.budget, 0),
      ]),
    ].map((cells) => cells.map(String)),
  )
  process.stdout.write(`${lines}\n`)
  for (const { input, screen, ms } of slow)
    process.stdout.write(`slow  ${ms} ms after a ${input} in “${screen}”\n`)
  await mkdir(path.join(root, 'out'), { recursive: true })
  await writeFile(path.join(root, 'out/day.json'), JSON.stringify({ measured, slow }, null, 2))
  if (!isWhole || process.env['CONGSO_KEEP_EFFORT'] === undefined) return
  const file = path.join(root, 'docs/effort.md')
  const [tasks = ''] = (await readFile(file, 'utf8')).split(HEADING)
  await writeFile(file, `${tasks.trimEnd()}\n\n${HEADING}${WORDS}\n${lines}\n`)
}

const HEADING = '## A whole day\n'
const WORDS = `
60 letters come in, 12 go out, 30 things are triaged, 52 directives are given, last month is closed: one office, its people one after the
other, ways between screens included. Written by \`test/e2e/day\`.
`
