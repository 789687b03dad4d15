import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import { chaseLetter, type ChasedDocument } from '../features/delivery/use-cases/chase-letter.ts'
import { useBeginDraft } from '../features/drafting/hooks/use-begin-draft.ts'
import { proposedRoute } from '../features/drafting/use-cases/begin-draft.ts'
import { newDraftFields } from '../features/drafting/use-cases/new-draft.ts'

/** Drafts one official letter to all who have not accepted, and opens it: it chases them when it is signed and issued like every document. */
export function useDraftChase(): (documents: readonly ChasedDocument[]) => void {
  const navigate = useNavigate()
  const open = useCallback((id: string) => void navigate({ to: '/drafts/$id', params: { id } }), [navigate])
  const begin = useBeginDraft(open)
  return useCallback(
    (documents) =>
      begin((now) => {
        const route = proposedRoute(now, 'cong-van', 'deputy')
        const today = localDateOf(instantFrom(Date.now()))
        const { subject, body, recipients } = chaseLetter(documents, { agency: now.agency.name, today })
        const addressees = recipients.map(({ name }) => name)
        const fields = { ...newDraftFields(now, route?.signer, null), subject, addressees }
        return { kind: 'cong-van', fields, body, recipients, route }
      }),
    [begin],
  )
}
