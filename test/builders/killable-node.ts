import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { NodeAct } from '../../backbone/workspace/workspace.ts'
import type { SignedCommand } from '../../shared/log/command.ts'
import type { CommandOutcome } from '../../shared/protocol/commands.ts'
import type { FeedItem } from '../../shared/protocol/feed.ts'
import type { NodePlace } from './node-on-disk.ts'
import type { NodeWire } from './node-wire.ts'

const PROGRAM = join(import.meta.dirname, 'killable-node-process.ts')

/** What a desk, or the agency itself, asks of the node in the other process. */
export type Question =
  | { readonly ask: 'submit'; readonly commands: readonly SignedCommand[] }
  | { readonly ask: 'feed'; readonly person: string; readonly after: number; readonly limit: number }
  | { readonly ask: 'file'; readonly bytes: Uint8Array }
  | { readonly ask: 'act'; readonly acts: readonly NodeAct[] }
export interface Asked {
  readonly id: number
  readonly now: number
  readonly question: Question
}
export type Answered =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly ready: true }

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (reason: Error) => void
}

/** A node in a process of its own, which ends by SIGKILL whenever a test wants and is started again over what it left on disk. */
export class KillableNode implements NodeWire {
  /** How often it was killed, and how often while commands were on their way through it. */
  readonly kills = { all: 0, inBatch: 0 }
  readonly #place: NodePlace
  readonly #office: string
  readonly #now: () => number
  readonly #waiting = new Map<number, Waiting>()
  #child: Promise<ChildProcess> | undefined
  #spare: ChildProcess | undefined
  #killAfterMs: number | undefined
  #lastId = 0

  constructor(place: NodePlace, office: string, now: () => number) {
    this.#place = place
    this.#office = office
    this.#now = now
  }

  /** The next commands are cut off so long after they were sent, unless they were answered sooner. */
  killInNextBatch(afterMs: number): void {
    this.#killAfterMs = afterMs
  }

  /** `kill -9`. The next question starts it again. */
  async kill(): Promise<void> {
    const child = await this.#child
    if (child === undefined) return
    this.#child = undefined
    this.kills.all += 1
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    for (const one of this.#waiting.values()) one.reject(new Error('the node was killed'))
    this.#waiting.clear()
  }

  /** Kills it for good. */
  async end(): Promise<void> {
    await this.kill()
    this.#spare?.kill('SIGKILL')
  }

  async submit(commands: readonly SignedCommand[]): Promise<readonly CommandOutcome[]> {
    const asking = this.#ask<readonly CommandOutcome[]>({ ask: 'submit', commands })
    if (this.#killAfterMs !== undefined) await this.#cutOff(asking, this.#killAfterMs)
    return asking
  }
  feed(person: string, after: number, limit: number): Promise<readonly FeedItem[] | 'cursor-ahead'> {
    return this.#ask({ ask: 'feed', person, after, limit })
  }
  keepFile(bytes: Uint8Array): Promise<void> {
    return this.#ask({ ask: 'file', bytes })
  }
  async act(acts: readonly NodeAct[]): Promise<void> {
    await this.#ask({ ask: 'act', acts })
  }

  async #cutOff(asking: Promise<unknown>, afterMs: number): Promise<void> {
    this.#killAfterMs = undefined
    const answered = asking.then(
      () => true,
      () => true,
    )
    const waited = new Promise<false>((resolve) => setTimeout(() => resolve(false), afterMs))
    if (await Promise.race([answered, waited])) return
    this.kills.inBatch += 1
    await this.kill()
  }

  async #ask<T>(question: Question): Promise<T> {
    this.#child ??= this.#start()
    const child = await this.#child
    const asked: Asked = { id: ++this.#lastId, now: this.#now(), question }
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(asked.id, { resolve, reject })
      child.send(asked)
    })
  }

  async #start(): Promise<ChildProcess> {
    const child = this.#spare ?? this.#load()
    this.#spare = this.#load()
    const ready = Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('the node did not start'))),
    ])
    child.send({ open: this.#now() })
    await ready
    child.on('message', (message: Answered) => {
      if (!('id' in message)) return
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if ('error' in message) waiting?.reject(new Error(message.error))
      else waiting?.resolve(message.value as never)
    })
    return child
  }

  /** A process that has the program and waits for the files. */
  #load(): ChildProcess {
    const place = JSON.stringify({ ...this.#place, key: [...this.#place.key] })
    return fork(PROGRAM, [place, this.#office], { serialization: 'advanced', execArgv: ['--no-warnings'] })
  }
}
