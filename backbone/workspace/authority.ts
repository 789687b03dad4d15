import { millisOf, type Instant } from '#shared/kernel/instant.ts'
import type { Actor, Refusal } from '#shared/domain/decision.ts'
import { refuse } from '#shared/domain/decision.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import type { CommandBody } from '#shared/log/command.ts'
import type { Engine } from '../engine/engine.port.ts'
import { evolveBy } from './confirmed-states.ts'

/** How far clocks of desk and node may be apart (design 3, Time and authority). */
export const CLOCK_TOLERANCE_MS = 5 * 60_000

/** Who acts when the node itself acts. */
export const NODE_ACTOR = { person: 'node', post: 'node' } as const

/** A post as it was from a moment on. */
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
 * what cannot be: later than now, or earlier than a server time that the desk had already seen.
 */
export function judgedAt(
  body: Pick<CommandBody, 'claimedAt' | 'seenServerTime'>,
  nowMs: number,
): { readonly atMs: number } | Refusal {
  const claimed = millisOf(body.claimedAt)
  const seen = body.seenServerTime === null ? claimed : millisOf(body.seenServerTime)
  const isPossible =
    claimed <= nowMs + CLOCK_TOLERANCE_MS &&
    seen <= nowMs + CLOCK_TOLERANCE_MS &&
    claimed >= seen - CLOCK_TOLERANCE_MS
  if (!isPossible)
    return refuse('clock-skew', { claimedAt: body.claimedAt, serverTime: new Date(nowMs).toISOString() })
      .refusal
  return { atMs: Math.max(claimed, seen) }
}

/** Who the person was in this post at that moment; `authority-lapsed` when someone else, or nobody, held it. */
export function actorAt(
  timeline: readonly PostSince[],
  body: Pick<CommandBody, 'actor'>,
  device: string,
  atMs: number,
): Actor | Refusal {
  const then =
    timeline.findLast((one) => millisOf(one.from) <= atMs) ??
    timeline.find((one) => millisOf(one.from) <= atMs + CLOCK_TOLERANCE_MS)
  if (then?.post.person !== body.actor.person)
    return refuse('authority-lapsed', { post: body.actor.post, at: new Date(atMs).toISOString() }).refusal
  const { post } = then
  return { ...body.actor, name: post.name, title: post.title, unit: post.unit, roles: post.roles, device }
}

/** Who held each post since when, from the log. */
export class PostTimelines {
  readonly #engine: Engine
  readonly #workspace: string
  readonly #timelines = new Map<string, PostSince[]>()

  constructor(engine: Engine, workspace: string) {
    this.#engine = engine
    this.#workspace = workspace
  }

  async of(post: string, headSeq: number): Promise<readonly PostSince[]> {
    const known = this.#timelines.get(post)
    if (known !== undefined) return known
    const ref = { kind: 'post', id: post } as const
    const timeline: PostSince[] = []
    let state: unknown
    for (const { entry, erased } of await this.#engine.history(this.#workspace, ref, 0, headSeq)) {
      if (erased) continue
      state = evolveBy(ref, state, entry)
      timeline.push({ from: entry.serverTime, post: state as Post })
    }
    const meanwhile = this.#timelines.get(post)
    if (meanwhile !== undefined) return meanwhile
    this.#timelines.set(post, timeline)
    return timeline
  }

  /** Takes over an entry of a post whose timeline was asked for before. */
  add(post: string, since: PostSince): void {
    this.#timelines.get(post)?.push(since)
  }
}
