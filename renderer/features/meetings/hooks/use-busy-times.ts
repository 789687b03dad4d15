import { useEffect, useMemo, useState } from 'react'
import { addDays } from '#shared/domain/calendar/days.ts'
import { wholeDay } from '#shared/domain/free/next-free.ts'
import { merged, type Span } from '#shared/domain/free/span.ts'
import type { Instant, LocalDate } from '#shared/kernel/instant.ts'
import { MOST_BUSY_DAYS, MOST_BUSY_POSTS } from '#shared/protocol/busy.ts'
import { useMeetings } from '../../../database/use-live-meetings.ts'
import type { Desk } from '../../../sync/desk-api.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useNative } from '../../../workplace/native-context.tsx'
import { takingPart } from './use-clashes.ts'

/** What the node said of one post. */
interface Told {
  readonly asOf: Instant
  readonly busy: readonly Span[]
}

/** The last answers, by question and post, for as long as the desk is open. */
const toldTo = new WeakMap<Desk, Map<string, Told>>()

/** When colleagues are busy. */
export interface BusyTimes {
  /** Stretches of a post; undefined: nothing is known of it for these days. */
  readonly of: (post: string) => readonly Span[] | undefined
  /** The oldest answer that is used; null: this desk knows only its own meetings. */
  readonly asOf: Instant | null
  /** The node was asked and did not answer. */
  readonly hasFailed: boolean
}

/** Asks the node when these posts are busy in the two months from a day on; without a network the last answer counts, with what this desk knows itself. */
export function useBusyTimes(posts: readonly string[], first: LocalDate, except: string | null): BusyTimes {
  const desk = useDesk()
  const native = useNative()
  const own = useOwnTimes(except)
  const [told, setTold] = useState(() => toldTo.get(desk) ?? new Map<string, Told>())
  const [hasFailed, setFailed] = useState(false)
  const asked = posts.slice(0, MOST_BUSY_POSTS).join(' ')
  useEffect(() => {
    if (asked === '') return undefined
    let isCurrent = true
    const { from } = wholeDay(first)
    const { until } = wholeDay(addDays(first, MOST_BUSY_DAYS - 1))
    const request = { workspace: desk.workspace, posts: asked.split(' '), from, until, except }
    native.invoke('backbone.readBusy', request).then(
      ({ asOf, posts: all }) => {
        const next = new Map(toldTo.get(desk))
        for (const { post, busy } of all) next.set(keyOf(first, except, post), { asOf, busy })
        toldTo.set(desk, next)
        if (!isCurrent) return
        setTold(next)
        setFailed(false)
      },
      // The sheet says that the node could not be asked, and how old the last answer is.
      () => {
        if (isCurrent) setFailed(true)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [native, desk, asked, first, except])
  return useMemo(() => {
    const used = posts.flatMap((post) => told.get(keyOf(first, except, post)) ?? [])
    return {
      of: (post) => {
        const known = told.get(keyOf(first, except, post))?.busy
        const seen = own.get(post)
        return known === undefined && seen === undefined
          ? undefined
          : merged([...(known ?? []), ...(seen ?? [])])
      },
      asOf: used.reduce<Instant | null>(
        (oldest, { asOf }) => (oldest === null || asOf < oldest ? asOf : oldest),
        null,
      ),
      hasFailed,
    }
  }, [posts, told, own, first, except, hasFailed])
}

const keyOf = (first: LocalDate, except: string | null, post: string): string =>
  `${first} ${except ?? ''} ${post}`

/** What this desk sees of meetings that were called. */
function useOwnTimes(except: string | null): ReadonlyMap<string, readonly Span[]> {
  const ahead = useMeetings('ahead')
  return useMemo(() => {
    const times = new Map<string, Span[]>()
    for (const row of ahead ?? []) {
      if (row.id === except || row.status === 'draft') continue
      for (const post of takingPart(row))
        times.set(post, [...(times.get(post) ?? []), { from: row.from, until: row.until }])
    }
    return times
  }, [ahead, except])
}
