import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { isSuperior } from '#shared/domain/directory/superior.ts'
import type { PeriodReport } from '../features/boards/use-cases/report-body.ts'
import { useBeginDraft } from '../features/drafting/hooks/use-begin-draft.ts'
import { proposedRoute } from '../features/drafting/use-cases/begin-draft.ts'
import { newDraftFields } from '../features/drafting/use-cases/new-draft.ts'
import { useDesk } from '../sync/desk-context.tsx'

/** Makes a báo cáo to the superior body out of a period report, and opens it: from there it goes the way of every document. */
export function useDraftReport(): (report: PeriodReport) => void {
  const desk = useDesk()
  const navigate = useNavigate()
  const open = useCallback((id: string) => void navigate({ to: '/drafts/$id', params: { id } }), [navigate])
  const begin = useBeginDraft(open)
  return useCallback(
    ({ subject, body }) =>
      begin(async (now) => {
        const correspondents = await desk.readers.office.correspondents()
        const superior = correspondents.find((one) => isSuperior(now.agency, one.name))
        const route = proposedRoute(now, 'head')
        return {
          kind: 'bao-cao',
          fields: {
            ...newDraftFields(now, route?.signer, null, 'bao-cao'),
            subject,
            addressees: superior === undefined ? [] : [superior.name],
          },
          body,
          recipients: superior === undefined ? [] : [{ code: superior.code, name: superior.name }],
          route,
        }
      }),
    [begin, desk],
  )
}
