import { useMemo } from 'react'
import type { Instant } from '#shared/kernel/instant.ts'
import { useMeetings } from '../../../database/use-live-meetings.ts'
import type { MeetingRow } from '../../../projections/meetings.ts'
import { useDesk } from '../../../sync/desk-context.tsx'

/** Somebody who is elsewhere at that time. */
export interface Clash {
  readonly post: string
  readonly title: string
  readonly from: Instant
  readonly until: Instant
}

/** Meetings of these posts, and of one's own, that overlap a stretch of time; from what is on this desk, with or without a network. */
export function useClashes(
  posts: readonly string[],
  from: Instant | null,
  until: Instant | null,
  except: string | null,
): readonly Clash[] {
  const { post: own } = useDesk()
  const ahead = useMeetings('ahead')
  return useMemo(() => {
    if (from === null || until === null) return []
    return clashesIn(ahead ?? [], new Set([own, ...posts]), from, until, except)
  }, [ahead, posts, own, from, until, except])
}

/** Which of these meetings take somebody who is wanted at that time. */
export function clashesIn(
  rows: readonly MeetingRow[],
  wanted: ReadonlySet<string>,
  from: Instant,
  until: Instant,
  except: string | null,
): readonly Clash[] {
  return rows
    .filter((row) => row.id !== except && row.from < until && row.until > from && row.status !== 'draft')
    .flatMap((row) =>
      takingPart(row)
        .filter((post) => wanted.has(post))
        .map((post) => ({ post, title: row.title, from: row.from, until: row.until })),
    )
}

/** Who is at a meeting: the chair, those called who do not stay away, and who comes for them. */
export function takingPart({ chair, members }: MeetingRow): readonly string[] {
  const there = members.flatMap(({ post, attendance, substitute }) =>
    attendance === 'absent' ? (substitute === null ? [] : [substitute]) : [post],
  )
  return [...new Set([chair, ...there])]
}
