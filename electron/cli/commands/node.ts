import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError, usageError, type Command } from '../command.ts'

const USAGE =
  'congso node --practice --data DIR --key-file FILE [--port N] | congso node init --key-file FILE | congso node calendar --data DIR --key-file FILE --workspace ID (--url URL --user NAME | --none | --people URL | --no-people) | congso node calendar-sources --data DIR --key-file FILE [--allow ORIGIN]... [--refuse ORIGIN]...'
/** The node's program: its source, or what it was bundled to. */
const PROGRAMS = ['../../../backbone/main.ts', '../../../out/app/node.js']

/** `congso node`: runs a backbone node until it is told to stop; its first line is `{ "port": … }`. `init` makes the key of its data,
 * `calendar` says to which CalDAV collection an agency publishes its weekly schedule; the password is read from CONGSO_CALENDAR_PASSWORD.
 * `calendar-sources` names origins in private networks, or without TLS, at which people may read calendars of others. */
export const nodeCommand: Command = {
  usage: USAGE,
  run(args) {
    if (!args.includes('--data') && args[0] !== 'init') throw usageError(USAGE)
    const program = PROGRAMS.map((path) => join(import.meta.dirname, path)).find((path) => existsSync(path))
    if (program === undefined) throw new CommandError('cli.program-missing', 'the node is not built')
    const child = spawn(process.execPath, [...process.execArgv, program, ...args], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    return new Promise((resolve, reject) => {
      child.on('error', (error) => {
        reject(new CommandError('cli.cannot-start', error.message))
      })
      child.on('exit', (code) => {
        if (code === 0) resolve(undefined)
        else reject(new CommandError('cli.node-ended', `the node ended with ${code ?? 'a signal'}`))
      })
    })
  },
}
