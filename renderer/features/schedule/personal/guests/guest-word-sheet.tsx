import type { ReactNode } from 'react'
import type { AppointmentTime } from '#shared/exchange/calendar/personal/compose-entry.ts'
import type { GuestWord, ProposedTime } from '#shared/exchange/calendar/personal/guest-replies.ts'
import { useFormats, useT } from '../../../../i18n/language-provider.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { SheetDialog } from '../../../../ui/sheet-dialog.tsx'
import { dayOfMs } from '../calendar-item.ts'
import { daysWords, whenWords } from '../time-words.ts'
import { GuestChip } from './guest-chip.tsx'
import { mailOf } from './mail-of.ts'
import classes from '../personal.module.css'

interface GuestWordSheetProps {
  readonly title: string
  readonly method: 'REPLY' | 'COUNTER' | 'REFRESH'
  readonly word: GuestWord
  readonly proposed: ProposedTime | undefined
  /** Notes the answer, or sends how it stands. */
  readonly onTake: () => void
  /** Somebody who was not called becomes a guest. */
  readonly onTakeIn: () => void
  readonly onMove: () => void
  readonly onKeepTime: () => void
  readonly onClose: () => void
}

type Kind = 'take' | 'decide' | 'stranger' | 'nothing'

/** What a guest sent back. What the file claims proves no sender, and says so. */
export function GuestWordSheet(props: GuestWordSheetProps) {
  const { title, method, word, proposed, onTake, onTakeIn, onMove, onKeepTime, onClose } = props
  const t = useT()
  const formats = useFormats()
  const kind = kindOf(props)
  const { guest, comment, partstat, occurrenceMs, delegate } = word
  // Whoever was not called may call themselves as a guest does.
  const name = guest.name === '' || kind === 'stranger' ? mailOf(guest.address) : guest.name
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('schedule.mine.guests.word.who'), [guest.name, mailOf(guest.address)].filter(Boolean).join(' · ')],
    [
      t('schedule.mine.guests.word.date'),
      occurrenceMs === undefined ? '' : daysWords(formats, dayOfMs(occurrenceMs), dayOfMs(occurrenceMs)),
    ],
    [t('schedule.mine.message.answer'), method === 'REPLY' ? <GuestChip partstat={partstat} /> : ''],
    [t('schedule.mine.guests.word.delegate'), delegate === undefined ? '' : <b>{mailOf(delegate)}</b>],
    [t('schedule.mine.guests.word.before'), proposed === undefined ? '' : <Time {...proposed.before} />],
    [
      t('schedule.mine.guests.word.after'),
      proposed === undefined ? (
        ''
      ) : (
        <b>
          <Time {...proposed} />
        </b>
      ),
    ],
    [t('schedule.mine.message.comment'), comment],
  ]
  const done = { take: onTake, decide: onMove, stranger: onClose, nothing: onClose }[kind]
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={620}
      title={t(`schedule.mine.guests.word.titles.${method}`, { name, title })}
      description={t('schedule.mine.guests.word.unproven')}
      onClose={onClose}
      onConfirm={done}
      keys={kind === 'decide' ? { KeyN: onMove, KeyG: onKeepTime } : undefined}
      footer={
        <>
          {kind === 'take' && (
            <Button variant="quiet" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          )}
          {kind === 'stranger' && method === 'REPLY' && (
            <Button icon="user-plus" onClick={onTakeIn}>
              {t('schedule.mine.guests.word.takeIn')}
            </Button>
          )}
          {kind === 'decide' && (
            <Button icon="x" keyHint="G" onClick={onKeepTime}>
              {t('schedule.mine.guests.word.keepTime')}
            </Button>
          )}
          <Button
            variant="primary"
            data-autofocus
            keyHint={kind === 'decide' ? 'N' : 'Ctrl Enter'}
            onClick={done}
          >
            {kind === 'decide'
              ? t('schedule.mine.guests.word.move')
              : kind === 'take'
                ? t(`schedule.mine.guests.word.${method === 'REFRESH' ? 'sendAgain' : 'note'}`)
                : t('common.close')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <Reason word={word} kind={kind} />
        <dl className={classes.facts}>
          {facts.map(([label, value]) =>
            value === '' ? null : (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      </div>
    </SheetDialog>
  )
}

function kindOf({ word: { received }, proposed }: GuestWordSheetProps): Kind {
  if (received.outcome === 'applied') return 'take'
  if (received.reason === 'not-invited') return 'stranger'
  return received.reason === 'counter-proposal' && proposed !== undefined ? 'decide' : 'nothing'
}

const told = [
  'known',
  'unknown-occurrence',
  'organizer-changed',
  'not-organizer',
  'dated-ahead',
  'too-many-delegates',
  'too-many-guests',
] as const

function Reason({ word: { received, guest }, kind }: { readonly word: GuestWord; readonly kind: Kind }) {
  const t = useT()
  const { reason } = received
  if (kind === 'take' || kind === 'decide' || reason === undefined) return null
  const found = told.find((one) => one === reason)
  const words =
    reason === 'not-invited'
      ? t('schedule.mine.guests.word.stranger', { address: mailOf(guest.address) })
      : reason === 'outdated'
        ? t('schedule.mine.guests.word.outdated')
        : t(`schedule.mine.message.reasons.${found ?? 'unreadable'}`)
  return (
    <p className={classes.chips}>
      <Chip tone={reason === 'known' ? 'info' : 'over'} icon="info-circle">
        {words}
      </Chip>
    </p>
  )
}

function Time({ time, place }: { readonly time: AppointmentTime; readonly place: string }) {
  const formats = useFormats()
  const when =
    time.kind === 'days'
      ? daysWords(formats, time.first, time.last)
      : whenWords(formats, { startMs: time.fromMs, endMs: time.untilMs, days: null })
  return <span className="num">{[when, place].filter((part) => part !== '').join(' · ')}</span>
}
