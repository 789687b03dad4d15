import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'

type ForkOptions = Pick<Electron.ForkOptions, 'execArgv' | 'cwd' | 'stdio' | 'serviceName'> & {
  env?: NodeJS.ProcessEnv
}

type Stdio = 'pipe' | 'ignore' | 'inherit'

const PARENT_PORT = new URL('parent-port.mjs', import.meta.url).href

/** A Node process of its own. Messages keep the structured-clone types. */
class UtilityProcess extends EventEmitter {
  #child: ChildProcess
  #pid: number | undefined

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super()
    const { execArgv = [], stdio = 'inherit', cwd, env = process.env } = options
    const [, output = 'inherit', errors = 'inherit'] = (
      Array.isArray(stdio) ? stdio : [stdio, stdio, stdio]
    ) as Stdio[]
    this.#child = fork(modulePath, args, {
      execArgv: ['--import', PARENT_PORT, ...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', output, errors, 'ipc'],
      env,
      ...(cwd === undefined ? {} : { cwd }),
    })
    this.#pid = this.#child.pid
    this.#child.on('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('error', (error) => process.emitWarning(`${modulePath}: ${error.message}`, 'HostWarning'))
    this.#child.on('exit', (code, signal) => {
      this.#pid = undefined
      this.emit('exit', code ?? (signal === 'SIGTERM' ? 15 : 1))
    })
  }

  get pid(): number | undefined {
    return this.#pid
  }

  get stdout(): Readable | null {
    return this.#child.stdout
  }

  get stderr(): Readable | null {
    return this.#child.stderr
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object)
  }

  /** Whether a signal could be sent; `exit` tells when the process has ended. */
  kill(): boolean {
    return this.#child.kill()
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess =>
    new UtilityProcess(modulePath, args, options),
}
