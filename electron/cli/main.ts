import { writeSync } from 'node:fs'
import { COMMANDS } from './command-table.ts'
import { CommandError, type Print } from './command.ts'

const EXIT = { done: 0, failed: 1, usage: 2 } as const
const STDOUT = 1

/** Runs one command; the result is a JSON value on standard output, also when it fails. */
export async function runCommand(args: readonly string[], print: Print): Promise<number> {
  const [name = '', ...rest] = args
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  try {
    if (load === undefined) {
      throw new CommandError('cli.usage', `congso ${Object.keys(COMMANDS).join(' | ')}`, { isUsage: true })
    }
    const command = await load()
    const result = await command.run(rest, print)
    if (result !== undefined) print(result)
    return EXIT.done
  } catch (error) {
    if (error instanceof CommandError) {
      print({ error: { code: error.code, message: error.message, ...error.details } })
      return error.isUsage ? EXIT.usage : EXIT.failed
    }
    print({
      error: { code: 'cli.unexpected', message: error instanceof Error ? error.message : String(error) },
    })
    return EXIT.failed
  }
}

/** Written whole before the process ends, whatever standard output is. */
function printToStdout(value: unknown): void {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  for (let offset = 0; offset < bytes.length;) offset += writeSync(STDOUT, bytes, offset)
}

if (import.meta.main) process.exitCode = await runCommand(process.argv.slice(2), printToStdout)
