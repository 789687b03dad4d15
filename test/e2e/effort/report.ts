import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { SlowInput } from './effort-meter.ts'

const root = path.resolve(import.meta.dirname, '../../..')

export interface MeasuredTask {
  readonly role: string
  readonly name: string
  readonly script: string
  readonly inputs: number
  readonly budget: number
}

/** Prints the table and keeps it in `out/effort.json`; with `CONGSO_KEEP_EFFORT` in `docs/effort.md` too. */
export async function keepEffort(tasks: readonly MeasuredTask[], slow: readonly SlowInput[]): Promise<void> {
  const lines = table(
    ['Role', 'Task', 'Keys', 'Inputs', 'Budget'],
    tasks.map((one) => [one.role, one.name, one.script, String(one.inputs), String(one.budget)]),
  )
  process.stdout.write(`${lines}\n`)
  for (const { input, screen, ms } of slow)
    process.stdout.write(`slow  ${ms} ms after a ${input} in “${screen}”\n`)
  await mkdir(path.join(root, 'out'), { recursive: true })
  await writeFile(path.join(root, 'out/effort.json'), JSON.stringify({ tasks, slow }, null, 2))
  if (process.env['CONGSO_KEEP_EFFORT'] !== undefined)
    await writeFile(file, `${HEAD}\n${lines}\n${await rest()}`)
}

const file = path.join(root, 'docs/effort.md')

/** What other tests wrote below. */
async function rest(): Promise<string> {
  const text = await readFile(file, 'utf8')
  const at = text.indexOf('\n## ')
  return at < 0 ? '' : text.slice(at)
}

const HEAD = `# What the usual work costs

Counted in the real windows by \`test/e2e/effort\`: keys and clicks that reach the page. Text and PIN digits are not counted, a held Shift or
Ctrl is none of its own; letters that choose a person or a day are counted. A task over its budget fails the test. Written by the test.
`

/** A table as Markdown writes it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, index) =>
    Math.max(title.length, ...rows.map((row) => (row[index] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
