import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { isSuperior } from '#shared/domain/directory/superior.ts'
import type { PeriodReport } from '../features/boards/use-cases/report-body.ts'
import { useBeginDraft } from '../features/drafting/hooks/use-begin-draft.ts'
import { proposedRoute, type DraftPlan } from '../features/drafting/use-cases/begin-draft.ts'
import { newDraftFields } from '../features/drafting/use-cases/new-draft.ts'
import { useDesk } from '../sync/desk-context.tsx'
import type { DirectoryNow } from '../workplace/directory-now.ts'

interface DraftReport {
  /** Makes a báo cáo to the superior body out of a period report, and opens it. */
  readonly onDraft: (report: PeriodReport) => void
  /** The same, and asks at once whether it goes to whoever reviews it. */
  readonly onSubmit: (report: PeriodReport) => void
}

/** What becomes of a period report: from there it goes the way of every document. */
export function useDraftReport(): DraftReport {
  const desk = useDesk()
  const navigate = useNavigate()
  const open = useCallback((id: string) => void navigate({ to: '/drafts/$id', params: { id } }), [navigate])
  const submit = useCallback(
    (id: string) => void navigate({ to: '/drafts/$id', params: { id }, search: { ask: 'submit' } }),
    [navigate],
  )
  const beginDraft = useBeginDraft(open)
  const beginSubmission = useBeginDraft(submit)
  return useMemo(() => {
    const planOf =
      ({ subject, body }: PeriodReport) =>
      async (now: DirectoryNow): Promise<DraftPlan> => {
        const correspondents = await desk.readers.office.correspondents()
        const superior = correspondents.find((one) => isSuperior(now.agency, one.name))
        const route = proposedRoute(now, 'bao-cao', 'head')
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
      }
    return {
      onDraft: (report) => beginDraft(planOf(report)),
      onSubmit: (report) => beginSubmission(planOf(report)),
    }
  }, [beginDraft, beginSubmission, desk])
}
