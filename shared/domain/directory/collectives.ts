import { z } from 'zod'
import { events, refuse, type Decision, type DecisionContext, type Happened } from '../decision.ts'
import { parserOf } from '../parse-command.ts'
import type { Agency, Collective, Post } from './directory.ts'

const id = z.string().min(1).max(64)
const words = z.string().trim().min(1).max(200)

/** A body that decides together, as an administrator names it; under the same id it takes the place of what it was. */
export const collectiveFields = z.strictObject({
  id,
  name: words,
  /** Stands in symbols: no space, stroke or hyphen (Decree 30 Annex I II.3c). */
  abbreviation: z
    .string()
    .max(30)
    .regex(/^[^\s/\p{Pd}]+$/u),
  title: words,
  signer: id,
})

const collectiveCommands = {
  'agency.nameCollective': collectiveFields,
  'agency.endCollective': z.strictObject({ id }),
} as const
export type CollectiveCommand =
  | { readonly type: 'agency.nameCollective'; readonly payload: Collective }
  | { readonly type: 'agency.endCollective'; readonly payload: { readonly id: string } }

export type CollectiveEvent = Happened &
  (
    | { readonly type: 'collectiveNamed'; readonly collective: Collective }
    | { readonly type: 'collectiveEnded'; readonly collective: string }
  )

/** Throws a ZodError on anything else. */
export const parseCollectiveCommand: (type: string, payload: unknown) => CollectiveCommand =
  parserOf(collectiveCommands)

/** Only who may sign documents signs on behalf of others (Decree 30 Art 13.2), and no two bodies are told by the same name or symbol. */
export function decideCollective(
  { collectives = [], abbreviation }: Agency,
  command: CollectiveCommand,
  { actor, at, look }: DecisionContext,
): Decision<CollectiveEvent> {
  const happened = { at, by: { person: actor.person, post: actor.post } }
  if (command.type === 'agency.endCollective') {
    const { id: collective } = command.payload
    return collectives.some((one) => one.id === collective)
      ? events({ ...happened, type: 'collectiveEnded', collective })
      : refuse('unknown-object')
  }
  const { payload: collective } = command
  const signer = look('post', collective.signer) as Post | undefined
  if (signer === undefined) return refuse('post-unknown', { post: collective.signer })
  if (!signer.roles.includes('leader')) return refuse('signer-not-competent')
  const taken = collectives
    .filter((one) => one.id !== collective.id)
    .flatMap((one) => [one.name, one.abbreviation])
  if ([collective.name, collective.abbreviation].some((one) => [abbreviation, ...taken].includes(one)))
    return refuse('already-exists')
  return events({ ...happened, type: 'collectiveNamed', collective })
}

/** The bodies of an agency after one was named or ended; what was issued keeps the name it had. */
export function collectivesAfter(
  { collectives = [] }: Agency,
  event: CollectiveEvent,
): readonly Collective[] {
  const gone = event.type === 'collectiveEnded' ? event.collective : event.collective.id
  const others = collectives.filter((one) => one.id !== gone)
  return event.type === 'collectiveEnded' ? others : [...others, event.collective]
}
