import { useCallback, useMemo } from 'react'
import type { Meeting, Outsider } from '#shared/domain/meetings/meeting.ts'
import type { Invitee, ToldMeeting } from '#shared/exchange/calendar/meeting-message.ts'
import { useAgency } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import { toldMeeting } from '../use-cases/told-meeting.ts'
import { useMeetingActs } from './use-meeting-acts.ts'

/** Calendar files for people from outside: saved to be sent by mail, and read when they come back. */
export interface OutsiderFiles {
  /** The invitation, or that the meeting is called off. */
  readonly save: () => void
  readonly read: () => void
  readonly take: (address: string) => void
  /** Keeps the time, and saves the file that says so. */
  readonly decline: (address: string) => void
}

export function useOutsiderFiles(meeting: Meeting): OutsiderFiles {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const toast = useToast()
  const agency = useAgency()?.state
  const { act } = useMeetingActs(meeting.id)
  const told = useMemo(
    () => (agency === undefined ? undefined : toldMeeting(meeting, agency, inviteesOf(meeting.outsiders))),
    [agency, meeting],
  )
  const guarded = useCallback(
    (work: (told: ToldMeeting) => Promise<void>): void => {
      if (told === undefined) return
      work(told).catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [told, t, notice],
  )
  const write = async (method: 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER', what: ToldMeeting): Promise<void> => {
    const { fileOfMeeting } = await import('../use-cases/calendar-files.ts')
    const bytes = fileOfMeeting(method, what)
    const { sha256 } = await native.invoke('blobs.put', { bytes, mediaType: 'text/calendar' })
    const name = t(`meetings.outsiders.files.${method}`)
    const isSaved = await native.invoke('blobs.saveAs', { sha256, name })
    await native.invoke('blobs.release', sha256)
    if (isSaved) toast.show({ icon: 'download', text: t('common.tables.saved', { name }) })
  }
  return {
    save: () => guarded((what) => write(meeting.status === 'cancelled' ? 'CANCEL' : 'REQUEST', what)),
    read: () =>
      guarded(async (what) => {
        for (const { token } of await native.invoke('blobs.choose', { extensions: ['ics'], several: true })) {
          const { blob, name } = await native.invoke('blobs.import', token)
          const bytes = await native.invoke('blobs.get', blob.sha256)
          await native.invoke('blobs.release', blob.sha256)
          const { replyIn } = await import('../use-cases/calendar-files.ts')
          const reply = replyIn(bytes, what)
          if (typeof reply === 'string')
            notice({
              words: t('meetings.outsiders.unread', { name }),
              remedy: t(
                reply === 'outdated' ? 'meetings.outsiders.outdated' : 'meetings.outsiders.otherFile',
              ),
              citation: null,
            })
          else if (await act('meeting.noteReply', reply))
            toast.show({
              icon: 'mail-opened',
              text: t('meetings.outsiders.noted', { address: reply.address }),
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

const inviteesOf = (outsiders: readonly Outsider[]): readonly Invitee[] =>
  outsiders.flatMap(({ name, address }) =>
    address === null ? [] : [{ name, address: `mailto:${address.toLowerCase()}` }],
  )
