import type { Principal } from '#shared/domain/decision.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import type { Engine, PrincipalsChange } from '../engine/engine.port.ts'

/** Sets of principals under small numbers: a workspace has few different audiences. */
export interface AudienceBook {
  readonly of: (id: number) => readonly string[]
  /** The number of this set; `isNew` when the engine does not have it yet. */
  readonly intern: (principals: readonly string[]) => { readonly id: number; readonly isNew: boolean }
}

export async function loadAudiences(engine: Engine, workspace: string): Promise<AudienceBook> {
  const byId: (readonly string[])[] = []
  const byKey = new Map<string, number>()
  const keyOf = (principals: readonly string[]): string => [...new Set(principals)].sort().join('\n')
  for (const { id, principals } of await engine.audiences(workspace)) {
    byId[id] = principals
    byKey.set(keyOf(principals), id)
  }
  return {
    of: (id) => {
      const principals = byId[id]
      if (principals === undefined) throw new RangeError(`no audience ${id}`)
      return principals
    },
    intern: (principals) => {
      const key = keyOf(principals)
      const known = byKey.get(key)
      if (known !== undefined) return { id: known, isNew: false }
      const id = byId.length
      byId.push(principals)
      byKey.set(key, id)
      return { id, isNew: true }
    },
  }
}

/** Everything a person may be meant by: as member of the agency, as themselves, by post, unit and role. Empty without a post. */
export function principalsOf(person: string, posts: Iterable<Post>): readonly Principal[] {
  const held = new Set<Principal>()
  for (const post of posts) {
    if (post.person !== person) continue
    held.add('agency').add(`person:${person}`).add(`post:${post.id}`).add(`unit:${post.unit}`)
    for (const role of post.roles) held.add(`role:${role}`)
  }
  return [...held].sort()
}

/** Who a person was at every moment of the log. */
export class PrincipalsTimeline {
  readonly #changes = new Map<string, PrincipalsChange[]>()

  constructor(changes: readonly PrincipalsChange[]) {
    for (const change of changes) this.add(change)
  }

  add(change: PrincipalsChange): void {
    const list = this.#changes.get(change.person)
    if (list === undefined) this.#changes.set(change.person, [change])
    else list.push(change)
  }

  /** Principals after entry `seq`. */
  at(person: string, seq: number): readonly string[] {
    return this.#changes.get(person)?.findLast((change) => change.seq <= seq)?.principals ?? []
  }

  /** Entries behind `after` that changed who the person is. */
  changesOf(person: string, after: number, upTo: number): readonly number[] {
    return (this.#changes.get(person) ?? [])
      .filter((change) => change.seq > after && change.seq <= upTo)
      .map((change) => change.seq)
  }
}

/** True when one of the principals is meant. */
export function isMeant(principals: readonly string[], audience: readonly string[]): boolean {
  return audience.some((one) => principals.includes(one))
}
