import type { Letter } from '../correspondence/letter.ts'
import { refuse, type Audience, type Decision } from '../decision.ts'
import type { OfficialDocument } from '../documents/document.ts'
import { isErased, type Erased } from '../erasure.ts'

/** What has an access log of its own. */
export type Accessed =
  | { readonly kind: 'letter'; readonly state: Letter | Erased }
  | { readonly kind: 'document'; readonly state: OfficialDocument | Erased }

const offices: Audience = ['role:clerk', 'role:archivist', 'role:leader']

/**
 * Who may read who accessed it. The law wants the history of access kept (Decree 30 Annex VI I.III.5 a) and rights set per document (III.3),
 * and does not name its readers: here the records office, the archivist and the leaders, who answer for it, and whoever is responsible for this one, the
 * drafter of a document or the lead on a letter. Each only of what they see; nobody else watches colleagues.
 */
function accessReaders({ kind, state }: Accessed): Audience {
  if (isErased(state)) return offices
  const holder = kind === 'document' ? state.drafter.post : leadOf(state)
  return holder === null ? offices : [...offices, `post:${holder}`]
}

const leadOf = ({ directive }: Letter): string | null => directive?.lead ?? null

/** The same of a file that belongs to neither. */
export const decideReadFiles = (isMeant: (audience: Audience) => boolean): Decision<never> =>
  isMeant(offices) ? { kind: 'events', events: [] } : refuse('access-log-not-yours')

/** Whether somebody among `isMeant` may read the access log, decided alike on desk and node. */
export function decideReadAccesses(of: Accessed, isMeant: (audience: Audience) => boolean): Decision<never> {
  return isMeant(accessReaders(of)) ? { kind: 'events', events: [] } : refuse('access-log-not-yours')
}
