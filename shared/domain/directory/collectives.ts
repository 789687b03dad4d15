import { z } from 'zod'
import { events, refuse, type Decision, type DecisionContext, type Happened } from '../decision.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { sha256Hex } from '../../kernel/hash.ts'
import { parserOf } from '../parse-command.ts'
import type { Agency, Collective, FormerCollective, Post } from './directory.ts'

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
  /** `over`: `collectiveHash` of what it takes the place of, as whoever names it saw it; null: nothing stands under its id. Absent in logs of before. */
  'agency.nameCollective': collectiveFields.extend({
    over: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .optional(),
  }),
  'agency.endCollective': z.strictObject({ id }),
} as const
type NamedCollective = Collective & { readonly over?: string | null | undefined }
export type CollectiveCommand =
  | { readonly type: 'agency.nameCollective'; readonly payload: NamedCollective }
  | { readonly type: 'agency.endCollective'; readonly payload: { readonly id: string } }

export type CollectiveEvent = Happened &
  (
    | { readonly type: 'collectiveNamed'; readonly collective: Collective }
    | { readonly type: 'collectiveEnded'; readonly collective: string }
  )

/** Throws a ZodError on anything else. */
export const parseCollectiveCommand: (type: string, payload: unknown) => CollectiveCommand =
  parserOf(collectiveCommands)

/** Tells what a body is called and who signs for it from anything else: SHA-256, hex. */
export const collectiveHash = ({ id, name, abbreviation, title, signer }: Collective): string =>
  sha256Hex(canonicalJson({ id, name, abbreviation, title, signer }))

/** Words that look the same are the same, however they were typed. */
const spelled = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi')

/**
 * Only who may sign documents signs on behalf of others (Decree 30 Art 13.2), and no two bodies are told by the same name or symbol, nor by one that another
 * had before: its numbers would be taken for those of the other (Annex I II.3a).
 */
export function decideCollective(
  { collectives = [], formerCollectives = [], abbreviation }: Agency,
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
  const { over, ...collective } = command.payload
  const standing = collectives.find(({ id }) => id === collective.id)
  if (over !== undefined && over !== (standing === undefined ? null : collectiveHash(standing)))
    return refuse('collective-changed-meanwhile')
  const signer = look('post', collective.signer) as Post | undefined
  if (signer === undefined) return refuse('post-unknown', { post: collective.signer })
  if (!signer.roles.includes('leader')) return refuse('signer-not-competent')
  const taken = [...collectives, ...formerCollectives]
    .filter((one) => one.id !== collective.id)
    .flatMap((one) => [one.name, one.abbreviation])
  const others = new Set([abbreviation, ...taken].map(spelled))
  if ([collective.name, collective.abbreviation].some((one) => others.has(spelled(one))))
    return refuse('already-exists')
  return events({ ...happened, type: 'collectiveNamed', collective })
}

/** The bodies of an agency, and what they were before, after one was named, changed or ended; what was issued keeps the words it had. */
export function collectivesAfter(
  { collectives = [], formerCollectives = [] }: Agency,
  event: CollectiveEvent,
): Required<Pick<Agency, 'collectives' | 'formerCollectives'>> {
  const id = event.type === 'collectiveEnded' ? event.collective : event.collective.id
  const was = collectives.filter((one) => one.id === id)
  const others = collectives.filter((one) => one.id !== id)
  return {
    collectives: event.type === 'collectiveEnded' ? others : [...others, event.collective],
    formerCollectives: [...formerCollectives, ...was.map((one) => ({ ...one, until: event.at }))],
  }
}

/** The body that bore a name or short form and is ended; named again, it is the same one and goes on in its series. */
export const endedCollective = (
  { collectives = [], formerCollectives = [] }: Agency,
  { name, abbreviation }: Pick<Collective, 'name' | 'abbreviation'>,
): FormerCollective | undefined =>
  formerCollectives.findLast(
    (one) =>
      (spelled(one.name) === spelled(name) || spelled(one.abbreviation) === spelled(abbreviation)) &&
      !collectives.some(({ id: standing }) => standing === one.id),
  )

/** Whether a body is or was one of the agency. */
export const isCollectiveOf = (
  { collectives = [], formerCollectives = [] }: Agency,
  collective: string,
): boolean => [...collectives, ...formerCollectives].some((one) => one.id === collective)
