import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { Reminder } from '#shared/domain/meetings/reminders.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import { useCommands } from '../commands/command-provider.tsx'
import type { Command } from '../commands/command.ts'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import type { MeetingRow } from '../projections/meetings.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useToday } from '../workplace/today.ts'
import classes from './meeting-reminders.module.css'
import { useReminders } from './use-reminders.ts'

/** Meetings that are about to begin, one line each, with the way into the room; each stays until somebody has read it. */
export function MeetingReminders() {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const navigate = useNavigate()
  const enter = useCallback(
    (reminder: Reminder<MeetingRow>): void => {
      const { id } = reminder.meeting
      if (leadsIn(reminder)) void navigate({ to: '/meetings/$id', params: { id } })
      else void navigate({ to: '/meetings', search: { at: id } })
    },
    [navigate],
  )
  const { reminders, dismiss } = useReminders(enter)
  const [first] = reminders
  const go = useCallback(
    (reminder: Reminder<MeetingRow>): void => {
      dismiss(reminder.key)
      enter(reminder)
    },
    [dismiss, enter],
  )
  useCommands(
    useMemo((): readonly Command[] => {
      if (first === undefined) return []
      const run = (): void => go(first)
      const title = wordsOf(first)
      return [{ id: 'reminder.enter', title, group: 'commands', shortcut: ENTER, isEnabled: () => true, run }]
    }, [first, go]),
  )
  return (
    <div role="status">
      {reminders.map((reminder) => {
        const { key, meeting } = reminder
        const day = localDateOf(meeting.from) === today ? '' : formats.weekday(meeting.from)
        const time = [formats.time(meeting.from), day].filter((part) => part !== '').join(' ')
        return (
          <div key={key} className={classes.reminder}>
            <Icon name="bell-ringing" />
            <span className="num ellipsis">
              <strong>{t('meetings.reminder.at', { time })}</strong> {meeting.title}
              {meeting.place !== '' && ` · ${meeting.place}`}
            </span>
            <span className="spacer" />
            <Button
              size="small"
              {...(reminder === first ? { keyHint: ENTER } : {})}
              onClick={() => go(reminder)}
            >
              {t(wordsOf(reminder))}
            </Button>
            <Button size="small" variant="quiet" onClick={() => dismiss(key)}>
              {t('meetings.reminder.read')}
            </Button>
          </div>
        )
      })}
    </div>
  )
}

/** Into the room of the first one, from everywhere. */
const ENTER = 'F9'

/** Not into a room the evening before, nor into one elsewhere. */
const leadsIn = ({ kind, meeting }: Reminder<MeetingRow>): boolean =>
  kind === 'before' && meeting.elsewhere === null

const wordsOf = (reminder: Reminder<MeetingRow>): 'meetings.reminder.enter' | 'meetings.reminder.look' =>
  leadsIn(reminder) ? 'meetings.reminder.enter' : 'meetings.reminder.look'
