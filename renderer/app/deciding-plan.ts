import type { Collective } from '#shared/domain/directory/directory.ts'
import type { DocumentKind } from '#shared/domain/documents/document.ts'
import { proposedRoute, type DraftPlan } from '../features/drafting/use-cases/begin-draft.ts'
import { newDraftFields, resolutionFields } from '../features/drafting/use-cases/new-draft.ts'
import type { DecidedBy, DecisionText } from '../workplace/deciding/decision-text.ts'
import type { DirectoryNow } from '../workplace/directory-now.ts'

/** What a decision of the agency begins with, or a resolution of one of its collectives: that one is signed by whom the directory names for it. */
export function decidingPlan(
  now: DirectoryNow,
  collective: Collective | undefined,
  textBy: (by: DecidedBy) => DecisionText,
): Pick<DraftPlan, 'kind' | 'fields' | 'body' | 'route'> {
  const kind: DocumentKind = collective === undefined ? 'quyet-dinh' : 'nghi-quyet'
  const route = routeFor(now, kind, collective)
  const { subject, body } = textBy({
    agency: collective?.name ?? now.agency.name,
    as: collective === undefined ? 'decision' : 'resolution',
    ...{ proposer: route?.reviewer, units: now.units },
  })
  const fields =
    collective === undefined
      ? newDraftFields(now, route?.signer, null, kind)
      : resolutionFields(now, collective, route?.signer)
  return { kind, fields: { ...fields, subject }, body, route }
}

function routeFor(
  now: DirectoryNow,
  kind: DocumentKind,
  collective: Collective | undefined,
): DraftPlan['route'] {
  const route = proposedRoute(now, kind, 'head')
  const signer = now.people.find(({ id }) => id === collective?.signer)
  return route === null || signer === undefined || signer.id === now.me.id ? route : { ...route, signer }
}
