import { z } from 'zod'
import {
  roles,
  events,
  refuse,
  type Decider,
  type DecisionContext,
  type Happened,
  type Decision,
  type Refusal,
} from '../decision.ts'
import type { AggregateKind } from '../../log/command.ts'
import {
  collectivesAfter,
  decideCollective,
  parseCollectiveCommand,
  type CollectiveCommand,
  type CollectiveEvent,
} from './collectives.ts'
import type { Agency, Correspondent, Device, Post, Unit } from './directory.ts'

const text = z.string().max(500)
const certificateHash = z.string().regex(/^[0-9a-f]{64}$/)
const agencyFields = z.strictObject({
  name: text,
  letterhead: text,
  superior: text,
  abbreviation: text,
  place: text,
  codes: z.array(z.string().min(1).max(35)).min(1),
  headTitle: text,
  email: text,
  practice: z.boolean(),
  seal: certificateHash.optional(),
})
/** The node acts by itself alone: nobody is appointed to be it, or administrators could do what only it may. */
const rolesOfPeople = roles.filter((role) => role !== 'node')
const unitFields = z.strictObject({ name: text, abbreviation: text })
const postFields = z.strictObject({
  person: text,
  name: text,
  title: text,
  unit: text,
  roles: z.array(z.enum(rolesOfPeople)),
  certificate: certificateHash.nullable(),
})
const deviceFields = z.strictObject({
  person: text,
  key: z.string(),
  until: z.iso.datetime({ precision: 3 }),
  from: z.iso.datetime({ precision: 3 }).optional(),
})
const correspondentFields = z.strictObject({
  code: z.string().min(1).max(35),
  name: text,
  onBackbone: z.boolean(),
})
const codeField = z.strictObject({
  code: z
    .string()
    .regex(/^[0-9A-Za-z]+([._-][0-9A-Za-z]+)*$/)
    .max(35),
})

interface Recorded<F> extends Happened {
  readonly type: 'recorded'
  readonly fields: F
}
interface CodeAdded extends Happened {
  readonly type: 'codeAdded'
  readonly code: string
}

interface Record<F> {
  readonly type: string
  readonly fields: F
}

const isNode = (context: DecisionContext): boolean => context.actor.roles.includes('node')
const unlessAdministering = (context: DecisionContext): Refusal | undefined =>
  isNode(context) || context.actor.roles.includes('administrator')
    ? undefined
    : refuse('administrator-only').refusal
const unlessNode = (context: DecisionContext): Refusal | undefined =>
  isNode(context) ? undefined : refuse('node-only').refusal

/** Directory records are replaced whole by the node or (where nothing else is said) the administrator, and seen by everyone in the agency. */
function recordDecider<S, F extends object>(
  kind: AggregateKind,
  verb: string,
  schema: z.ZodType<F>,
  refusalFor: (context: DecisionContext) => Refusal | undefined = unlessAdministering,
): Decider<S, Record<F>, Recorded<F>> {
  return {
    kind,
    parse: (type, payload) => {
      if (type !== `${kind}.${verb}`) throw new z.ZodError([])
      return { type, fields: schema.parse(payload) }
    },
    decide: (_state, command, context) => {
      const refusal = refusalFor(context)
      return refusal === undefined ? events(recorded(command.fields, context)) : { kind: 'refused', refusal }
    },
    evolve: (_state, event, id) => ({ id, ...event.fields }) as unknown as S,
    audienceOf: () => ['agency'],
    eventTypes: ['recorded'],
  }
}

const recorded = <F>(fields: F, context: DecisionContext): Recorded<F> => ({
  type: 'recorded',
  fields,
  at: context.at,
  by: { person: context.actor.person, post: context.actor.post },
})

export const unitDecider = recordDecider<Unit, z.infer<typeof unitFields>>('unit', 'establish', unitFields)
export const postDecider = recordDecider<Post, z.infer<typeof postFields>>('post', 'appoint', postFields)
/** Certified by the node alone, at login: whoever could enrol a key for another person could act as that person. */
export const deviceDecider = recordDecider<Device, z.infer<typeof deviceFields>>(
  'device',
  'enrol',
  deviceFields,
  unlessNode,
)
export const correspondentDecider = recordDecider<Correspondent, z.infer<typeof correspondentFields>>(
  'correspondent',
  'list',
  correspondentFields,
)

type AgencyCommand =
  | { readonly type: 'agency.establish'; readonly fields: z.infer<typeof agencyFields> }
  | { readonly type: 'agency.addCode'; readonly code: string }
  | CollectiveCommand
type AgencyEvent = Recorded<z.infer<typeof agencyFields>> | CodeAdded | CollectiveEvent

/**
 * `agency.establish` writes the agency, by the node alone: it says whether all this is practice, and under which codes the agency speaks.
 * `agency.addCode` lets it be reached under a further identification code; the bodies that decide together are named by the administrator too.
 */
export const agencyDecider: Decider<Agency, AgencyCommand, AgencyEvent> = {
  kind: 'agency',
  parse: (type, payload) => {
    if (type === 'agency.establish') return { type, fields: agencyFields.parse(payload) }
    if (type === 'agency.addCode') return { type, code: codeField.parse(payload).code }
    return parseCollectiveCommand(type, payload)
  },
  decide: (state, command, context): Decision<AgencyEvent> => {
    const refusal = command.type === 'agency.establish' ? unlessNode(context) : unlessAdministering(context)
    if (refusal !== undefined) return { kind: 'refused', refusal }
    if (command.type === 'agency.establish') return events(recorded(command.fields, context))
    if (state === undefined) return refuse('unknown-object')
    if (command.type !== 'agency.addCode') return decideCollective(state, command, context)
    if (state.codes.includes(command.code)) return refuse('already-exists', { code: command.code })
    return events({
      type: 'codeAdded',
      code: command.code,
      at: context.at,
      by: { person: context.actor.person, post: context.actor.post },
    })
  },
  evolve: (state, event, id) => {
    if (event.type === 'recorded') {
      const { collectives, formerCollectives } = state ?? {}
      return {
        ...{ id, ...event.fields },
        ...(collectives !== undefined && { collectives }),
        ...(formerCollectives !== undefined && { formerCollectives }),
      }
    }
    if (state === undefined) throw new RangeError('an agency begins with being established')
    if (event.type === 'codeAdded') return { ...state, codes: [...state.codes, event.code] }
    return { ...state, ...collectivesAfter(state, event) }
  },
  audienceOf: () => ['agency'],
  eventTypes: ['recorded', 'codeAdded', 'collectiveNamed', 'collectiveEnded'],
}
