import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { kindFacts } from '#shared/domain/documents/kinds.ts'
import { isSuperior } from '#shared/domain/directory/superior.ts'
import type { PeriodReport } from '../features/boards/use-cases/report-body.ts'
import { newDraftFields } from '../features/drafting/use-cases/new-draft.ts'
import { textOfBody } from '../features/drafting/use-cases/text-of-body.ts'
import { useT } from '../i18n/language-provider.tsx'
import { useDesk } from '../sync/desk-context.tsx'
import { directoryNow } from '../workplace/directory-now.ts'
import { noticeOfError } from '../workplace/error-words.ts'
import { useNotice } from '../workplace/refusal-notice.tsx'
import { useAct } from '../workplace/use-act.ts'

/** Makes a báo cáo to the superior body out of a period report, and opens it: from there it goes the way of every document. */
export function useDraftReport(): (report: PeriodReport) => void {
  const t = useT()
  const desk = useDesk()
  const act = useAct()
  const notice = useNotice()
  const navigate = useNavigate()
  return useCallback(
    (report) => {
      const draft = async (): Promise<void> => {
        const { me, agency, people, units } = await directoryNow(desk)
        const correspondents = await desk.readers.office.correspondents()
        const unit = units.find((one) => one.id === me.unit)
        const signer = people.find((post) => post.title.toUpperCase() === agency.headTitle.toUpperCase())
        const heads = people.filter((post) => post.roles.includes('unit-head'))
        const reviewer = heads.find((post) => post.unit === me.unit) ?? heads[0]
        const superior = correspondents.find((one) => isSuperior(agency, one.name))
        const fields = {
          ...newDraftFields({ agency, unit, signer, answers: null }),
          symbol: `${kindFacts['bao-cao'].abbreviation ?? ''}-${agency.abbreviation}`,
          subject: report.subject,
          addressees: superior === undefined ? [] : [superior.name],
        }
        const ref = { kind: 'document', id: desk.newId() } as const
        if ((await act(ref, 'document.create', { kind: 'bao-cao', fields })) === undefined) return
        await act(ref, 'document.editText', { update: textOfBody(report.body) })
        if (superior !== undefined) {
          const { code, name } = superior
          await act(ref, 'document.setRecipients', { recipients: [{ code, name }] })
        }
        if (signer !== undefined && reviewer !== undefined)
          await act(ref, 'document.setRoute', { route: { reviewer: reviewer.id, signer: signer.id } })
        await navigate({ to: '/drafts/$id', params: { id: ref.id } })
      }
      draft().catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [t, desk, act, notice, navigate],
  )
}
