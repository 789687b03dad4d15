import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Refusal } from '#shared/domain/decision.ts'
import { RESULT_KIND, type Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { DraftBallot } from '../features/ballots/ballot-ways.ts'
import { decisionDraft } from '../features/ballots/use-cases/decision-draft.ts'
import { beginDraft, proposedRoute } from '../features/drafting/use-cases/begin-draft.ts'
import { newDraftFields } from '../features/drafting/use-cases/new-draft.ts'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import type { Formats } from '../i18n/formats.ts'
import type { SlipRow } from '../projections/ballots.ts'
import type { Desk } from '../sync/desk-api.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { directoryNow } from '../workplace/directory-now.ts'
import { noticeOfError } from '../workplace/error-words.ts'
import { useNotice, useRefusal } from '../workplace/refusal-notice.tsx'

/** Drafts a document on the result of a ballot, notes it there, and opens it: from there it goes the way of every document. */
export function useDraftBallot(): DraftBallot {
  const t = useT()
  const desk = useDesk()
  const formats = useFormats()
  const notice = useNotice()
  const refuse = useRefusal()
  const navigate = useNavigate()
  return useCallback(
    (ballot, slips) => {
      draftOn(desk, formats, ballot, slips)
        .then((begun) => {
          if (begun.ok) void navigate({ to: '/drafts/$id', params: { id: begun.value } })
          else refuse(begun.error)
        })
        .catch((error: unknown) => {
          const words = noticeOfError(t, error)
          if (words !== undefined) notice(words)
        })
    },
    [t, desk, formats, notice, refuse, navigate],
  )
}

async function draftOn(
  desk: Desk,
  formats: Formats,
  ballot: Ballot,
  slips: readonly SlipRow[],
): Promise<Result<string, Refusal>> {
  const now = await directoryNow(desk)
  const route = proposedRoute(now, RESULT_KIND, 'head')
  const { subject, body } = decisionDraft(ballot, slips, now.people, formats)
  const begun = await beginDraft(desk, {
    kind: RESULT_KIND,
    fields: { ...newDraftFields(now, route?.signer, null, RESULT_KIND), subject },
    body,
    route,
  })
  if (!begun.ok) return begun
  const noted = await desk.act({ kind: 'ballot', id: ballot.id }, 'ballot.noteDocument', {
    document: begun.value,
  })
  return noted.ok ? begun : noted
}
