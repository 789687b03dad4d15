import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Recipient } from '#shared/domain/documents/document.ts'
import { kindOfTelling } from '#shared/domain/meetings/invite-agencies.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { agencyAddress } from '#shared/exchange/calendar/told-meeting.ts'
import { useBeginDraft } from '../features/drafting/hooks/use-begin-draft.ts'
import { proposedRoute } from '../features/drafting/use-cases/begin-draft.ts'
import { newDraftFields } from '../features/drafting/use-cases/new-draft.ts'
import {
  tellingBody,
  tellingFileName,
  tellingSubject,
} from '../features/meetings/use-cases/telling-letter.ts'
import { seriesToldNow, toldNow } from '../features/meetings/use-cases/told-meeting.ts'
import type { Desk } from '../sync/desk-api.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { useNative } from '../workplace/native-context.tsx'

/** Drafts the letter that invites other agencies to a meeting, or calls it off, with the calendar file that says the same, and opens it. */
export function useTellAgencies(): (meeting: Meeting, agencies: readonly Recipient[]) => void {
  const desk = useDesk()
  const native = useNative()
  const navigate = useNavigate()
  const open = useCallback((id: string) => void navigate({ to: '/drafts/$id', params: { id } }), [navigate])
  const begin = useBeginDraft(open)
  return useCallback(
    (meeting, agencies) => {
      begin(async (now) => {
        const kind = kindOfTelling(meeting)
        const isOff = meeting.status === 'cancelled'
        const route = proposedRoute(now, kind, 'deputy')
        const fields = newDraftFields(now, route?.signer, null, kind)
        const chair = now.people.find(({ id }) => id === meeting.chair)
        const names = agencies.map(({ name }) => name)
        const { fileOfMeeting, fileOfSeries } =
          await import('../features/meetings/use-cases/calendar-files.ts')
        const invited = agencies.map(({ code, name }) => ({ address: agencyAddress(code), name }))
        const all = await datesOf(desk, meeting)
        const series = seriesToldNow(all, now.agency, () => invited)
        const dates = all.filter(({ status }) => status !== 'cancelled')
        const bytes =
          series === undefined
            ? fileOfMeeting(isOff ? 'CANCEL' : 'REQUEST', toldNow(meeting, now.agency, invited))
            : fileOfSeries(dates.length === 0 ? 'CANCEL' : 'REQUEST', series)
        const file = await native.invoke('blobs.put', { bytes, mediaType: 'text/calendar' })
        return {
          kind,
          fields: {
            ...fields,
            subject: tellingSubject(meeting),
            ...(isOff ? { addressees: names } : { receivers: [...names, ...fields.receivers.slice(1)] }),
          },
          body: tellingBody(meeting, {
            agency: now.agency.name,
            chair: chair === undefined ? '' : `${chair.title} ${chair.name}`.trim(),
            names,
            dates,
          }),
          recipients: agencies,
          attachments: [{ id: desk.newId(), name: tellingFileName, file }],
          route,
          with: (document) => [
            {
              aggregate: { kind: 'meeting', id: meeting.id },
              type: 'meeting.inviteAgencies',
              payload: { document, agencies },
            },
          ],
        }
      })
    },
    [begin, desk, native],
  )
}

/** All dates of the series of a meeting, by when they are; none where it belongs to none. */
async function datesOf({ readers: { office } }: Desk, { series }: Meeting): Promise<readonly Meeting[]> {
  if (series === undefined) return []
  const rows = [...(await office.meetings.inState('past')), ...(await office.meetings.inState('ahead'))]
  const seen = await Promise.all(
    rows.filter((row) => row.series?.id === series.id).map(({ id }) => office.seen('meeting', id)),
  )
  return seen
    .flatMap((one) => (one === null ? [] : [one.state]))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}
