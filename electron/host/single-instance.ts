import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection, createServer, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'

interface Owner {
  pid: number
  /** Start time of the process, so that a reused process number is not taken for the owner. */
  started: string
}

type OnSecond = (argv: string[], workingDirectory: string) => void

function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') {
    try {
      process.kill(pid, 0)
      return ''
    } catch {
      return undefined
    }
  }
  try {
    // Field 22 of stat, counted behind the command name, which may hold spaces.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

/** One running app per user-data folder; a second start hands its arguments over to the first. */
export class SingleInstance {
  readonly held: boolean
  #lockFile: string
  #address: string
  #server: Server | undefined
  #handedOver: Promise<void> = Promise.resolve()

  constructor(userData: string, onSecond: OnSecond) {
    mkdirSync(userData, { recursive: true })
    this.#lockFile = path.join(userData, 'host.lock')
    const name = `host-${createHash('sha256').update(path.resolve(userData)).digest('hex').slice(0, 16)}.sock`
    const folder = process.env['XDG_RUNTIME_DIR'] ?? os.tmpdir()
    this.#address = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(folder, name)
    this.held = this.#take()
    if (this.held) this.#listen(onSecond)
    else this.#handedOver = this.#handOver()
  }

  /** Frees the lock, or waits until the first instance has our arguments. */
  async release(): Promise<void> {
    if (this.held) {
      this.#server?.close()
      rmSync(this.#lockFile, { force: true })
    }
    await this.#handedOver
  }

  #take(): boolean {
    const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? '' } satisfies Owner)
    try {
      writeFileSync(this.#lockFile, own, { flag: 'wx', mode: 0o600 })
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (this.#ownerLives()) return false
    rmSync(this.#lockFile, { force: true })
    return this.#take()
  }

  #ownerLives(): boolean {
    const text = readFileSync(this.#lockFile, 'utf8')
    if (!text.startsWith('{') || !text.endsWith('}')) return false
    const owner = JSON.parse(text) as Owner
    return startOf(owner.pid) === owner.started
  }

  #listen(onSecond: OnSecond): void {
    if (process.platform !== 'win32') rmSync(this.#address, { force: true })
    this.#server = createServer((socket) => {
      let text = ''
      socket.setEncoding('utf8')
      socket.on('data', (part: string) => (text += part))
      socket.on('end', () => {
        const { argv, cwd } = JSON.parse(text) as { argv: string[]; cwd: string }
        onSecond(argv, cwd)
      })
    })
    this.#server.listen(this.#address)
    this.#server.unref()
  }

  #handOver(): Promise<void> {
    return new Promise((resolve) => {
      const socket = createConnection(this.#address)
      socket.on('close', () => resolve())
      socket.on('error', (error) =>
        process.emitWarning(`The running instance does not answer: ${error.message}`),
      )
      socket.end(JSON.stringify({ argv: process.argv, cwd: process.cwd() }))
    })
  }
}
