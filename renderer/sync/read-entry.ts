import { z } from 'zod'
import { ERASED } from '#shared/domain/erasure.ts'
import { entryEvents, eventIdOf, type Entry } from '#shared/log/entry.ts'
import { aggregateRef, type AggregateRef } from '#shared/log/command.ts'
import type { FeedItem } from '#shared/protocol/feed.ts'
import { FeedCheckFailed } from './feed-check.ts'

/** What the desk needs of a command in the log; anything newer software adds beside is left alone. */
const known = z.looseObject({
  id: z.string(),
  workspace: z.string(),
  aggregate: z.looseObject({ kind: z.string(), id: z.string() }),
  actor: z.looseObject({ person: z.string(), post: z.string() }),
})

/** An entry, read. */
export interface ReadEntry {
  readonly entry: Entry
  readonly command: string
  readonly person: string
  readonly key: string
  /** Undefined for a kind of aggregate that only newer software knows: kept, not understood. */
  readonly ref: AggregateRef | undefined
  readonly events: readonly { readonly type: string }[]
}

/** Reads an entry and checks that it belongs here; throws FeedCheckFailed. */
export function readEntry(entry: Entry, workspace: string): ReadEntry {
  const { seq } = entry
  const command = known.safeParse(jsonOf(entry.command.text, seq))
  const events = entryEvents.safeParse(jsonOf(entry.events, seq))
  if (!command.success || !events.success) throw new FeedCheckFailed('unreadable-entry', seq)
  const { id, aggregate, actor } = command.data
  if (command.data.workspace !== workspace) throw new FeedCheckFailed('wrong-workspace', seq)
  if (events.data.events.some((event, index) => event.id !== eventIdOf(id, index)))
    throw new FeedCheckFailed('event-ids', seq)
  const ref = aggregateRef.safeParse({ kind: aggregate.kind, id: aggregate.id })
  return {
    entry,
    command: id,
    person: actor.person,
    key: `${aggregate.kind}/${aggregate.id}`,
    ref: ref.success ? ref.data : undefined,
    events: events.data.events,
  }
}

/** Whether an entry says that the content of its aggregate is gone for good. */
export const isErasing = ({ events }: Pick<ReadEntry, 'events'>): boolean =>
  events.some((event) => event.type === ERASED)

function jsonOf(text: string, seq: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new FeedCheckFailed('unreadable-entry', seq)
  }
}

/** Every entry in the items, read; throws FeedCheckFailed. */
export function readAll(items: readonly FeedItem[], workspace: string): ReadonlyMap<Entry, ReadEntry> {
  const entries = items.flatMap((item) =>
    item.item === 'entry'
      ? [item.entry]
      : item.item === 'granted'
        ? item.history.map((one) => one.entry)
        : [],
  )
  return new Map(entries.map((entry) => [entry, readEntry(entry, workspace)]))
}

/** The aggregates the entries are about, and the devices that signed them. */
export function refsIn(reads: ReadonlyMap<Entry, ReadEntry>): readonly AggregateRef[] {
  return [...reads].flatMap(([entry, { ref }]) => [
    { kind: 'device' as const, id: entry.command.key },
    ...(ref === undefined ? [] : [ref]),
  ])
}
