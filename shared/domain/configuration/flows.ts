import { refuse, type Look, type Refusal } from '../decision.ts'
import type { Post } from '../directory/directory.ts'
import type { OfficialDocument, Route } from '../documents/document.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import type { RuleId } from '../law/rules.ts'
import { configuredSeen, settingsOn } from './effective.ts'
import type { AgencySettings, Flow } from './settings.ts'

/** The flows of an agency; none where it set none. */
export const flowsOf = ({ flows }: Pick<AgencySettings, 'flows'>): readonly Flow[] => flows ?? []

type Drafted = Pick<OfficialDocument, 'kind' | 'unit'>

/** The flow of a document: one that names its unit goes before one that names none, then one that names its kind. */
export function flowFor(settings: Pick<AgencySettings, 'flows'>, { kind, unit }: Drafted): Flow | undefined {
  return flowsOf(settings)
    .filter(({ kinds, units }) => holds(kinds, kind) && holds(units, unit))
    .toSorted((a, b) => rankOf(b) - rankOf(a))[0]
}

/** An empty list means all. */
const holds = (list: readonly string[], one: string): boolean => list.length === 0 || list.includes(one)
const rankOf = ({ kinds, units }: Flow): number => (units.length > 0 ? 2 : 0) + (kinds.length > 0 ? 1 : 0)

/** A route as the flow has it: who reviews stays, the form is checked as it says, and the signer is its own where it names one. */
export function routeBy(flow: Flow | undefined, was: Route): Route {
  if (flow === undefined) return was
  const { checker, signer } = flow
  return {
    reviewer: was.reviewer,
    ...(checker === null ? {} : { checker }),
    signer: signer ?? was.signer,
  }
}

/** Whether the flow of today asks for a check of form and nobody on the route is to make it (Decree 30 Art 12.2). */
export const lacksFormCheck = (
  settings: Pick<AgencySettings, 'flows'>,
  document: Drafted & Pick<OfficialDocument, 'route'>,
): boolean => document.route?.checker === undefined && flowFor(settings, document)?.checker != null

/** The rule by which a document may not be submitted on the route it has. */
export const whyNotByFlow = (
  document: Drafted & Pick<OfficialDocument, 'route'>,
  look: Look,
  today: LocalDate,
): RuleId | undefined =>
  lacksFormCheck(settingsOn(configuredSeen(look), today), document) ? 'form-check-required' : undefined

/** Two flows of the same reach may not speak of the same kind of the same unit: nobody could tell which one holds. */
export function whyNotFlows(settings: Pick<AgencySettings, 'flows'>): Refusal | undefined {
  const flows = flowsOf(settings)
  const isTwice = flows.some((one, index) =>
    flows
      .slice(index + 1)
      .some(
        (other) =>
          rankOf(one) === rankOf(other) && share(one.kinds, other.kinds) && share(one.units, other.units),
      ),
  )
  return isTwice ? refuse('flow-twice').refusal : undefined
}

const share = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((one) => b.includes(one))

/** Whether a post signs documents of these kinds in its own right: a leader any, the head of a unit minutes (Decree 30 Art 13; Annex III form 1.9). */
export const mayBeSigner = ({ roles }: Pick<Post, 'roles'>, kinds: Flow['kinds']): boolean =>
  roles.includes('leader') ||
  (roles.includes('unit-head') && kinds.length > 0 && kinds.every((kind) => kind === 'bien-ban'))

/** Why the posts that flows name may not do what the flows give them. */
export function whyNotFlowPosts(settings: Pick<AgencySettings, 'flows'>, look: Look): Refusal | undefined {
  for (const { kinds, checker, signer } of flowsOf(settings)) {
    const [checking, signing] = [checker, signer].map((id) =>
      id === null ? undefined : (look('post', id) as Post | undefined),
    )
    if ((checker !== null && checking === undefined) || (signer !== null && signing === undefined))
      return refuse('post-unknown').refusal
    if (checking?.roles.includes('form-checker') === false) return refuse('form-checker-not-assigned').refusal
    if (signing !== undefined && !mayBeSigner(signing, kinds)) return refuse('signer-not-competent').refusal
  }
  return undefined
}
