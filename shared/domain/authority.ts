import { millisOf, type Instant } from '../kernel/instant.ts'
import type { CommandBody } from '../log/command.ts'
import { refuse, type Actor, type Refusal } from './decision.ts'
import type { Post } from './directory/directory.ts'

/** How far clocks of desk and node may be apart (design 3, Time and authority). */
const CLOCK_TOLERANCE_MS = 5 * 60_000
/**
 * How long after a post went to somebody else what its former holder did before may still arrive: a week covers a journey without a
 * network, while `claimedAt` is only the desk's word, and a number or a directive of last month in the name of who is gone helps nobody.
 */
const MOST_LATENESS_MS = 7 * 24 * 60 * 60_000

/** Who acts when the node itself acts. */
export const NODE_ACTOR = { person: 'node', post: 'node' } as const

/** A post as it was from a moment of the node's clock on. */
export interface PostSince {
  readonly from: Instant
  readonly post: Post
}

/** The node as actor; `device` is the node's key. */
export function nodeActor(keyId: string): Actor {
  return { ...NODE_ACTOR, name: '', title: '', unit: '', roles: ['node'], device: keyId }
}

/**
 * The moment at which a command's authority is judged: when it was made, if that can be believed. `clock-skew` when the desk's clock says
 * what cannot be: later than now, or earlier than a server time that the desk had already seen; `before-enrolment` when the device's key
 * was not certified yet (`countsFrom`; absent for devices certified before it was kept).
 */
export function judgedAt(
  body: Pick<CommandBody, 'claimedAt' | 'seenServerTime'>,
  nowMs: number,
  countsFrom?: Instant,
): { readonly atMs: number } | Refusal {
  const claimed = millisOf(body.claimedAt)
  const seen = body.seenServerTime === null ? claimed : millisOf(body.seenServerTime)
  const isPossible =
    claimed <= nowMs + CLOCK_TOLERANCE_MS &&
    seen <= nowMs + CLOCK_TOLERANCE_MS &&
    claimed >= seen - CLOCK_TOLERANCE_MS
  if (!isPossible)
    return refuse('clock-skew', {
      claimedAt: body.claimedAt,
      serverTime: new Date(nowMs).toISOString(),
    }).refusal
  const atMs = Math.max(claimed, seen)
  if (countsFrom !== undefined && atMs < millisOf(countsFrom) - CLOCK_TOLERANCE_MS)
    return refuse('before-enrolment', { claimedAt: body.claimedAt, from: countsFrom }).refusal
  return { atMs }
}

/**
 * Who the person was in this post at that moment; `authority-lapsed` when someone else, or nobody, held it, `too-late-after-lapse` when
 * it has been somebody else's for longer than a week now.
 */
export function actorAt(
  timeline: readonly PostSince[],
  body: Pick<CommandBody, 'actor'>,
  device: string,
  { atMs, nowMs }: { readonly atMs: number; readonly nowMs: number },
): Actor | Refusal {
  const then =
    timeline.findLast((one) => millisOf(one.from) <= atMs) ??
    timeline.find((one) => millisOf(one.from) <= atMs + CLOCK_TOLERANCE_MS)
  if (then?.post.person !== body.actor.person)
    return refuse('authority-lapsed', { post: body.actor.post, at: new Date(atMs).toISOString() }).refusal
  const lapse = timeline
    .slice(timeline.indexOf(then) + 1)
    .find((one) => one.post.person !== body.actor.person)
  if (lapse !== undefined && nowMs - millisOf(lapse.from) > MOST_LATENESS_MS)
    return refuse('too-late-after-lapse', { post: body.actor.post, lapsedAt: lapse.from }).refusal
  const { post } = then
  return { ...body.actor, name: post.name, title: post.title, unit: post.unit, roles: post.roles, device }
}
