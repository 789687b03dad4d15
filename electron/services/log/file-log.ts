import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Log, LogFacts } from './log.port.ts'
import { redact } from './redact.ts'

const MAX_BYTES = 1024 * 1024

/** The error and what caused it, with stacks, without their facts. */
function describe(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error)
  const own = error.stack ?? `${error.name}: ${error.message}`
  return error.cause === undefined || depth > 3
    ? own
    : `${own}\n  caused by ${describe(error.cause, depth + 1)}`
}

/** Lines in `app.log`; a full file becomes `app.1.log`. A log that cannot be written says so once on standard error. */
export function fileLog(folder: string, now: () => number, limitBytes: number = MAX_BYTES): Log {
  const file = path.join(folder, 'app.log')
  let isBroken = false

  function append(line: string): void {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > limitBytes)
        renameSync(file, path.join(folder, 'app.1.log'))
      appendFileSync(file, line, { mode: 0o600 })
      isBroken = false
    } catch (error) {
      if (!isBroken) process.stderr.write(`log: ${String(error)}\n`)
      isBroken = true
    }
  }

  function write(level: string, what: string, facts: LogFacts = {}, detail = ''): void {
    const line = `${new Date(now()).toISOString()} ${level} ${what} ${JSON.stringify(facts)}${detail && `\n${detail}`}`
    append(`${redact(line)}\n`)
  }

  return {
    info: (what, facts) => write('info', what, facts),
    warn: (what, facts) => write('warn', what, facts),
    error: (what, error, facts) => write('error', what, facts, describe(error)),
  }
}
