import { spawn } from 'node:child_process'
import { engine } from './engine.ts'

export interface ProgramResult {
  /** `undefined` when the program could not be run, or when there is no screen to run it on. */
  code: number | undefined
  output: string
}

/** Runs a program of the desktop (zenity, xdg-open, notify-send). Without a screen nothing runs. */
export function runOnDesktop(command: string, args: string[]): Promise<ProgramResult> {
  if (engine.headless) return Promise.resolve({ code: undefined, output: '' })
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (output += part))
    child.on('error', () => resolve({ code: undefined, output: '' }))
    child.on('close', (code) => resolve({ code: code ?? undefined, output: output.replace(/\n$/, '') }))
  })
}
