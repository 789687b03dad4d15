import { foldText } from '../../kernel/text-folding.ts'
import type { Role } from '../decision.ts'
import type { Post } from './directory.ts'

/** Groups that one owner may keep. */
export const MOST_GROUPS = 100
/** As many as a document may have recipients. */
export const MOST_MEMBERS = 2000

/** What a group is made of: agencies one writes to (id = their code), or people (id = their post). Stored. */
export const groupKinds = ['agencies', 'people'] as const
export type GroupKind = (typeof groupKinds)[number]

/** Somebody in a group, by the name it had when it was put there: it can be told by it when it is no longer in the directory. */
export interface GroupMember {
  readonly id: string
  readonly name: string
}

/** A name for several at once, in an order of its own; no group holds a group. */
export interface Group {
  readonly id: string
  readonly name: string
  readonly of: GroupKind
  readonly members: readonly GroupMember[]
}

/** The groups of one owner. Id as `groupsOf` makes it. */
export interface Groups {
  readonly id: string
  readonly groups: readonly Group[]
}

/** Who a group is for: everyone in the agency, everyone in a unit, or one post alone. */
export type GroupOwner = { readonly kind: 'agency' } | { readonly kind: 'unit' | 'post'; readonly id: string }

const AGENCY = 'agency'
const UNIT = 'unit-'
const POST = 'post-'

/** The id under which the groups of an owner are kept. */
export const groupsOf = (owner: GroupOwner): string =>
  owner.kind === 'agency' ? AGENCY : `${owner.kind === 'unit' ? UNIT : POST}${owner.id}`

/** Whose groups are kept under an id; undefined: nobody's. */
export function ownerOf(id: string): GroupOwner | undefined {
  if (id === AGENCY) return { kind: 'agency' }
  if (id.startsWith(UNIT)) return { kind: 'unit', id: id.slice(UNIT.length) }
  return id.startsWith(POST) ? { kind: 'post', id: id.slice(POST.length) } : undefined
}

/** Whether a post may change the groups of an owner: the clerk those of the agency, the head of a unit those of the unit, everyone their own. */
export function mayKeepGroups(
  owner: GroupOwner,
  { post, unit, roles }: { readonly post: string; readonly unit: string; readonly roles: readonly Role[] },
): boolean {
  switch (owner.kind) {
    case 'agency':
      return roles.includes('clerk')
    case 'unit':
      return owner.id === unit && roles.includes('unit-head')
    case 'post':
      return owner.id === post
  }
}

/** Whose groups a post sees, the agency's first. */
export const ownersFor = ({ id, unit }: Pick<Post, 'id' | 'unit'>): readonly GroupOwner[] => [
  { kind: 'agency' },
  { kind: 'unit', id: unit },
  { kind: 'post', id },
]

/** Whether two names read alike to whoever types one, accents or not. */
export const isSameName = (one: string, other: string): boolean =>
  foldText(one).trim() === foldText(other).trim()

/** What comes of choosing a group; every member stands in exactly one of these, in the order of the group. */
export interface Expansion {
  readonly added: readonly GroupMember[]
  /** Chosen before. */
  readonly already: readonly GroupMember[]
  /** In the directory, but not to be chosen here. */
  readonly barred: readonly GroupMember[]
  /** No longer in the directory. */
  readonly gone: readonly GroupMember[]
}

interface Directory {
  /** Who is in the directory now, by id. */
  readonly known: ReadonlyMap<string, string>
  readonly chosen: ReadonlySet<string>
  readonly canChoose: (id: string) => boolean
}

/** Whom a group adds to what is chosen, named as the directory names them now. */
export function expand(
  { members }: Pick<Group, 'members'>,
  { known, chosen, canChoose }: Directory,
): Expansion {
  const found = { added: [], already: [], barred: [], gone: [] } as Record<keyof Expansion, GroupMember[]>
  for (const { id, name } of members) {
    const now = known.get(id)
    const part = chosen.has(id) ? 'already' : now === undefined ? 'gone' : canChoose(id) ? 'added' : 'barred'
    found[part].push({ id, name: now ?? name })
  }
  return found
}
