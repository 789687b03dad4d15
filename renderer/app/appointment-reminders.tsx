import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { AppointmentReminder } from '#shared/exchange/calendar/personal/appointment-reminders.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import { useCommands } from '../commands/command-provider.tsx'
import type { Command } from '../commands/command.ts'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useToday } from '../workplace/today.ts'
import classes from './meeting-reminders.module.css'
import { useAppointmentReminders } from './use-appointment-reminders.ts'

/** Appointments of one's own that one wished to be reminded of, one line each until somebody has read it; one line for all that passed while nobody was there. */
export function AppointmentReminders() {
  const t = useT()
  const navigate = useNavigate()
  const look = useCallback(() => void navigate({ to: '/schedule', search: { box: 'mine' } }), [navigate])
  const timeOf = useTimeOf()
  const notify = useSystemNotice(look)
  const { due, missed, missedCount, dismiss, dismissMissed } = useAppointmentReminders(notify)
  const [first] = due
  const go = useCallback(
    ({ key }: AppointmentReminder): void => {
      dismiss(key)
      look()
    },
    [dismiss, look],
  )
  useCommands(
    useMemo((): readonly Command[] => {
      if (first === undefined) return []
      const run = (): void => go(first)
      const title = 'schedule.mine.reminding.look'
      return [
        { id: 'appointment.look', title, group: 'commands', shortcut: LOOK, isEnabled: () => true, run },
      ]
    }, [first, go]),
  )
  return (
    <div role="status">
      {due.map((reminder) => {
        const { key, title, place } = reminder
        return (
          <div key={key} className={classes.reminder}>
            <Icon name="bell-ringing" />
            <span className="num ellipsis">
              <strong>{t('schedule.mine.reminding.at', { time: timeOf(reminder) })}</strong>{' '}
              {[title, place].filter((part) => part !== '').join(' · ')}
            </span>
            <span className="spacer" />
            <Button
              size="small"
              {...(reminder === first ? { keyHint: LOOK_HINT } : {})}
              onClick={() => go(reminder)}
            >
              {t('schedule.mine.reminding.look')}
            </Button>
            <Button size="small" variant="quiet" onClick={() => dismiss(key)}>
              {t('schedule.mine.reminding.read')}
            </Button>
          </div>
        )
      })}
      {missed.length > 0 && (
        <div className={classes.reminder}>
          <Icon name="history" />
          <span className="num ellipsis">
            <strong>{t('schedule.mine.reminding.missed', { count: missedCount })}</strong>{' '}
            {missed.map((one) => `${timeOf(one)} ${one.title}`).join(' · ')}
            {missedCount > missed.length && ' …'}
          </span>
          <span className="spacer" />
          <Button size="small" variant="quiet" onClick={dismissMissed}>
            {t('schedule.mine.reminding.read')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** `F9` leads into the room of a meeting. */
const LOOK = 'Shift+F9'
const LOOK_HINT = 'Shift F9'

/** Its hour, with the day where that is not today; of whole days the day alone. */
function useTimeOf(): (reminder: AppointmentReminder) => string {
  const formats = useFormats()
  const today = useToday()
  return useCallback(
    ({ startMs, isWhole }) => {
      const at = instantFrom(startMs)
      const isToday = localDateOf(at) === today
      const day = isToday && !isWhole ? '' : `${formats.weekday(at)} ${formats.dayMonth(localDateOf(at))}`
      return [isWhole ? '' : formats.time(at), day].filter((part) => part !== '').join(' ')
    },
    [formats, today],
  )
}

/** Tells it outside of the window, without saying what it is: the screen may be shown to others, or locked. */
function useSystemNotice(onLook: () => void): (reminder: AppointmentReminder) => void {
  const t = useT()
  const timeOf = useTimeOf()
  return useCallback(
    (reminder) => {
      if (document.hasFocus() || Notification.permission !== 'granted') return
      const words = t('schedule.mine.reminding.system', { time: timeOf(reminder) })
      const notice = new Notification(words, { tag: reminder.key })
      notice.onclick = () => {
        window.focus()
        onLook()
      }
    },
    [t, timeOf, onLook],
  )
}
