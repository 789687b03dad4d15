import { useCallback, useMemo } from 'react'
import type { Meeting, Outsider } from '#shared/domain/meetings/meeting.ts'
import type { Invitee, ToldMeeting } from '#shared/exchange/calendar/meeting-message.ts'
import { sequenceOfMeeting } from '#shared/domain/meetings/invite-agencies.ts'
import type { NoReply } from '#shared/exchange/calendar/outsider-reply.ts'
import { useAgency } from '../../../database/use-live.ts'
import { useMeetingStates } from '../../../database/use-live-meetings.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { MessageKey } from '../../../i18n/messages.ts'
import { useToast } from '../../../ui/toast.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import { useSaveBytes } from '../../../workplace/use-save-bytes.ts'
import { seriesToldNow, toldNow } from '../use-cases/told-meeting.ts'
import { useSeries } from './use-series.ts'
import { useMeetingActs } from './use-meeting-acts.ts'

/** Calendar files for people from outside: saved to be sent by mail, and read when they come back. */
export interface OutsiderFiles {
  /** Which version the invitation is; of a series, of all of it. */
  readonly version: number
  /** The invitation, or that the meeting is called off. */
  readonly save: () => void
  readonly read: () => void
  readonly take: (address: string) => void
  /** Keeps the time, and saves the file that says so. */
  readonly decline: (address: string) => void
}

/** Whose answer was noted, why none was, or null where a rule refused it. */
type Noted = { readonly address: string } | { readonly problem: NoReply } | null

export function useOutsiderFiles(meeting: Meeting): OutsiderFiles {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const toast = useToast()
  const agency = useAgency()?.state
  const { act } = useMeetingActs(meeting.id)
  const told = useMemo(
    () => (agency === undefined ? undefined : toldNow(meeting, agency, inviteesOf(meeting.outsiders))),
    [agency, meeting],
  )
  const dates = useMeetingStates(useSeries(meeting.series).map(({ id }) => id))
  const plain = useAct()
  const save = useSaveBytes()
  const isOfSeries = meeting.series !== undefined
  const series = useMemo(
    () =>
      agency === undefined || meeting.series === undefined
        ? undefined
        : seriesToldNow(dates ?? [], agency, (one) => inviteesOf(one.outsiders)),
    [agency, meeting.series, dates],
  )
  const guarded = useCallback(
    (work: (told: ToldMeeting) => Promise<void>): void => {
      if (told === undefined || (isOfSeries && series === undefined)) return
      work(told).catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [told, isOfSeries, series, t, notice],
  )
  const write = async (method: 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER', what: ToldMeeting): Promise<void> => {
    const { fileOfMeeting, fileOfSeries } = await import('../use-cases/calendar-files.ts')
    // Of a series all is told: a date that stays, or does not take place, stands in it as it is now.
    const isOver = series?.dates.every(({ isOff }) => isOff) === true
    const bytes =
      series === undefined ? fileOfMeeting(method, what) : fileOfSeries(isOver ? 'CANCEL' : 'REQUEST', series)
    save(t(`meetings.outsiders.files.${method}`), 'text/calendar', () => bytes)
  }
  const note = async (bytes: Uint8Array, what: ToldMeeting): Promise<Noted> => {
    const { replyIn, seriesReply } = await import('../use-cases/calendar-files.ts')
    if (series === undefined) {
      const reply = replyIn(bytes, what)
      if (typeof reply === 'string') return { problem: reply }
      return (await act('meeting.noteReply', reply)) ? { address: reply.address } : null
    }
    const found = seriesReply(bytes, series)
    if (typeof found === 'string') return { problem: found }
    // Another time is proposed for one date, not for all.
    const isForAll = found.on === null && found.reply.proposal === null
    const meant = (dates ?? []).filter(
      ({ status, series: own, outsiders }) =>
        status === 'called' &&
        (isForAll || own?.on === found.on) &&
        outsiders.some(({ address }) => address?.toLowerCase() === found.reply.address),
    )
    for (const { id } of meant) await plain({ kind: 'meeting', id }, 'meeting.noteReply', { ...found.reply })
    return meant.length === 0 ? { problem: 'unknown-occurrence' } : { address: found.reply.address }
  }
  return {
    version: (series?.sequence ?? sequenceOfMeeting(meeting)) + 1,
    save: () => guarded((what) => write(meeting.status === 'cancelled' ? 'CANCEL' : 'REQUEST', what)),
    read: () =>
      guarded(async (what) => {
        for (const { token } of await native.invoke('blobs.choose', { extensions: ['ics'], several: true })) {
          const { blob, name } = await native.invoke('blobs.import', token)
          const bytes = await native.invoke('blobs.get', blob.sha256)
          await native.invoke('blobs.release', blob.sha256)
          const noted = await note(bytes, what)
          if (noted === null) continue
          if ('problem' in noted)
            notice({
              words: t('meetings.outsiders.unread', { name }),
              remedy: t(remedyKey(noted.problem)),
              citation: null,
            })
          else
            toast.show({
              icon: 'mail-opened',
              text: t('meetings.outsiders.noted', { address: noted.address }),
            })
        }
      }),
    take: (address) => void act('meeting.settleProposal', { address, isTaken: true }),
    decline: (address) =>
      guarded(async (what) => {
        if (!(await act('meeting.settleProposal', { address, isTaken: false }))) return
        const attendees = what.attendees.filter((one) => one.address === `mailto:${address}`)
        await write('DECLINECOUNTER', { ...what, attendees })
      }),
  }
}

const remedyKey = (problem: string): MessageKey => {
  if (problem === 'outdated') return 'meetings.outsiders.outdated'
  return problem === 'dated-ahead' ? 'meetings.outsiders.datedAhead' : 'meetings.outsiders.otherFile'
}

const inviteesOf = (outsiders: readonly Outsider[]): readonly Invitee[] =>
  outsiders.flatMap(({ name, address }) =>
    address === null ? [] : [{ name, address: `mailto:${address.toLowerCase()}` }],
  )
