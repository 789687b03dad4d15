import { attendingOf } from '#shared/domain/free/busy-sources.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Span } from '#shared/domain/free/span.ts'
import { overlaps } from '#shared/domain/free/span.ts'
import type { Engine } from '../engine/engine.port.ts'
import { logFollower } from '../workspace/log-follower.ts'
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
  /** Reads what is new in the log, the first time all meetings; answers what it touched, each of it once. */
  catchUp(): Promise<Touched>
  /** Meetings of these posts that touch a span, and the other dates of their series; as of what was read last. */
  of(posts: readonly string[], span: Span): Promise<readonly Meeting[]>
}

const untouched = () => ({
  posts: new Set<string>(),
  owners: new Set<string>(),
  isPostChanged: false,
  isWeekPublished: false,
})

export function meetingsOfPeople(engine: Engine, workspace: Workspace): MeetingsOfPeople {
  const known = new Map<string, Known>()
  let unheard = untouched()

  const take = async (id: string): Promise<readonly string[]> => {
    const before = known.get(id)?.posts ?? []
    const meeting = (await workspace.state({ kind: 'meeting', id })) as Meeting | undefined
    const posts = meeting === undefined ? [] : attendingOf(meeting)
    if (meeting === undefined || posts.length === 0) known.delete(id)
    else known.set(id, { from: meeting.from, until: meeting.until, posts, series: meeting.series?.id })
    return [...before, ...posts]
  }

  const follow = logFollower(engine, workspace, {
    begin: async () => {
      for (const { id } of await engine.aggregates(workspace.id, 'meeting')) await take(id)
    },
    take: async (touched) => {
      const meetings = new Set<string>()
      for (const { kind, id } of touched) {
        if (kind === 'meeting') meetings.add(id)
        if (kind === 'personal-calendar') unheard.owners.add(id)
        if (kind === 'post') unheard.isPostChanged = true
        if (kind === 'week') unheard.isWeekPublished = true
      }
      for (const id of meetings) for (const post of await take(id)) unheard.posts.add(post)
    },
  })

  return {
    catchUp: async () => {
      await follow()
      const touched = unheard
      unheard = untouched()
      return touched
    },
    of: async (posts, span) => {
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
