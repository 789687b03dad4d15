import { z } from 'zod'
import {
  events,
  refuse,
  type ActorRef,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import type { Post } from '../directory/directory.ts'
import type { RuleId } from '../law/rules.ts'
import type { OfficialDocument, Route } from './document.ts'
import { mayReviewOwn } from './signing-authority.ts'
import { whyNotChecker } from './form-checker.ts'

/** A leaver's part in a document goes to whoever receives it (Decree 30 Art 31.3đ). */
export const handOverCommand = {
  'document.handOver': z.strictObject({ from: z.string().min(1).max(64), to: z.string().min(1).max(64) }),
} as const
export type HandOverDocument = {
  readonly type: 'document.handOver'
  readonly payload: z.infer<(typeof handOverCommand)['document.handOver']>
}
export interface DocumentHandedOver extends Happened {
  readonly type: 'handedOver'
  readonly from: string
  readonly to: ActorRef
}

/**
 * Why a handover is not lawful: it would make one post draft a document and initial, sign or check it (Decree 30 Arts 11–13), or have its form
 * checked by one who was not given that work (Art 12.2).
 */
export function whyNotHandedOver(
  { drafter, route, kind }: Pick<OfficialDocument, 'drafter' | 'route' | 'kind'>,
  { from, to }: HandOverDocument['payload'],
  look: DecisionContext['look'],
): RuleId | undefined {
  if (route === null) return undefined
  const after = (post: string): string => (post === from ? to : post)
  const author = after(drafter.post)
  const isOwn = author === after(route.reviewer) && !mayReviewOwn(kind)
  if (isOwn || author === route.signer) return 'drafter-cannot-approve'
  if (route.checker === undefined) return undefined
  if (author === after(route.checker)) return 'drafter-cannot-check-form'
  return route.checker === from ? whyNotChecker(to, { drafter }, look) : undefined
}

/** Done by the node when all have signed the minutes. What is with the signer stays: it is signed or returned first. */
export function decideDocumentHandOver(
  state: OfficialDocument | undefined,
  { payload }: HandOverDocument,
  { actor, at, look }: DecisionContext,
): Decision<DocumentHandedOver> {
  if (!actor.roles.includes('node')) return refuse('node-only')
  if (state === undefined) return refuse('unknown-object')
  const to = look('post', payload.to) as Post | undefined
  if (to === undefined) return refuse('post-unknown')
  const unlawful = whyNotHandedOver(state, payload, look)
  if (unlawful !== undefined) return refuse(unlawful)
  const by = { person: actor.person, post: actor.post }
  return events({ at, by, type: 'handedOver', from: payload.from, to: { person: to.person, post: to.id } })
}

/** Drafter, reviewer and checker of form change; what was signed or passed, and by whom, does not. */
export function documentHandedOver(state: OfficialDocument, event: DocumentHandedOver): OfficialDocument {
  const { from, to, at, by } = event
  const { drafter, route } = state
  return {
    ...state,
    changedAt: at,
    drafter: drafter.post === from ? to : drafter,
    route: route === null ? null : routeAfter(route, from, to.post),
    trail: [...state.trail, { act: 'handedOver', at, by }],
  }
}

function routeAfter({ reviewer, checker, signer }: Route, from: string, to: string): Route {
  const after = (post: string): string => (post === from ? to : post)
  return { reviewer: after(reviewer), ...(checker === undefined ? {} : { checker: after(checker) }), signer }
}
