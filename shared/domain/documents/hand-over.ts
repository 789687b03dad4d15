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
import type { OfficialDocument } from './document.ts'

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

/** Whether a handover would make one post draft a document and initial or sign it (Decree 30 Arts 11–13). */
export function approvesOwnAfter(
  { drafter, route }: Pick<OfficialDocument, 'drafter' | 'route'>,
  from: string,
  to: string,
): boolean {
  const after = (post: string): string => (post === from ? to : post)
  if (route === null) return false
  return after(drafter.post) === after(route.reviewer) || after(drafter.post) === route.signer
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
  if (approvesOwnAfter(state, payload.from, payload.to)) return refuse('drafter-cannot-approve')
  const by = { person: actor.person, post: actor.post }
  return events({ at, by, type: 'handedOver', from: payload.from, to: { person: to.person, post: to.id } })
}

/** Drafter and reviewer change; what was signed, and by whom, does not. */
export function documentHandedOver(state: OfficialDocument, event: DocumentHandedOver): OfficialDocument {
  const { from, to, at, by } = event
  const { drafter, route } = state
  return {
    ...state,
    changedAt: at,
    drafter: drafter.post === from ? to : drafter,
    route: route?.reviewer === from ? { ...route, reviewer: to.post } : route,
    trail: [...state.trail, { act: 'handedOver', at, by }],
  }
}
