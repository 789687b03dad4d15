import { useCallback, useEffect, useState } from 'react'
import { remindersDue, type Reminder } from '#shared/domain/meetings/reminders.ts'
import { useMeetings } from '../database/use-live-meetings.ts'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import type { MeetingRow } from '../projections/meetings.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { webLockAlone } from '../sync/run-alone.ts'
import { useNow } from '../workplace/today.ts'
import { useApp } from './app-context.ts'
import { notToldBefore } from './told-reminders.ts'

/** Meetings that are about to begin, each told once on this machine: here, and by the system when the window is not in front. */
export function useReminders(onEnter: (reminder: Reminder<MeetingRow>) => void): {
  readonly reminders: readonly Reminder<MeetingRow>[]
  readonly dismiss: (key: string) => void
} {
  const { settings } = useApp()
  const { person, post, workspace } = useDesk()
  const ahead = useMeetings('ahead')
  const now = useNow()
  const notify = useSystemNotice(onEnter)
  const [shown, setShown] = useState<readonly Reminder<MeetingRow>[]>([])
  useEffect(() => {
    const due = remindersDue(ahead ?? [], post, settings.meetingReminders, now)
    if (due.length === 0) return
    const place = { person, workspace }
    // Of several windows one tells it.
    void webLockAlone(`congso-reminders/${workspace}/${person}`, () => {
      const fresh = notToldBefore(due, place, now)
      fresh.forEach(notify)
      if (fresh.length > 0) setShown((before) => [...before, ...fresh])
      return Promise.resolve()
    })
  }, [ahead, post, person, workspace, settings.meetingReminders, now, notify])
  const dismiss = useCallback(
    (key: string) => setShown((before) => before.filter((one) => one.key !== key)),
    [],
  )
  return { reminders: shown.filter((one) => isStill(one, ahead ?? [])), dismiss }
}

/** A meeting that was moved, called off or opened since is not announced any more. */
const isStill = ({ meeting }: Reminder<MeetingRow>, ahead: readonly MeetingRow[]): boolean =>
  ahead.some(
    (row) =>
      row.id === meeting.id &&
      row.from === meeting.from &&
      (row.status === 'called' || row.status === 'inSession'),
  )

/** Tells it outside of the window, without saying what the meeting is: the screen may be shown to others, or locked. */
function useSystemNotice(
  onEnter: (reminder: Reminder<MeetingRow>) => void,
): (reminder: Reminder<MeetingRow>) => void {
  const t = useT()
  const formats = useFormats()
  return useCallback(
    (reminder) => {
      const { key, meeting } = reminder
      if (document.hasFocus() || Notification.permission !== 'granted') return
      const notice = new Notification(t('meetings.reminder.system', { time: formats.time(meeting.from) }), {
        body: meeting.place,
        tag: key,
      })
      notice.onclick = () => {
        window.focus()
        onEnter(reminder)
      }
    },
    [t, formats, onEnter],
  )
}
