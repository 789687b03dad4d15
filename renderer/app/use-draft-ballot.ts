import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Collective } from '#shared/domain/directory/directory.ts'
import type { DocumentKind } from '#shared/domain/documents/document.ts'
import {
  DECISION_KIND,
  RESOLUTION_KIND,
  RESULT_KIND,
  type Ballot,
} from '#shared/domain/meetings/ballot/ballot.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { BallotDraft, DraftBallot } from '../features/ballots/ballot-ways.ts'
import { ballotDecision } from '../features/ballots/use-cases/ballot-decision.ts'
import { reportDraft } from '../features/ballots/use-cases/report-draft.ts'
import { beginDraft, proposedRoute } from '../features/drafting/use-cases/begin-draft.ts'
import { newDraftFields, resolutionFields } from '../features/drafting/use-cases/new-draft.ts'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import type { Formats } from '../i18n/formats.ts'
import type { SlipRow } from '../projections/ballots.ts'
import type { Desk } from '../sync/desk-api.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { directoryNow, type DirectoryNow } from '../workplace/directory-now.ts'
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
    (draft, ballot, slips, collective) => {
      draftOn(desk, formats, { draft, ballot, slips, collective })
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

interface Wanted {
  readonly draft: BallotDraft
  readonly ballot: Ballot
  readonly slips: readonly SlipRow[]
  readonly collective: Collective | undefined
}

/** What a collective decides is signed by whom the directory names for it. */
function routeFor(now: DirectoryNow, kind: DocumentKind, collective: Collective | undefined) {
  const route = proposedRoute(now, kind, 'head')
  const signer = now.people.find(({ id }) => id === collective?.signer)
  return route === null || signer === undefined || signer.id === now.me.id ? route : { ...route, signer }
}

/** The draft and its mention on the ballot, whole or not at all. */
async function draftOn(
  desk: Desk,
  formats: Formats,
  { draft, ballot, slips, collective }: Wanted,
): Promise<Result<string, Refusal>> {
  const { result } = ballot
  const now = await directoryNow(desk)
  const kind = draft === 'report' ? RESULT_KIND : collective === undefined ? DECISION_KIND : RESOLUTION_KIND
  const route = routeFor(now, kind, collective)
  const { people, units } = now
  const { subject, body } =
    draft === 'report' || result === null
      ? reportDraft(ballot, slips, people, formats)
      : ballotDecision(
          {
            ...{ ballot, result, proposer: route?.reviewer, units },
            agency: collective?.name ?? now.agency.name,
            as: collective === undefined ? 'decision' : 'resolution',
          },
          formats,
        )
  const fields =
    collective === undefined
      ? newDraftFields(now, route?.signer, null, kind)
      : resolutionFields(now, collective, route?.signer)
  return beginDraft(desk, {
    kind,
    fields: { ...fields, subject },
    body,
    route,
    with: (document) => [
      { aggregate: { kind: 'ballot', id: ballot.id }, type: 'ballot.noteDocument', payload: { document } },
    ],
  })
}
