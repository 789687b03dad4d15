import { z } from 'zod'
import { events, refuse, type Audience, type Decider, type Happened } from '../decision.ts'
import { secretMarkIn } from '../law/secret-marks.ts'
import { parserOf } from '../parse-command.ts'
import {
  groupKinds,
  isSameName,
  mayKeepGroups,
  MOST_GROUPS,
  MOST_MEMBERS,
  ownerOf,
  type Group,
  type Groups,
} from './groups.ts'

const member = z.strictObject({ id: z.string().min(1).max(64), name: z.string().min(1).max(500) })
const group = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(120),
  of: z.enum(groupKinds),
  members: z
    .array(member)
    .min(1)
    .max(MOST_MEMBERS)
    .refine((members) => new Set(members.map((one) => one.id)).size === members.length),
})
/** `owner`: the id of the groups it is about. */
const owner = z.string().min(1).max(64)
const groupCommands = {
  'groups.keep': z.strictObject({ owner, group }),
  'groups.remove': z.strictObject({ owner, group: z.uuid() }),
} as const
type GroupsCommand = {
  [T in keyof typeof groupCommands]: {
    readonly type: T
    readonly payload: z.infer<(typeof groupCommands)[T]>
  }
}[keyof typeof groupCommands]

interface Kept extends Happened {
  readonly type: 'kept'
  readonly owner: string
  readonly group: Group
}
interface Removed extends Happened {
  readonly type: 'removed'
  readonly owner: string
  readonly group: string
}

/** The groups of one owner, changed one by one, so that two who change different ones at once both succeed; whoever they are for sees them. */
export const groupsDecider: Decider<Groups, GroupsCommand, Kept | Removed> = {
  kind: 'groups',
  parse: parserOf(groupCommands),
  decide: (state, { type, payload }, { actor, at }) => {
    const keeper = ownerOf(payload.owner)
    const isTheirs = keeper !== undefined && mayKeepGroups(keeper, actor)
    if (!isTheirs || (state !== undefined && state.id !== payload.owner)) return refuse('group-not-yours')
    const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
    const groups = state?.groups ?? []
    if (type === 'groups.remove') {
      const isThere = groups.some((one) => one.id === payload.group)
      return isThere ? events({ ...stamp, ...payload, type: 'removed' }) : events()
    }
    const rule = whyNotKept(groups, payload.group)
    return rule === undefined ? events({ ...stamp, ...payload, type: 'kept' }) : refuse(...rule)
  },
  /** Kept under another id they are nobody's. */
  evolve: (state, event, id) => {
    const groups = state?.groups ?? []
    return { id, groups: event.owner === id ? changed(groups, event) : groups }
  },
  audienceOf: (state) => audienceOf(state.id),
  eventTypes: ['kept', 'removed'],
}

/** Two groups of one owner that are typed alike could not be told apart. */
function whyNotKept(groups: readonly Group[], { id, name }: Group): Parameters<typeof refuse> | undefined {
  const others = groups.filter((one) => one.id !== id)
  if (secretMarkIn([name]) !== undefined) return ['secret-refused']
  if (others.some((one) => isSameName(one.name, name))) return ['group-name-taken', { name }]
  return others.length >= MOST_GROUPS ? ['groups-full', { most: MOST_GROUPS }] : undefined
}

/** A group that is there keeps its place. */
function changed(groups: readonly Group[], event: Kept | Removed): readonly Group[] {
  if (event.type === 'removed') return groups.filter((one) => one.id !== event.group)
  return groups.some((one) => one.id === event.group.id)
    ? groups.map((one) => (one.id === event.group.id ? event.group : one))
    : [...groups, event.group]
}

function audienceOf(id: string): Audience {
  const owner = ownerOf(id)
  if (owner === undefined) return []
  return owner.kind === 'agency' ? ['agency'] : [`${owner.kind}:${owner.id}`]
}
