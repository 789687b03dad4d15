import { z } from 'zod'
import { AppError } from '#shared/errors/app-error.ts'
import type { PracticeState } from '#shared/ipc/practice.ipc.ts'
import type { BackOff } from '../backbone/back-off.ts'
import type { Child, StartChild } from '../child-process/child-process.port.ts'
import type { Log } from '../log/log.port.ts'
import type { NodeProcess } from './node-process.port.ts'

export type NodeKeySource = { readonly base64: string } | { readonly file: string }

export interface PracticeNodeOptions {
  readonly startChild: StartChild
  readonly entry: string
  readonly dataDir: string
  /** Proves to the node that main asks; handed over by message, never on a command line. */
  readonly secret: string
  /** What the node seals its data with, or the file that holds it; asked for at every start. Throws AppError `secrets-unavailable`. */
  readonly key: () => Promise<NodeKeySource>
  readonly backOff: BackOff
  readonly log: Log
  readonly startMs: number
  readonly onState: (state: PracticeState) => void
}

const listening = z.object({ port: z.int().min(1).max(65535) })
const MAX_MEMORY_MB = 512

/** Starts the node and keeps it running: what ends by itself is started again after a growing pause. */
export function practiceNode(options: PracticeNodeOptions): NodeProcess {
  const { log } = options
  let child: Child | undefined
  let exited: Promise<void> = Promise.resolve()
  let port: number | undefined
  let state: PracticeState['node'] = 'stopped'
  let isWanted = false
  let isStopping = false
  let restart: NodeJS.Timeout | undefined
  let starting: Promise<void> | undefined
  let planned: Promise<void> | undefined

  function become(next: PracticeState['node']): void {
    if (state === next) return
    state = next
    options.onState({ node: next })
  }

  function ended(which: Child, code: number): void {
    if (child !== which) return
    child = undefined
    port = undefined
    starting = undefined
    if (!isWanted) {
      become('stopped')
      return
    }
    log.warn('the practice node ended by itself', { code })
    become('failed')
    restart = setTimeout(() => {
      // A start that fails ends the process, which comes back here.
      launch().catch((error: unknown) => log.error('the practice node did not start again', error))
    }, options.backOff.next())
    restart.unref()
  }

  function launch(): Promise<void> {
    clearTimeout(restart)
    become('starting')
    const started = options.startChild(options.entry, { name: 'congso-node', maxMemoryMb: MAX_MEMORY_MB })
    child = started
    const gone = Promise.withResolvers<undefined>()
    exited = gone.promise
    starting = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => started.kill(), options.startMs)
      started.onMessage((message) => {
        const told = listening.safeParse(message)
        if (!told.success || child !== started) return
        clearTimeout(late)
        port = told.data.port
        options.backOff.reset()
        become('running')
        resolve()
      })
      started.onExit((code) => {
        clearTimeout(late)
        ended(started, code)
        gone.resolve(undefined)
        reject(new AppError('node-start-failed', { code }))
      })
    })
    options.key().then(
      (key) => started.post({ mode: 'practice', dataDir: options.dataDir, secret: options.secret, key }),
      (error: unknown) => {
        log.error('the practice node has no key', error)
        started.kill()
      },
    )
    return starting
  }

  return {
    address: () => (port === undefined ? undefined : `http://127.0.0.1:${port}`),
    state: () => ({ node: state }),
    settled: () =>
      (starting ?? planned)?.catch(() => {
        // `start` told whoever asked; here only that it is over counts.
      }) ?? Promise.resolve(),
    async start() {
      isWanted = true
      if (isStopping) await exited
      return starting ?? launch()
    },
    startAfter(first) {
      isWanted = true
      become('starting')
      planned = first.then(() => (isWanted ? (starting ?? launch()) : undefined))
      return planned
    },
    async stop() {
      isWanted = false
      clearTimeout(restart)
      if (child === undefined) {
        become('stopped')
        return
      }
      isStopping = true
      child.kill()
      await exited
      isStopping = false
    },
  }
}
