import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { applyUpdate, Doc } from 'yjs'
import { citationOf } from '#shared/domain/documents/amend.ts'
import type { Amending } from '#shared/domain/documents/amendment.ts'
import type { DocumentKind, OfficialDocument } from '#shared/domain/documents/document.ts'
import type { OfficialBody } from '#shared/domain/format/body.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { fromBase64 } from '#shared/kernel/bytes.ts'
import { useBeginDraft } from '../features/drafting/hooks/use-begin-draft.ts'
import { amendmentText } from '../features/drafting/use-cases/amend-body.ts'
import { proposedChecker, proposedRoute } from '../features/drafting/use-cases/begin-draft.ts'
import { bodyOfText } from '../features/drafting/use-cases/body-of-text.ts'
import { newDraftFields } from '../features/drafting/use-cases/new-draft.ts'
import { useDesk } from '../sync/desk-context.tsx'
import type { DirectoryNow } from '../workplace/directory-now.ts'

/** Drafts what puts right, replaces or recalls an issued document, to everyone who received that one, and opens it. */
export function useDraftAmendment(): (amends: Amending) => void {
  const desk = useDesk()
  const navigate = useNavigate()
  const open = useCallback((id: string) => void navigate({ to: '/drafts/$id', params: { id } }), [navigate])
  const begin = useBeginDraft(open)
  return useCallback(
    (amends) =>
      begin(async (now) => {
        const seen = await desk.readers.office.seen('document', amends.document)
        const citation = seen === null ? undefined : citationOf(seen.state)
        if (seen === null || citation === undefined) throw new AppError('internal')
        const old = seen.state
        const kind = amends.way === 'replacement' ? old.kind : 'cong-van'
        const route = routeOf(old, now, kind) ?? proposedRoute(now, kind, 'deputy')
        const { subject, body } = amendmentText({
          ...amends,
          agency: now.agency.name,
          old: { ...citation, subject: old.fields.subject, body: bodyOf(old) },
        })
        const { addressees, receivers, urgency } = old.fields
        const fields =
          amends.way === 'replacement'
            ? { ...old.fields, dueDate: null }
            : { ...newDraftFields(now, route?.signer, null, kind), addressees, receivers, urgency }
        return { kind, amends, fields: { ...fields, subject }, body, recipients: old.recipients, route }
      }),
    [begin, desk],
  )
}

/** Who initialled, checked and signed the old one, unless one of them drafts now. */
function routeOf({ route }: OfficialDocument, now: DirectoryNow, kind: DocumentKind) {
  const { me, people } = now
  const reviewer = people.find((post) => post.id === route?.reviewer)
  const signer = people.find((post) => post.id === route?.signer)
  if (reviewer === undefined || signer === undefined) return null
  const checker =
    people.find(
      (post) => post.id === route?.checker && post.id !== me.id && post.roles.includes('form-checker'),
    ) ?? proposedChecker(now, kind)
  return reviewer.id === me.id || signer.id === me.id ? null : { reviewer, checker, signer }
}

function bodyOf({ text }: OfficialDocument): OfficialBody | null {
  if (text === null) return null
  const doc = new Doc()
  applyUpdate(doc, fromBase64(text))
  const body = bodyOfText(doc)
  doc.destroy()
  return body
}
