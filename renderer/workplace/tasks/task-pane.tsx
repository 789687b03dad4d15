import { useMemo, type ReactNode } from 'react'
import { isOpen, originOf, type Task, type TaskEvent, type TaskOrigin } from '#shared/domain/work/task.ts'
import type { Command } from '../../commands/command.ts'
import { useLetter, useTask, useTasksOf } from '../../database/use-live.ts'
import { useMeeting } from '../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DeadlineChip } from '../../ui/deadline-chip.tsx'
import { deadlineView } from '../../ui/deadline-view.ts'
import { FactList, PanelSection } from '../../ui/panel.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { VerbBar } from '../../ui/verb-bar.tsx'
import { useDesk } from '../../sync/desk-context.tsx'
import { usePostNames } from '../me.ts'
import { useToday } from '../today.ts'
import { useVerbs, verb } from '../use-verbs.ts'
import { TaskMarks } from './task-marks.tsx'
import { TaskRoute } from './task-route.tsx'
import { partLook, statusKey } from './task-words.ts'
import classes from './tasks.module.css'
import { useCalendar } from './use-calendar.ts'
import { useReadOnOpening } from './use-read-on-opening.ts'
import { useTaskWork } from './use-task-work.tsx'

interface TaskPaneProps {
  readonly id: string
  /** Opens the letter or the meeting it comes from. */
  readonly onOpenOrigin: (origin: TaskOrigin) => void
}

/** One task: who, by when, how it stands, what can be done with it, its way and its history. */
export function TaskPane({ id, onOpenOrigin }: TaskPaneProps) {
  const task = useTask(id)?.state
  return task === undefined ? null : <Shown key={id} task={task} onOpenOrigin={onOpenOrigin} />
}

function Shown({ task, onOpenOrigin }: Pick<TaskPaneProps, 'onOpenOrigin'> & { readonly task: Task }) {
  const t = useT()
  const nameOf = usePostNames()
  const today = useToday()
  const calendar = useCalendar()
  const work = useTaskWork(task)
  const { post } = useDesk()
  useReadOnOpening(task.letter === null && task.assignee === post ? task : undefined)
  const { kind, id } = originOf(task)
  const isMeetingHere = useMeeting(kind === 'meeting' ? id : '') != null
  const canOpen = kind === 'letter' || isMeetingHere
  const commands = useMemo(
    (): readonly Command[] =>
      work.asking === null
        ? [...work.commands, ...(canOpen ? [openingVerb({ kind, id }, onOpenOrigin)] : [])]
        : [],
    [work.asking, work.commands, onOpenOrigin, canOpen, kind, id],
  )
  const verbs = useVerbs(commands)
  const look = partLook[task.role]
  const deadline = isOpen(task)
    ? deadlineView({ deadline: task.deadline, urgency: task.urgency }, today, calendar)
    : undefined
  return (
    <article className={classes.pane} aria-label={task.subject}>
      <header className={classes.head}>
        <div className={classes.line}>
          <Chip tone={look.tone} icon={look.icon}>
            {t(look.words)}
          </Chip>
          <span className={classes.who}>{nameOf(task.assignee)}</span>
          {task.insteadOf !== null && <span>{t('tasks.insteadOf', { name: nameOf(task.insteadOf) })}</span>}
          <span>{t(statusKey(task))}</span>
          <span className="spacer" />
          <TaskMarks task={task} />
          {deadline !== undefined && <DeadlineChip deadline={deadline} />}
        </div>
        <h2 className={classes.subject}>{task.subject}</h2>
      </header>
      {verbs.length > 0 && <VerbBar verbs={verbs} />}
      {work.asking}
      <div className={classes.scroll} role="region" aria-label={task.subject} tabIndex={0}>
        {task.text !== '' && (
          <PanelSection heading={t(kind === 'meeting' ? 'tasks.conclusion' : 'incoming.directive.title')}>
            <p className={classes.quote}>{task.text}</p>
          </PanelSection>
        )}
        <Facts task={task} />
        <Way origin={{ kind, id }} />
        <History task={task} />
      </div>
    </article>
  )
}

function Facts({ task }: { readonly task: Task }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const day = (date: string | null): string => (date === null ? '' : formats.date(date))
  const moment = (at: string | null): string => (at === null ? '' : formats.dateTime(at))
  const { extension, stopped, returned, evidence, chased } = task
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('tasks.facts.givenBy'), nameOf(task.givenBy)],
    [t('tasks.facts.deadline'), day(task.deadline)],
    [t('tasks.facts.firstDeadline'), task.firstDeadline === task.deadline ? '' : day(task.firstDeadline)],
    [
      t('tasks.facts.extension'),
      extension === null ? '' : `${formats.date(extension.until)}: ${extension.reason}`,
    ],
    [t('tasks.facts.stopped'), stopped === null ? '' : `${formats.date(stopped.on)}: ${stopped.reason}`],
    [t('tasks.facts.returned'), task.status === 'returned' && returned !== null ? returned.reason : ''],
    [
      t('tasks.facts.chased'),
      chased === null || !isOpen(task)
        ? ''
        : [formats.dateTime(chased.at), nameOf(chased.by.post), chased.note]
            .filter((one) => one !== '')
            .join(' · '),
    ],
    [t('tasks.facts.since'), moment(task.assignedAt)],
    [t('tasks.facts.readAt'), moment(task.readAt)],
    [t('tasks.facts.startedAt'), moment(task.startedAt)],
    [t('tasks.facts.finishedAt'), moment(task.finishedAt)],
    [t('tasks.facts.result'), task.result],
    [t('tasks.facts.evidence'), evidence === null ? '' : evidence.code],
  ]
  return (
    <PanelSection>
      <FactList facts={facts.filter(([, value]) => value !== '')} />
    </PanelSection>
  )
}

/** The way it went: over the desks of its letter first, then through everybody's hands. */
function Way({ origin: { kind, id } }: { readonly origin: TaskOrigin }) {
  const letter = useLetter(kind === 'letter' ? id : '')
  const tasks = useTasksOf(id)
  if (tasks === undefined || letter === undefined || (kind === 'letter' && letter === null)) return null
  return <TaskRoute letter={letter?.state ?? null} tasks={tasks} />
}

const openingVerb = (origin: TaskOrigin, open: (origin: TaskOrigin) => void): Command =>
  origin.kind === 'meeting'
    ? verb('task.meeting', 'tasks.verbs.openMeeting', () => open(origin), {
        icon: 'users',
        shortcut: 'Enter',
      })
    : verb('task.letter', 'tasks.verbs.openLetter', () => open(origin), {
        icon: 'file-text',
        shortcut: 'Enter',
      })

function History({ task }: { readonly task: Task }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  return (
    <PanelSection heading={t('tasks.history.title')} isLast>
      <Timeline
        label={t('tasks.history.title')}
        steps={task.trail.map((step, index) => ({
          id: String(index),
          icon: 'history',
          tone: 'info',
          title: t(`tasks.history.${step.act as TaskEvent['type']}`),
          time: formats.dateTime(step.at),
          lines: [
            step.by.post === 'node' ? t('incoming.history.byNode') : nameOf(step.by.post),
            ...(step.note === undefined || step.note === 'directive-taken-back' ? [] : [step.note]),
          ],
        }))}
      />
    </PanelSection>
  )
}
