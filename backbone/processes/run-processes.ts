import { derivedUuid } from '#shared/kernel/uuid.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { entryEvents } from '#shared/log/entry.ts'
import type { NewJob } from '../engine/exchange-store.port.ts'
import type { Engine, StoredEntry } from '../engine/engine.port.ts'
import type { Journal } from '../ports.ts'
import type { NodeAct, Workspace } from '../workspace/workspace.ts'
import type { Cause, Process, Reaction } from './process.ts'

/** Refusals that say that what should follow is there already, or that the object moved on without it. */
const SETTLED_RULES = new Set(['already-exists', 'wrong-state'])
const PAGE = 200

export interface RunnerDeps {
  readonly engine: Engine
  readonly journal: Journal
  readonly onJobs: () => void
  /** Removes a file that was named by what is erased, unless something else names it. */
  readonly removeFile: (sha256: string) => Promise<void>
  /** Removes what lies in transit of a letter or a dispatch that is erased. */
  readonly removeMessages: (erased: AggregateRef) => Promise<void>
}

/** Follows one workspace's log with all processes. */
export interface ProcessRunner {
  /** The log has grown, or may have. */
  kick(): void
  /** Resolves when everything in the log so far has been followed. Rejects with what stopped it. */
  settled(): Promise<void>
  /** Stops after what is being done; the cursors keep the place. */
  close(): Promise<void>
}

/**
 * Starts where the cursors stand. A cursor is moved after what follows is written; what is done again after a crash carries the same ids
 * and changes nothing.
 */
export function runProcesses(
  workspace: Workspace,
  processes: readonly Process[],
  { engine, journal, onJobs, removeFile, removeMessages }: RunnerDeps,
): ProcessRunner {
  let cursors: Map<string, number> | undefined
  let running: Promise<void> | undefined
  let isAgain = false
  let isClosed = false

  const follow = async (): Promise<void> => {
    cursors ??= new Map(
      await Promise.all(
        processes.map(
          async ({ name }) => [name, await engine.cursor(workspace.id, cursorName(name))] as const,
        ),
      ),
    )
    for (;;) {
      const after = Math.min(...cursors.values())
      const page = await engine.entries(workspace.id, after, PAGE)
      const last = page.at(-1)?.entry.seq
      if (last === undefined || isClosed) return
      const hasReacted = await react(page, cursors)
      for (const { name } of processes) cursors.set(name, Math.max(cursors.get(name) ?? 0, last))
      if (hasReacted || page.length === PAGE)
        await Promise.all(processes.map(({ name }) => engine.setCursor(workspace.id, cursorName(name), last)))
    }
  }

  const react = async (page: readonly StoredEntry[], at: ReadonlyMap<string, number>): Promise<boolean> => {
    let hasReacted = false
    for (const stored of page) {
      for (const cause of causesOf(workspace.id, stored)) {
        const topic = `${cause.aggregate.kind}.${cause.event.type}`
        for (const process of processes) {
          if (
            (at.get(process.name) ?? 0) >= stored.entry.seq ||
            !process.follows.some((one) => one === topic)
          )
            continue
          const reactions = await process.react(
            cause,
            (ref) => workspace.state(ref),
            (kind) => engine.aggregates(workspace.id, kind),
          )
          if (reactions.length === 0) continue
          await carryOut(process, cause, reactions)
          hasReacted = true
        }
      }
    }
    return hasReacted
  }

  const carryOut = async (process: Process, cause: Cause, reactions: readonly Reaction[]): Promise<void> => {
    const acts: NodeAct[] = []
    const jobs: NewJob[] = []
    for (const [index, reaction] of reactions.entries()) {
      const id = derivedUuid('process', process.name, cause.event.id, String(index))
      if (reaction.kind === 'erase') {
        for (const file of await workspace.erase(reaction.aggregate)) await removeFile(file)
        await removeMessages(reaction.aggregate)
      } else if (reaction.kind === 'act') acts.push({ ...reaction, id, at: cause.serverTime })
      else
        jobs.push({
          id,
          workspace: workspace.id,
          lane: reaction.lane,
          kind: reaction.job,
          payload: JSON.stringify(reaction.payload),
        })
    }
    for (const outcome of acts.length === 0 ? [] : await workspace.act(acts)) {
      if (outcome.outcome === 'accepted') continue
      const reason = outcome.outcome === 'refused' ? outcome.rule : outcome.code
      if (!SETTLED_RULES.has(reason)) journal.warn('process refused', { process: process.name, reason })
    }
    if (jobs.length === 0) return
    await engine.exchange.addJobs(jobs)
    onJobs()
  }

  const start = (): Promise<void> => {
    running = follow()
      .then(() => {
        running = undefined
        if (!isAgain) return undefined
        isAgain = false
        return start()
      })
      .catch((error: unknown) => {
        running = undefined
        journal.error('process stopped', error)
        throw error
      })
    // Whoever awaits `settled` gets the error; nobody else must.
    running.catch(() => undefined)
    return running
  }

  return {
    kick: () => {
      if (isClosed) return
      if (running === undefined) void start()
      else isAgain = true
    },
    settled: async () => {
      while (running !== undefined) await running
    },
    close: async () => {
      isClosed = true
      await running?.catch(() => undefined)
    },
  }
}

const cursorName = (process: string): string => `process/${process}`

function causesOf(workspace: string, { entry, aggregate, erased }: StoredEntry): Cause[] {
  if (erased) return []
  const { events } = entryEvents.parse(JSON.parse(entry.events))
  return events.map((event) => ({
    workspace,
    aggregate,
    serverTime: entry.serverTime,
    event: event as unknown as Cause['event'],
  }))
}
