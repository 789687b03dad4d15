import type { AggregateRef } from '#shared/log/command.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Workspace } from './workspace.ts'

/** What is kept beside the log of a workspace and follows it. */
export interface LogReader {
  /** Reads what stands now; done again when it failed. */
  readonly begin: () => Promise<void>
  /** Reads what these entries touched, one aggregate an entry; may see the same again. */
  readonly take: (touched: readonly AggregateRef[]) => Promise<void>
}

const PAGE = 500

/** Reads what is new each time it is called: one reading after the other, and what failed is read again by the next. */
export function logFollower(
  engine: Pick<Engine, 'entries'>,
  workspace: Pick<Workspace, 'id' | 'head'>,
  { begin, take }: LogReader,
): () => Promise<void> {
  let cursor: number | undefined
  let reading: Promise<void> = Promise.resolve()
  const catchUp = async (): Promise<void> => {
    if (cursor === undefined) {
      const { seq } = workspace.head()
      await begin()
      cursor = seq
    }
    for (;;) {
      const page = await engine.entries(workspace.id, cursor, PAGE)
      await take(page.map(({ aggregate }) => aggregate))
      cursor = page.at(-1)?.entry.seq ?? cursor
      if (page.length < PAGE) return
    }
  }
  return () => {
    const next = reading.then(catchUp)
    // Whoever asked for it is told that it failed.
    reading = next.catch(() => undefined)
    return next
  }
}
