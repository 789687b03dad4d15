import type { Post } from '#shared/domain/directory/directory.ts'
import { busySources, standsFor, type Busy } from '#shared/domain/free/busy-sources.ts'
import { merged, overlaps, within, type Span } from '#shared/domain/free/span.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { AggregateKind, AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Engine } from '../engine/engine.port.ts'
import { busyByAppointments, MOST_BUSY_EFFORT } from './busy-personal.ts'
import { logFollower } from './log-follower.ts'
import type { Workspace } from './workspace.ts'

/** For each post the stretches within a span, put together. A meeting is left out only where `mayLeaveOut` says so of it. */
type WhenBusy = (
  posts: readonly string[],
  span: Span,
  except?: string | null,
  mayLeaveOut?: (meeting: Meeting) => boolean,
) => Promise<ReadonlyMap<string, readonly Span[]>>

/** When the posts of an agency are busy, by its confirmed states; follows the log by itself. */
export interface BusyTimes {
  /** By meetings and the weekly schedule. */
  readonly inAgency: WhenBusy
  /** By their appointments, too. */
  readonly of: WhenBusy
  /** By the calendars of others that they subscribed to, too: for colleagues who look for a time, and told to nobody further. */
  readonly everywhere: WhenBusy
}

/** When calendars of others keep a person of an agency busy. */
export type BusyElsewhere = (workspace: string, person: string, span: Span) => Promise<readonly Span[]>

const kinds = Object.keys(busySources) as AggregateKind[]
/** What questions name: only what is there is asked for, since a state that was asked for is kept, also when there is none. */
const named: readonly AggregateKind[] = ['meeting', 'post']

/** The busy times of each workspace, read once for all who ask. */
export function busyTimesOf(engine: Engine, elsewhere: BusyElsewhere): (workspace: Workspace) => BusyTimes {
  const kept = new WeakMap<Workspace, BusyTimes>()
  return (workspace) => {
    const times = kept.get(workspace) ?? busyTimes(engine, workspace, elsewhere)
    kept.set(workspace, times)
    return times
  }
}

/** Reads everything that keeps people busy when it is first asked, and what has changed since at each question. */
export function busyTimes(engine: Engine, workspace: Workspace, elsewhere: BusyElsewhere): BusyTimes {
  const known = new Map<string, readonly Busy[]>()
  const there = new Set<string>()

  const note = (ref: AggregateRef): void => {
    if (named.includes(ref.kind)) there.add(aggregateKey(ref))
  }

  const take = async (ref: AggregateRef): Promise<void> => {
    const state = await workspace.state(ref)
    const busy = state === undefined ? [] : (busySources[ref.kind]?.(state) ?? [])
    if (busy.length > 0 || known.has(aggregateKey(ref))) known.set(aggregateKey(ref), busy)
  }

  const catchUp = logFollower(engine, workspace, {
    begin: async () => {
      for (const kind of named) for (const ref of await engine.aggregates(workspace.id, kind)) note(ref)
      for (const kind of kinds) for (const ref of await engine.aggregates(workspace.id, kind)) await take(ref)
    },
    take: async (all) => {
      all.forEach(note)
      const touched = all.filter(({ kind }) => kinds.includes(kind))
      for (const ref of new Map(touched.map((one) => [aggregateKey(one), one])).values()) await take(ref)
    },
  })

  const meetingAt = async (id: string): Promise<Meeting | undefined> => {
    const ref = { kind: 'meeting', id } as const
    return there.has(aggregateKey(ref)) ? ((await workspace.state(ref)) as Meeting | undefined) : undefined
  }

  const isMeetingFor = async (line: Busy): Promise<boolean> => {
    const meeting = line.of === undefined ? undefined : await meetingAt(line.of.meeting)
    return meeting !== undefined && standsFor(meeting, line)
  }

  const inAgency: BusyTimes['inAgency'] = async (posts, span, except = null, mayLeaveOut = () => false) => {
    await catchUp()
    const found = new Map<string, Span[]>(posts.map((post) => [post, []]))
    const moved = except === null ? undefined : await meetingAt(except)
    const isLeft = moved !== undefined && mayLeaveOut(moved)
    const left = isLeft ? aggregateKey({ kind: 'meeting', id: moved.id }) : null
    for (const [key, busy] of [...known]) {
      if (key === left) continue
      for (const one of busy) {
        const spans = found.get(one.post)
        if (spans !== undefined && overlaps(one, span) && !(await isMeetingFor(one))) spans.push(one)
      }
    }
    return new Map([...found].map(([post, spans]) => [post, within(merged(spans), span)]))
  }
  /** What else keeps the holders of these posts busy, beside what is known. */
  const withMore = async (
    known: ReadonlyMap<string, readonly Span[]>,
    span: Span,
    more: (person: string) => Promise<readonly Span[]>,
  ): Promise<ReadonlyMap<string, readonly Span[]>> => {
    const found = new Map(known)
    for (const [post, spans] of known) {
      const ref = { kind: 'post', id: post } as const
      if (!there.has(aggregateKey(ref))) continue
      const { person = '' } = ((await workspace.state(ref)) ?? {}) as Partial<Post>
      if (person !== '') found.set(post, within(merged([...spans, ...(await more(person))]), span))
    }
    return found
  }
  const of: WhenBusy = async (posts, span, except, mayLeaveOut) => {
    const effort = { timesLeft: MOST_BUSY_EFFORT }
    const known = await inAgency(posts, span, except, mayLeaveOut)
    return withMore(known, span, (person) => busyByAppointments(workspace, person, span, effort))
  }
  return {
    inAgency,
    of,
    everywhere: async (posts, span, except, mayLeaveOut) =>
      withMore(await of(posts, span, except, mayLeaveOut), span, (person) =>
        elsewhere(workspace.id, person, span),
      ),
  }
}
