import { useState } from 'react'
import { hoursFromWords } from '#shared/domain/meetings/hours-words.ts'
import { printedHours } from '#shared/domain/schedule/week-form.ts'
import type { ReceivedReason } from '#shared/exchange/calendar/itip/received.ts'
import type { Received } from '#shared/exchange/calendar/itip/received.ts'
import type { CalendarMessage } from '#shared/exchange/calendar/personal/open-file.ts'
import { instantMsOf, zonesOf } from '#shared/exchange/calendar/zones.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { MessageKey } from '../../../i18n/messages.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { dayOfMs, dayStartMs, minuteOfMs, takenBy, type CalendarItem } from './calendar-item.ts'
import type { MessageAnswer } from './message-answers.ts'
import { mailOf } from './guests/mail-of.ts'
import { whenWords } from './time-words.ts'
import classes from './personal.module.css'

interface MessageSheetProps {
  readonly message: CalendarMessage
  readonly addresses: readonly string[]
  /** What takes time on the day it speaks of. */
  readonly itemsOn: (fromMs: number, untilMs: number) => readonly CalendarItem[]
  /** What the message would do for who has these addresses. */
  readonly receive: (me: readonly string[]) => Received
  readonly onClose: () => void
  /** `as`: an address that is one's own from now on, where it was not known. */
  readonly onAnswer: (said: MessageAnswer, me: readonly string[]) => void
  readonly onTake: (me: readonly string[]) => void
}

const kinds = ['ACCEPTED', 'TENTATIVE', 'DECLINED', 'COUNTER'] as const
type Kind = (typeof kinds)[number]

/** A message about an event called elsewhere: an invitation, a change, or that it is off. What the file claims proves no sender, and says so. */
export function MessageSheet(props: MessageSheetProps) {
  const { message, addresses, itemsOn, receive, onClose, onAnswer, onTake } = props
  const { event, called, calendar, method } = message
  const t = useT()
  const formats = useFormats()
  const known = addresses.find((one) => called.includes(one))
  const [who, setWho] = useState(known ?? (called.length === 1 ? called[0] : undefined))
  const me = who === undefined || addresses.includes(who) ? addresses : [...addresses, who]
  const received = receive(me)
  const zones = zonesOf(calendar)
  const fromMs = event === undefined ? 0 : instantMsOf(event.start, zones)
  const untilMs = event === undefined ? 0 : instantMsOf(event.end, zones)
  const [kind, setKind] = useState<Kind>('ACCEPTED')
  const [comment, setComment] = useState('')
  const [day, setDay] = useState(() => dayOfMs(fromMs))
  const [hours, setHours] = useState(() => hoursOf(fromMs, untilMs))
  const read = hoursFromWords(hours)
  const isAsking = method === 'REQUEST' && (received.outcome === 'applied' || received.reason === 'known')
  const isNews = received.outcome === 'applied' && !isAsking
  const isReady = kind !== 'COUNTER' || read !== undefined
  const send = (): void => {
    if (isNews) onTake(me)
    else if (!isAsking || !isReady) onClose()
    else if (kind !== 'COUNTER') onAnswer({ kind, comment: comment.trim() }, me)
    else if (read !== undefined) {
      const start = dayStartMs(day)
      onAnswer(
        {
          kind,
          comment: comment.trim(),
          fromMs: start + read.from * 60_000,
          untilMs: start + read.until * 60_000,
        },
        me,
      )
    }
  }
  const isWhole = event?.start.kind === 'date'
  const clashes = isAsking && !isWhole ? takenBy(itemsOn(fromMs, untilMs), fromMs, untilMs) : []
  const days = isWhole ? { first: dayOfMs(fromMs), last: dayOfMs(untilMs - 1) } : null
  const facts = [
    [
      t('schedule.mine.fields.when'),
      event === undefined ? '' : whenWords(formats, { startMs: fromMs, endMs: untilMs, days }),
    ],
    [t('schedule.fields.place'), event?.location ?? ''],
    [
      t('schedule.mine.fields.organizer'),
      [event?.organizer?.name, mailOf(event?.organizer?.address ?? '')].filter(Boolean).join(' · '),
    ],
    [t('schedule.mine.fields.notes'), event?.description ?? ''],
  ].filter(([, value]) => value !== '')
  const title = event?.summary ?? ''
  const confirm = isAsking
    ? t('schedule.mine.message.send')
    : t(isNews ? 'schedule.mine.message.take' : 'common.close')
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={680}
      title={t(`schedule.mine.message.titles.${titleOf(message, received)}`, { title })}
      description={t('schedule.mine.message.unproven')}
      onClose={onClose}
      onConfirm={send}
      footer={
        <>
          {(isAsking || isNews) && (
            <Button variant="quiet" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          )}
          <Button variant="primary" keyHint="Ctrl Enter" data-awaits-keys disabled={!isReady} onClick={send}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {received.reason !== undefined && received.reason !== 'not-invited' && (
          <p className={classes.chips}>
            <Chip tone={received.outcome === 'refused' ? 'over' : 'info'} icon="info-circle">
              {t(reasonKey(received.reason))}
            </Chip>
          </p>
        )}
        {clashes.map((one) => (
          <p key={one.key} className={classes.chips}>
            <Chip tone="soon" icon="alert-triangle">
              {t('schedule.mine.clashWith', { title: `${one.title} (${whenWords(formats, one)})` })}
            </Chip>
          </p>
        ))}
        {known === undefined && called.length > 0 && method === 'REQUEST' && (
          <div className={classes.labelled}>
            <span className={classes.label}>{t('schedule.mine.message.who')}</span>
            <ChoiceBar
              label={t('schedule.mine.message.who')}
              choices={called.slice(0, 12).map((value) => ({ value, label: mailOf(value) }))}
              value={who ?? ''}
              onChange={setWho}
            />
          </div>
        )}
        {isAsking && (
          <>
            <ChoiceBar
              label={t('schedule.mine.message.answer')}
              choices={kinds.map((value) => ({ value, label: t(`schedule.mine.message.answers.${value}`) }))}
              value={kind}
              onChange={setKind}
            />
            {kind === 'COUNTER' && (
              <div className={classes.when}>
                <DateField
                  label={t('schedule.fields.day')}
                  value={day}
                  onChange={(next) => next !== null && setDay(next)}
                />
                <FieldRow
                  label={t('schedule.fields.hours')}
                  error={read === undefined ? t('schedule.fields.hoursUnread') : undefined}
                >
                  {(field) => (
                    <TextField
                      {...field}
                      value={hours}
                      onChange={(change) => setHours(change.currentTarget.value)}
                    />
                  )}
                </FieldRow>
              </div>
            )}
            <FieldRow label={t('schedule.mine.message.comment')} isOptional>
              {(field) => (
                <TextField
                  {...field}
                  maxLength={1000}
                  value={comment}
                  onChange={(change) => setComment(change.currentTarget.value)}
                />
              )}
            </FieldRow>
          </>
        )}
      </div>
    </SheetDialog>
  )
}

const hoursOf = (fromMs: number, untilMs: number): string => {
  const from = minuteOfMs(fromMs)
  return printedHours({
    hours: { from, until: Math.min(24 * 60, from + Math.round((untilMs - fromMs) / 60_000)) },
  })
}

function titleOf(
  { method }: CalendarMessage,
  { changes }: Received,
): 'invited' | 'changed' | 'off' | 'other' {
  if (method === 'CANCEL') return 'off'
  if (method !== 'REQUEST' && method !== 'ADD') return 'other'
  return changes.includes('uid') || changes.length === 0 ? 'invited' : 'changed'
}

const told = [
  'outdated',
  'known',
  'organizer-changed',
  'own-event',
  'own-appointment',
  'unknown-event',
  'unknown-occurrence',
  'not-organizer',
  'counter-declined',
  'dated-ahead',
] as const

function reasonKey(reason: ReceivedReason): MessageKey {
  const found = told.find((one) => one === reason)
  return `schedule.mine.message.reasons.${found ?? 'unreadable'}`
}
