import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { localDateOf } from '#shared/kernel/instant.ts'
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
    ({ id, elsewhere }: MeetingRow): void => {
      if (elsewhere === null) void navigate({ to: '/meetings/$id', params: { id } })
      else void navigate({ to: '/meetings', search: { at: id } })
    },
    [navigate],
  )
  const { reminders, dismiss } = useReminders(enter)
  return (
    <div role="status">
      {reminders.map(({ key, kind, meeting }) => {
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
              onClick={() => {
                dismiss(key)
                enter(meeting)
              }}
            >
              {t(
                kind === 'before' && meeting.elsewhere === null
                  ? 'meetings.reminder.enter'
                  : 'meetings.reminder.look',
              )}
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
