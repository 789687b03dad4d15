import { flowFor, mayBeSigner } from '#shared/domain/configuration/flows.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { isHeadOf, type Post } from '#shared/domain/directory/directory.ts'
import type { Amending } from '#shared/domain/documents/amendment.ts'
import type {
  Attachment,
  DocumentFields,
  DocumentKind,
  Recipient,
  Route,
} from '#shared/domain/documents/document.ts'
import type { OfMeeting } from '#shared/domain/documents/of-meeting.ts'
import type { OfficialBody } from '#shared/domain/format/body.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Desk } from '../../../sync/desk-api.ts'
import type { Wish } from '../../../sync/wish.ts'
import type { DirectoryNow } from '../../../workplace/directory-now.ts'

/** Everything a new draft begins with. */
export interface DraftPlan {
  readonly kind: DocumentKind
  readonly fields: DocumentFields
  /** The issued document it is about. */
  readonly amends?: Amending
  /** The meeting it is made out of, which then names it. */
  readonly ofMeeting?: OfMeeting
  readonly body?: OfficialBody
  readonly recipients?: readonly Recipient[]
  readonly attachments?: readonly Attachment[]
  /** Who initials and who signs; null while the directory names nobody. */
  readonly route: ProposedRoute | null
  /** What is done with it in the same stroke, under the id it gets. */
  readonly with?: (document: string) => readonly Wish[]
}

interface ProposedRoute {
  readonly reviewer: Post
  /** Absent: nobody is asked to check the form. */
  readonly checker?: Post | undefined
  readonly signer: Post
}

/**
 * The head of the drafter's unit initials; of what the only head of a unit drafts, a leader who does not sign it. The head of the agency
 * signs, or a deputy in the head's place where there is one. Where the agency has a flow for it, that says who checks the form and who signs.
 */
export function proposedRoute(
  now: DirectoryNow,
  kind: DocumentKind,
  signs: 'head' | 'deputy',
): ProposedRoute | null {
  const { me, agency, people, settings } = now
  const flow = flowFor(settings, { kind, unit: me.unit })
  const leaders = people.filter((post) => post.roles.includes('leader'))
  const ofFlow = people.find(
    (post) => post.id === flow?.signer && post.id !== me.id && mayBeSigner(post, [kind]),
  )
  const signer = ofFlow ?? leaders.find((post) => isHeadOf(post, agency) === (signs === 'head')) ?? leaders[0]
  const heads = people.filter((post) => post.roles.includes('unit-head') && post.id !== me.id)
  const reviewer =
    heads.find((post) => post.unit === me.unit) ?? heads[0] ?? leaders.find((post) => post.id !== signer?.id)
  if (signer === undefined || reviewer === undefined) return null
  return { reviewer, checker: proposedChecker(now, kind), signer }
}

/** Whom the flow asks to check the form, or who stands in; where that is the drafter, another who was given that work. */
export function proposedChecker(
  { me, people, settings, standIn }: DirectoryNow,
  kind: DocumentKind,
): Post | undefined {
  const asked = flowFor(settings, { kind, unit: me.unit })?.checker ?? null
  if (asked === null) return undefined
  const checkers = people.filter((post) => post.id !== me.id && post.roles.includes('form-checker'))
  const named = (id: string | null): Post | undefined => checkers.find((post) => post.id === id)
  return named(standIn(asked)) ?? named(asked) ?? checkers[0]
}

/** Makes a draft with all that is known of it, whole or not at all; answers its id. */
export async function beginDraft(desk: Desk, plan: DraftPlan): Promise<Result<string, Refusal>> {
  const aggregate = { kind: 'document', id: desk.newId() } as const
  const { kind, fields, amends, ofMeeting, body, recipients = [], attachments = [], route } = plan
  const created = {
    ...{ kind, fields },
    ...(amends === undefined ? {} : { amends }),
    ...(ofMeeting === undefined ? {} : { ofMeeting }),
  }
  const wishes: Wish[] = [{ aggregate, type: 'document.create', payload: created }]
  if (body !== undefined) {
    // The editor's code is read with the first draft that needs it.
    const { textOfBody } = await import('./text-of-body.ts')
    wishes.push({ aggregate, type: 'document.editText', payload: { update: textOfBody(body) } })
  }
  if (recipients.length > 0)
    wishes.push({ aggregate, type: 'document.setRecipients', payload: { recipients } })
  if (route !== null)
    wishes.push({
      aggregate,
      type: 'document.setRoute',
      payload: { route: idsOf(route) },
    })
  for (const attachment of attachments)
    wishes.push({ aggregate, type: 'document.attach', payload: { attachment } })
  wishes.push(...(plan.with?.(aggregate.id) ?? []))
  if (ofMeeting !== undefined) {
    const { meeting, ...part } = ofMeeting
    wishes.push({
      aggregate: { kind: 'meeting', id: meeting },
      type: 'meeting.nameDocument',
      payload: { ...part, document: aggregate.id },
    })
  }
  const [answer] = await desk.actTogether([wishes])
  return answer?.ok === false ? answer : ok(aggregate.id)
}

const idsOf = ({ reviewer, checker, signer }: ProposedRoute): Route => ({
  reviewer: reviewer.id,
  ...(checker === undefined ? {} : { checker: checker.id }),
  signer: signer.id,
})
