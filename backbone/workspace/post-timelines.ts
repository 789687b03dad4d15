import type { PostSince } from '#shared/domain/authority.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import type { Engine } from '../engine/engine.port.ts'
import { evolveBy } from './confirmed-states.ts'

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
