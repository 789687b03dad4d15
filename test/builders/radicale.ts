import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { CalendarServer } from '../../backbone/caldav/calendar-request.ts'

const USER = 'van-phong'
const PASSWORD = 'mật khẩu thử'
const STARTS_WITHIN_MS = 20_000

/** A real CalDAV server on the loopback, which may be stopped and started again over what it keeps. */
export class Radicale {
  readonly #folder = mkdtempSync(join(tmpdir(), 'congso-radicale-'))
  readonly #port: number
  readonly #users = new Map([[USER, PASSWORD]])
  #process: ChildProcess | undefined

  private constructor(port: number) {
    this.#port = port
    this.#writeUsers()
  }

  static async start(): Promise<Radicale> {
    const server = new Radicale(await freePort())
    await server.startAgain()
    return server
  }

  /** What the operator of a node names it by. */
  get base(): string {
    return `http://127.0.0.1:${this.#port}/`
  }

  /** Lets somebody in with this password from now on. */
  letIn(user: string, password: string): void {
    this.#users.set(user, password)
    this.#writeUsers()
  }

  /** A collection of the user whom it knows from the start. */
  collection(name: string): CalendarServer {
    return { url: `http://127.0.0.1:${this.#port}/${USER}/${name}/`, user: USER, password: PASSWORD }
  }

  #writeUsers(): void {
    const lines = [...this.#users].map(([user, password]) => `${user}:${password}\n`)
    writeFileSync(join(this.#folder, 'users'), lines.join(''))
  }

  async startAgain(): Promise<void> {
    const [program = '', ...args] = command()
    this.#process = spawn(
      program,
      [
        ...args,
        `--server-hosts=127.0.0.1:${this.#port}`,
        '--auth-type=htpasswd',
        `--auth-htpasswd-filename=${join(this.#folder, 'users')}`,
        '--auth-htpasswd-encryption=plain',
        `--storage-filesystem-folder=${join(this.#folder, 'collections')}`,
      ],
      { stdio: 'ignore' },
    )
    const until = Date.now() + STARTS_WITHIN_MS
    while (!(await this.#answers())) {
      if (Date.now() > until) throw new Error('radicale does not answer')
      await wait(50)
    }
  }

  async stop(): Promise<void> {
    const running = this.#process
    if (running === undefined || running.exitCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill()
    await ended
    this.#process = undefined
  }

  async close(): Promise<void> {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #answers(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.#port}/.web/`).then(
      () => true,
      () => false,
    )
  }
}

/** Debian's command, or the module where it was installed otherwise. */
function command(): readonly string[] {
  const found = [['radicale'], ['python3', '-m', 'radicale']].find(
    ([program = '', ...args]) => spawnSync(program, [...args, '--version'], { stdio: 'ignore' }).status === 0,
  )
  if (found === undefined)
    throw new Error('the calendar server of the tests is missing: apt-get install radicale')
  return found
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'))
        else resolve(address.port)
      })
    })
  })
}
