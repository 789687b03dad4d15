import {
  minutesOfDay,
  workingMinutesBetween,
  type WorkingCalendar,
} from '#shared/domain/calendar/working-calendar.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import type { ActorRef } from '#shared/domain/decision.ts'
import { isOpen, type Holder } from '#shared/domain/work/task.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import type { MessageKey, Translate } from '../../i18n/messages.ts'
import type { TaskRow } from '../../projections/tasks.ts'
import { Chip } from '../../ui/chip.tsx'
import { cx } from '../../ui/cx.ts'
import { DeadlineChip } from '../../ui/deadline-chip.tsx'
import { deadlineView } from '../../ui/deadline-view.ts'
import { Icon } from '../../ui/icon.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import toneClasses from '../../ui/tone.module.css'
import { usePostNames } from '../me.ts'
import { useNow, useToday } from '../today.ts'
import { partLook, statusKey } from './task-words.ts'
import classes from './tasks.module.css'
import { useCalendar } from './use-calendar.ts'

interface Stop {
  readonly id: string
  readonly act: MessageKey
  readonly who: string
  readonly from: Instant
  /** Null: it lies here now. */
  readonly until: Instant | null
}

/** Who had a letter, from when until when, and how many office hours: first the desks it went over, then every task from it. */
export function TaskRoute({
  letter,
  tasks,
}: {
  /** Null: it went over no desk before it was given. */
  readonly letter: Letter | null
  readonly tasks: readonly TaskRow[]
}) {
  const t = useT()
  const nameOf = usePostNames()
  const stops = stopsOf(
    letter?.trail ?? [],
    letter?.presentedTo ?? null,
    (by) => (by.post === 'node' ? t('incoming.history.byNode') : nameOf(by.post)),
    nameOf,
  )
  const roots = tasks.filter((one) => one.parent === null || !tasks.some((other) => other.id === one.parent))
  return (
    <PanelSection heading={t('tasks.route.title')} isLast>
      {stops.length > 0 && (
        <ol className={classes.route} aria-label={t('tasks.route.title')}>
          {stops.map((stop) => (
            <StopLine key={stop.id} title={t(stop.act)} who={stop.who} from={stop.from} until={stop.until} />
          ))}
        </ol>
      )}
      {roots.map((task) => (
        <Branch key={task.id} task={task} tasks={tasks} />
      ))}
    </PanelSection>
  )
}

function Branch({ task, tasks }: { readonly task: TaskRow; readonly tasks: readonly TaskRow[] }) {
  const t = useT()
  const nameOf = usePostNames()
  const today = useToday()
  const calendar = useCalendar()
  const look = partLook[task.role]
  const deadline = deadlineView(
    { deadline: isOpen(task) ? task.deadline : null, urgency: 'normal' },
    today,
    calendar,
  )
  return (
    <div className={classes.branch}>
      <div className={classes.branchHead}>
        <Chip tone={look.tone} icon={look.icon}>
          {t(look.words)}
        </Chip>
        <span className={classes.who}>{nameOf(task.assignee)}</span>
        {task.insteadOf !== null && (
          <span className={classes.held}>{t('tasks.insteadOf', { name: nameOf(task.insteadOf) })}</span>
        )}
        <span className="spacer" />
        <span className={classes.held}>{t(statusKey(task))}</span>
        {deadline !== undefined && <DeadlineChip deadline={deadline} />}
      </div>
      <ol className={classes.route} aria-label={nameOf(task.assignee)}>
        {task.holders.map((holder) => (
          <HolderLine key={holder.from} task={task} holder={holder} />
        ))}
      </ol>
      {tasks
        .filter((one) => one.parent === task.id)
        .map((child) => (
          <Branch key={child.id} task={child} tasks={tasks} />
        ))}
    </div>
  )
}

function HolderLine({ task, holder }: { readonly task: TaskRow; readonly holder: Holder }) {
  const t = useT()
  const nameOf = usePostNames()
  const until = holder.until ?? task.finishedAt
  return (
    <StopLine
      title={t(
        holder.post === task.givenBy && holder !== task.holders[0]
          ? 'tasks.route.backAt'
          : 'tasks.route.with',
      )}
      who={nameOf(holder.post)}
      from={holder.from}
      until={until}
    />
  )
}

function StopLine({ title, who, from, until }: Omit<Stop, 'id' | 'act'> & { readonly title: string }) {
  const t = useT()
  const formats = useFormats()
  const calendar = useCalendar()
  const now = useNow()
  const isNow = until === null
  return (
    <li className={cx(classes.stop, isNow && classes.open)} aria-current={isNow ? 'step' : undefined}>
      <span className={toneClasses[isNow ? 'info' : 'ok']}>
        <Icon name={isNow ? 'progress' : 'circle-check'} size="s" />
      </span>
      <span>
        {title} <span className={classes.who}>{who}</span>
      </span>
      <span className={cx(classes.held, 'num')}>{heldWords(t, calendar, from, until ?? now)}</span>
      <span className={cx(classes.when, 'num')}>
        {isNow
          ? t('tasks.route.since', { from: formats.near(from, now) })
          : t('tasks.route.span', { from: formats.near(from, now), until: formats.near(until, now) })}
      </span>
    </li>
  )
}

/** Office time between two moments, in days or hours or minutes. */
function heldWords(t: Translate, calendar: WorkingCalendar, from: Instant, until: Instant): string {
  const minutes = workingMinutesBetween(calendar, from, until)
  const day = minutesOfDay(calendar)
  if (minutes >= day) return t('tasks.route.heldDays', { count: Math.round((minutes / day) * 10) / 10 })
  if (minutes >= 60) return t('tasks.route.heldHours', { count: Math.round(minutes / 60) })
  return minutes === 0 ? t('tasks.route.heldNot') : t('tasks.route.heldMinutes', { count: minutes })
}

/** The desks before the directive: arrival, acceptance, register, presenting. Each holds it until the next act. */
function stopsOf(
  trail: Letter['trail'],
  presentedTo: string | null,
  whoDid: (by: ActorRef) => string,
  nameOf: (post: string | null) => string,
): readonly Stop[] {
  const steps = trail.filter((one) => Object.hasOwn(acts, one.act))
  return steps.map((step, index) => {
    const next = steps[index + 1]
    const isEnd = step.act === 'directed' || step.act === 'refused' || step.act === 'finished'
    return {
      id: `${index}`,
      act: acts[step.act as keyof typeof acts],
      who: step.act === 'presented' && next === undefined ? nameOf(presentedTo) : whoDid(step.by),
      from: step.at,
      until: next?.at ?? (isEnd ? step.at : null),
    }
  })
}

const acts = {
  arrived: 'incoming.history.arrived',
  accepted: 'incoming.history.accepted',
  numberTaken: 'incoming.history.numberTaken',
  presented: 'incoming.history.presented',
  directed: 'incoming.history.directed',
  refused: 'incoming.history.refused',
  finished: 'incoming.history.finished',
} as const satisfies Record<string, MessageKey>
