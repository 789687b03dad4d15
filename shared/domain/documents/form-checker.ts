import type { ActorRef, DecisionContext } from '../decision.ts'
import type { Post } from '../directory/directory.ts'
import type { RuleId } from '../law/rules.ts'
import type { OfficialDocument, Route } from './document.ts'

/** Whether a post may check the form of what this one drafted: it was given that work, and did not draft it itself (Decree 30 Art 12.2). */
export function whyNotChecker(
  checker: string | undefined,
  { drafter }: { readonly drafter: Pick<ActorRef, 'post'> },
  look: DecisionContext['look'],
): RuleId | undefined {
  if (checker === undefined) return undefined
  const post = look('post', checker) as Post | undefined
  if (post === undefined) return 'post-unknown'
  if (checker === drafter.post) return 'drafter-cannot-check-form'
  return post.roles.includes('form-checker') ? undefined : 'form-checker-not-assigned'
}

/** Whether the check of form is still owed before the document may be signed. */
export const owesFormCheck = ({ route, formPass }: Pick<OfficialDocument, 'route' | 'formPass'>): boolean =>
  route?.checker !== undefined && formPass === undefined

/** Whether a post has to check the form now, so that it may pass the document or return it. */
export const isWithChecker = (
  document: Pick<OfficialDocument, 'route' | 'formPass' | 'status'>,
  post: string | undefined,
): boolean => document.status === 'initialled' && owesFormCheck(document) && document.route?.checker === post

/** Who works on it after the drafter, in order. */
export const postsOfRoute = ({ reviewer, checker, signer }: Route): readonly string[] => [
  reviewer,
  ...(checker === undefined ? [] : [checker]),
  signer,
]
