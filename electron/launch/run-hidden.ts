import { spawn } from 'node:child_process'
import { HEADLESS_VARIABLE } from '../host/chromium.ts'
import { findHost } from './find-engine.ts'
import { root } from './places.ts'

const KEPT_CHARACTERS = 4000

/** How a hidden run ended; `code` is undefined when a signal ended it. `errors` is the end of what it said about itself. */
export interface HiddenRun {
  readonly code: number | undefined
  readonly errors: string
}

/**
 * Runs one of our Electron programs on the installed Chromium, without a window on the screen and with nothing on standard output, and
 * passes our end on to it. Undefined when no engine is installed.
 */
export function runHidden(entry: string, args: readonly string[]): Promise<HiddenRun> | undefined {
  const shell = findHost()
  if (shell === undefined) return undefined
  return new Promise((resolve, reject) => {
    const child = spawn(
      shell.command,
      ['--disable-warning=ExperimentalWarning', ...shell.args, entry, ...args],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, ...shell.env, [HEADLESS_VARIABLE]: '1' },
      },
    )
    const stop = (signal: NodeJS.Signals): void => {
      child.kill(signal)
    }
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      errors = (errors + part).slice(-KEPT_CHARACTERS)
    })
    process.on('SIGINT', stop).on('SIGTERM', stop)
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve({ code: code ?? undefined, errors: errors.trim() })
    })
  })
}
