import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { flowFor } from '#shared/domain/configuration/flows.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { CountedVote } from '#shared/domain/meetings/tally.ts'
import { voteIdOf } from '#shared/domain/meetings/vote.ts'
import { useBeginDraft } from '../features/drafting/hooks/use-begin-draft.ts'
import { proposedChecker, proposedRoute, type DraftPlan } from '../features/drafting/use-cases/begin-draft.ts'
import { newDraftFields } from '../features/drafting/use-cases/new-draft.ts'
import type { MeetingPlaces } from '../features/meetings/meeting-places.ts'
import { minutesOfMeeting } from '../features/meetings/use-cases/minutes-of-meeting.ts'
import { itemDecision } from '../features/meetings/use-cases/item-decision.ts'
import { noticeOfMeeting } from '../features/meetings/use-cases/notice-of-meeting.ts'
import { namesFrom } from '../features/meetings/use-cases/official-people.ts'
import { useFormats } from '../i18n/language-provider.tsx'
import type { Desk } from '../sync/desk-api.ts'
import { useDesk } from '../sync/desk-context.tsx'
import type { DirectoryNow } from '../workplace/directory-now.ts'
import { decidingPlan } from './deciding-plan.ts'

/** Drafts the minutes, the notice and the decisions of a meeting out of how it went, opens them in the editor, and leads to where they are signed. */
export function useMeetingPapers(): MeetingPlaces {
  const desk = useDesk()
  const formats = useFormats()
  const navigate = useNavigate()
  const open = useCallback((id: string) => void navigate({ to: '/drafts/$id', params: { id } }), [navigate])
  const begin = useBeginDraft(open)
  return useMemo(
    () => ({
      onOpenDocument: open,
      onSign: () => void navigate({ to: '/to-sign' }),
      onOpenFile: () => void navigate({ to: '/work-files' }),
      onMinutes: (meeting) => begin((now) => minutesPlan(desk, now, meeting)),
      onNotice: (meeting) => begin((now) => noticePlan(desk, now, meeting)),
      onDecision: (meeting, item, collective) =>
        begin((now) => ({
          ...decidingPlan(now, collective, (by) =>
            itemDecision({ meeting, item, people: now.people }, by, formats),
          ),
          ofMeeting: { meeting: meeting.id, paper: 'decision', item: item.id },
        })),
    }),
    [desk, navigate, open, begin, formats],
  )
}

/** The secretary who took them signs at the left, the chair at the right (Decree 30 Annex III form 1.9). */
async function minutesPlan(desk: Desk, now: DirectoryNow, meeting: Meeting): Promise<DraftPlan> {
  const { people, me } = now
  const chair = people.find(({ id }) => id === meeting.chair)
  const { subject, body } = minutesOfMeeting({
    meeting,
    votes: await votesOf(desk, meeting),
    named: namesFrom(people),
  })
  return {
    kind: 'bien-ban',
    ofMeeting: { meeting: meeting.id, paper: 'minutes' },
    fields: { ...newDraftFields(now, chair, null, 'bien-ban'), subject, secretary: me.name },
    body,
    route:
      chair === undefined ? null : { reviewer: me, checker: proposedChecker(now, 'bien-ban'), signer: chair },
  }
}

/** The chair signs what was concluded, where a leader chaired and no flow of the agency says otherwise. */
async function noticePlan(desk: Desk, now: DirectoryNow, meeting: Meeting): Promise<DraftPlan> {
  const { people, units, agency, me, settings } = now
  const proposed = proposedRoute(now, 'thong-bao', 'head')
  const chair = people.find(({ id, roles }) => id === meeting.chair && roles.includes('leader'))
  const isByFlow = flowFor(settings, { kind: 'thong-bao', unit: me.unit })?.signer != null
  const signer = isByFlow || chair === undefined || chair.id === me.id ? proposed?.signer : chair
  const route =
    proposed === null || signer === undefined || proposed.reviewer.id === signer.id
      ? proposed
      : { ...proposed, signer }
  const correspondents = await desk.readers.office.correspondents()
  const { subject, body, receivers, recipients } = noticeOfMeeting({
    ...{ meeting, people, units, correspondents },
    agency: agency.name,
    unit: me.unit,
  })
  return {
    kind: 'thong-bao',
    ofMeeting: { meeting: meeting.id, paper: 'notice' },
    fields: { ...newDraftFields(now, route?.signer, null, 'thong-bao'), subject, receivers: [...receivers] },
    body,
    recipients,
    route,
  }
}

/** The votes that count, by question. */
async function votesOf(
  { readers }: Desk,
  { id, items }: Meeting,
): Promise<ReadonlyMap<string, readonly CountedVote[]>> {
  const motions = items.flatMap(({ motions: asked }) => asked)
  return new Map(
    await Promise.all(
      motions.map(async (motion) => {
        const votes = await readers.office.meetings.votesOn(motion.id)
        return [motion.id, votes.filter((vote) => vote.id === voteIdOf(id, motion.id, vote.post))] as const
      }),
    ),
  )
}
