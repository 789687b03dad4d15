import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Collective } from '#shared/domain/directory/directory.ts'
import { RESULT_KIND, type Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import type { BallotDraft, DraftBallot } from '../features/ballots/ballot-ways.ts'
import { ballotDecision } from '../features/ballots/use-cases/ballot-decision.ts'
import { reportDraft } from '../features/ballots/use-cases/report-draft.ts'
import { useBeginDraft } from '../features/drafting/hooks/use-begin-draft.ts'
import { proposedRoute, type DraftPlan } from '../features/drafting/use-cases/begin-draft.ts'
import { newDraftFields } from '../features/drafting/use-cases/new-draft.ts'
import { useFormats } from '../i18n/language-provider.tsx'
import type { Formats } from '../i18n/formats.ts'
import type { SlipRow } from '../projections/ballots.ts'
import type { DirectoryNow } from '../workplace/directory-now.ts'
import { decidingPlan } from './deciding-plan.ts'

/** Drafts a document on the result of a ballot, notes it there, and opens it: from there it goes the way of every document. */
export function useDraftBallot(): DraftBallot {
  const formats = useFormats()
  const navigate = useNavigate()
  const open = useCallback((id: string) => void navigate({ to: '/drafts/$id', params: { id } }), [navigate])
  const begin = useBeginDraft(open)
  return useCallback(
    (draft, ballot, slips, collective) =>
      begin((now) => planOf(now, formats, { draft, ballot, slips, collective })),
    [formats, begin],
  )
}

interface Wanted {
  readonly draft: BallotDraft
  readonly ballot: Ballot
  readonly slips: readonly SlipRow[]
  readonly collective: Collective | undefined
}

/** The draft and its mention on the ballot, whole or not at all. */
function planOf(now: DirectoryNow, formats: Formats, wanted: Wanted): DraftPlan {
  const { draft, ballot, collective } = wanted
  const { result } = ballot
  const plan =
    draft === 'report' || result === null
      ? reportPlan(now, formats, wanted)
      : decidingPlan(now, collective, (by) => ballotDecision({ ballot, result }, by, formats))
  return {
    ...plan,
    with: (document) => [
      { aggregate: { kind: 'ballot', id: ballot.id }, type: 'ballot.noteDocument', payload: { document } },
    ],
  }
}

function reportPlan(now: DirectoryNow, formats: Formats, { ballot, slips }: Wanted): DraftPlan {
  const route = proposedRoute(now, RESULT_KIND, 'head')
  const { subject, body } = reportDraft(ballot, slips, now.people, formats)
  const fields = { ...newDraftFields(now, route?.signer, null, RESULT_KIND), subject }
  return { kind: RESULT_KIND, fields, body, route }
}
