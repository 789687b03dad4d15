import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Refusal } from '#shared/domain/decision.ts'
import { DECISION_KIND, RESULT_KIND, type Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { BallotDraft, DraftBallot } from '../features/ballots/ballot-ways.ts'
import { ballotDecision } from '../features/ballots/use-cases/ballot-decision.ts'
import { reportDraft } from '../features/ballots/use-cases/report-draft.ts'
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
    (draft, ballot, slips) => {
      draftOn(desk, formats, draft, ballot, slips)
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

/** The draft and its mention on the ballot, whole or not at all. */
async function draftOn(
  desk: Desk,
  formats: Formats,
  draft: BallotDraft,
  ballot: Ballot,
  slips: readonly SlipRow[],
): Promise<Result<string, Refusal>> {
  const { result } = ballot
  const now = await directoryNow(desk)
  const kind = draft === 'report' ? RESULT_KIND : DECISION_KIND
  const route = proposedRoute(now, kind, 'head')
  const { people, units } = now
  const { subject, body } =
    draft === 'report' || result === null
      ? reportDraft(ballot, slips, people, formats)
      : ballotDecision({ ballot, result, agency: now.agency.name, proposer: route?.reviewer, units }, formats)
  return beginDraft(desk, {
    kind,
    fields: { ...newDraftFields(now, route?.signer, null, kind), subject },
    body,
    route,
    with: (document) => [
      { aggregate: { kind: 'ballot', id: ballot.id }, type: 'ballot.noteDocument', payload: { document } },
    ],
  })
}
