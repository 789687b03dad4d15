import { busySources, type Busy } from '#shared/domain/free/busy-sources.ts'
import { merged, within, type Span } from '#shared/domain/free/span.ts'
import type { AggregateKind, AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Engine } from '../engine/engine.port.ts'
import { busyByAppointments } from './busy-personal.ts'
import type { Workspace } from './workspace.ts'

/** When the posts of an agency are busy, by its confirmed states; follows the log by itself. */
export interface BusyTimes {
  /** The same without their appointments: by meetings and the weekly schedule. */
  inAgency(
    posts: readonly string[],
    span: Span,
    except?: string | null,
  ): Promise<ReadonlyMap<string, readonly Span[]>>
  /** For each post the stretches within a span, put together. */
  of(
    posts: readonly string[],
    span: Span,
    except: string | null,
  ): Promise<ReadonlyMap<string, readonly Span[]>>
}

const PAGE = 500
const kinds = Object.keys(busySources) as AggregateKind[]

/** Reads everything that keeps people busy when it is first asked, and what has changed since at each question. */
export function busyTimes(engine: Engine, workspace: Workspace): BusyTimes {
  const known = new Map<string, readonly Busy[]>()
  let cursor: number | undefined
  let reading: Promise<void> = Promise.resolve()

  const take = async (ref: AggregateRef): Promise<void> => {
    const state = await workspace.state(ref)
    const busy = state === undefined ? [] : (busySources[ref.kind]?.(state) ?? [])
    if (busy.length > 0 || known.has(aggregateKey(ref))) known.set(aggregateKey(ref), busy)
  }

  const catchUp = async (): Promise<void> => {
    if (cursor === undefined) {
      const { seq } = workspace.head()
      for (const kind of kinds) for (const ref of await engine.aggregates(workspace.id, kind)) await take(ref)
      cursor = seq
    }
    for (;;) {
      const page = await engine.entries(workspace.id, cursor, PAGE)
      const touched = page.map(({ aggregate }) => aggregate).filter(({ kind }) => kinds.includes(kind))
      for (const ref of new Map(touched.map((one) => [aggregateKey(one), one])).values()) await take(ref)
      cursor = page.at(-1)?.entry.seq ?? cursor
      if (page.length < PAGE) return
    }
  }

  const inAgency: BusyTimes['inAgency'] = async (posts, span, except = null) => {
    const next = reading.then(catchUp)
    reading = next.catch(() => undefined)
    await next
    const found = new Map<string, Span[]>(posts.map((post) => [post, []]))
    const left = except === null ? null : aggregateKey({ kind: 'meeting', id: except })
    for (const [key, busy] of known) {
      if (key === left) continue
      for (const one of busy) {
        const isMeetingHere = one.of !== undefined && known.has(aggregateKey({ kind: 'meeting', id: one.of }))
        if (!isMeetingHere) found.get(one.post)?.push(one)
      }
    }
    return new Map([...found].map(([post, spans]) => [post, within(merged(spans), span)]))
  }
  return {
    inAgency,
    of: async (posts, span, except) => {
      const found = new Map(await inAgency(posts, span, except))
      for (const [post, spans] of found) {
        const own = await busyByAppointments(workspace, post, span)
        found.set(post, within(merged([...spans, ...own]), span))
      }
      return found
    },
  }
}
