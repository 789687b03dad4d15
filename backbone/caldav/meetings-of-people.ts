import { attendingOf } from '#shared/domain/free/busy-sources.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Span } from '#shared/domain/free/span.ts'
import { overlaps } from '#shared/domain/free/span.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Workspace } from '../workspace/workspace.ts'

interface Known extends Span {
  readonly posts: readonly string[]
  readonly series: string | undefined
}

/** Whose calendars what was written down since touches. */
export interface Touched {
  readonly posts: ReadonlySet<string>
  readonly owners: ReadonlySet<string>
  /** Somebody came into a post or left one. */
  readonly isPostChanged: boolean
  readonly isWeekPublished: boolean
}

/** Which meetings the posts of an agency go to, by its confirmed states. */
export interface MeetingsOfPeople {
  /** Reads what is new in the log; the first time all meetings. */
  catchUp(): Promise<Touched>
  /** Meetings of these posts that touch a span, and the other dates of their series. */
  of(posts: readonly string[], span: Span): Promise<readonly Meeting[]>
}

const PAGE = 500

export function meetingsOfPeople(engine: Engine, workspace: Workspace): MeetingsOfPeople {
  const known = new Map<string, Known>()
  let cursor: number | undefined
  let reading: Promise<unknown> = Promise.resolve()

  const take = async (id: string): Promise<readonly string[]> => {
    const before = known.get(id)?.posts ?? []
    const meeting = (await workspace.state({ kind: 'meeting', id })) as Meeting | undefined
    const posts = meeting === undefined ? [] : attendingOf(meeting)
    if (meeting === undefined || posts.length === 0) known.delete(id)
    else known.set(id, { from: meeting.from, until: meeting.until, posts, series: meeting.series?.id })
    return [...before, ...posts]
  }

  const readNew = async (): Promise<Touched> => {
    const posts = new Set<string>()
    const owners = new Set<string>()
    const is = { isPostChanged: false, isWeekPublished: false }
    if (cursor === undefined) {
      cursor = workspace.head().seq
      for (const { id } of await engine.aggregates(workspace.id, 'meeting')) await take(id)
    }
    for (;;) {
      const page = await engine.entries(workspace.id, cursor, PAGE)
      const meetings = new Set<string>()
      for (const { aggregate } of page) {
        if (aggregate.kind === 'meeting') meetings.add(aggregate.id)
        if (aggregate.kind === 'personal-calendar') owners.add(aggregate.id)
        if (aggregate.kind === 'post') is.isPostChanged = true
        if (aggregate.kind === 'week') is.isWeekPublished = true
      }
      for (const id of meetings) for (const post of await take(id)) posts.add(post)
      cursor = page.at(-1)?.entry.seq ?? cursor
      if (page.length < PAGE) return { posts, owners, ...is }
    }
  }

  const catchUp = (): Promise<Touched> => {
    const next = reading.then(readNew)
    reading = next.catch(() => undefined)
    return next
  }

  return {
    catchUp,
    of: async (posts, span) => {
      await reading
      const own = [...known].filter(([, one]) => one.posts.some((post) => posts.includes(post)))
      const within = own.filter(([, one]) => overlaps(one, span))
      const series = new Set(within.flatMap(([, one]) => one.series ?? []))
      const ids = own.filter(
        ([, one]) => overlaps(one, span) || (one.series !== undefined && series.has(one.series)),
      )
      const states = await Promise.all(
        ids.map(async ([id]) => (await workspace.state({ kind: 'meeting', id })) as Meeting | undefined),
      )
      return states.filter((one) => one !== undefined)
    },
  }
}
