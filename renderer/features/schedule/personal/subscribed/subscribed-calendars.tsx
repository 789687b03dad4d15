import { useRef, useState } from 'react'
import {
  MOST_SUBSCRIPTIONS,
  type Subscription,
  type SubscriptionsAnswer,
} from '#shared/protocol/calendar-subscriptions.ts'
import { useSubscriptions } from '../../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../../i18n/language-provider.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { ElsewherePart } from '../elsewhere-part.tsx'
import classes from './subscribed.module.css'
import { useFreshSubscriptions, useSubscriptionActs } from './use-subscription-acts.ts'

interface SubscribedCalendarsProps {
  readonly onWrite: (of: Subscription | 'new') => void
}

/** Calendars of others that one reads: each with when it was read last, and what keeps it from being read. */
export function SubscribedCalendars({ onWrite }: SubscribedCalendarsProps) {
  const t = useT()
  const all = useSubscriptions() ?? []
  const isFresh = useFreshSubscriptions()
  const { ask, isAsking } = useSubscriptionActs()
  const [refused, setRefused] = useState<{ readonly id: string; readonly why: Refused } | null>(null)
  const adding = useRef<HTMLButtonElement>(null)
  const read = async ({ id }: Subscription): Promise<void> => {
    const why = await ask({ what: 'read', id })
    setRefused(why === undefined || why === null ? null : { id, why })
  }
  return (
    <ElsewherePart title={t('schedule.mine.subscribed.title')} about={t('schedule.mine.subscribed.about')}>
      {!isFresh && (
        <p role="status" className={classes.note}>
          {t('schedule.mine.subscribed.offline')}
        </p>
      )}
      {all.length > 0 && (
        <ul className={classes.list}>
          {all.map((one) => (
            <Row
              key={one.id}
              of={one}
              refused={refused?.id === one.id ? refused.why : null}
              isAsking={isAsking}
              onRead={() => void read(one)}
              onWrite={() => onWrite(one)}
              onRemove={() => {
                // This button goes with its line: the keys stay in the sheet.
                adding.current?.focus()
                void ask({ what: 'remove', id: one.id })
              }}
            />
          ))}
        </ul>
      )}
      <div>
        <Button
          ref={adding}
          size="small"
          icon="plus"
          disabled={all.length >= MOST_SUBSCRIPTIONS}
          onClick={() => onWrite('new')}
        >
          {t('schedule.mine.subscribed.add')}
        </Button>
      </div>
    </ElsewherePart>
  )
}

type Refused = NonNullable<SubscriptionsAnswer['refused']>

interface RowProps {
  readonly of: Subscription
  readonly refused: Refused | null
  readonly isAsking: boolean
  readonly onRead: () => void
  readonly onWrite: () => void
  readonly onRemove: () => void
}

function Row({ of, refused, isAsking, onRead, onWrite, onRemove }: RowProps) {
  const t = useT()
  const formats = useFormats()
  const { name, host, mark, isBusy, readAt, events, unshown, problem, nextAt } = of
  const why = refused ?? problem
  return (
    <li className={classes.row} data-mark={mark} aria-label={name}>
      <span className={classes.name}>
        <b className="ellipsis">{name}</b> <span className={classes.host}>{host}</span>
        {isBusy && (
          <Chip tone="info" icon="clock">
            {t('schedule.mine.subscribed.counts')}
          </Chip>
        )}
      </span>
      <span className={classes.acts}>
        <Button size="small" icon="refresh" disabled={isAsking} onClick={onRead}>
          {t('schedule.mine.subscribed.read')}
        </Button>
        <Button size="small" icon="pencil" onClick={onWrite}>
          {t('schedule.mine.subscribed.change')}
        </Button>
        <Button size="small" icon="x" disabled={isAsking} onClick={onRemove}>
          {t('schedule.mine.subscribed.remove')}
        </Button>
      </span>
      <span className={classes.facts}>
        {readAt === null
          ? t('schedule.mine.subscribed.unread')
          : [
              t('schedule.mine.subscribed.readAt', { time: formats.dateTime(readAt) }),
              t('schedule.mine.subscribed.events', { count: events }),
              ...(unshown === 0 ? [] : [t('schedule.mine.subscribed.unshown', { count: unshown })]),
            ].join(' · ')}
      </span>
      {why !== null && (
        <span role="status" className={classes.problem}>
          <Chip tone="soon" icon="alert-triangle">
            {t(`schedule.mine.subscribed.problems.${why}.words`)}
          </Chip>
          <span>
            {t(`schedule.mine.subscribed.problems.${why}.remedy`)}
            {problem !== null && ` ${t('schedule.mine.subscribed.next', { time: formats.dateTime(nextAt) })}`}
          </span>
        </span>
      )}
    </li>
  )
}
