import type { Post } from '#shared/domain/directory/directory.ts'
import { holderOf, isOpen, type Task } from '#shared/domain/work/task.ts'
import { localDateOf, type LocalDate } from '#shared/kernel/instant.ts'
import type { Command } from '../../commands/command.ts'
import type { TaskRow } from '../../projections/tasks.ts'
import { hasRole } from '../me.ts'
import { verb } from '../use-verbs.ts'
import type { Asking } from './task-asking.tsx'
import type { TaskActs } from './use-task-acts.ts'

interface VerbDeps {
  readonly me: Post
  readonly today: LocalDate
  readonly acts: TaskActs
  readonly ask: (now: Asking) => void
}

/** What a post can do with a task now: as who gave it, as who follows it, as its assignee. `child`: who leads on what was passed on. */
export function taskVerbs(task: Task, child: TaskRow | undefined, deps: VerbDeps): readonly Command[] {
  const { me, acts } = deps
  const isMine = task.assignee === me.id && task.status !== 'returned'
  const isGiver = task.givenBy === me.id && isOpen(task)
  const reopening =
    task.status === 'finished' && task.finishedBy?.post === me.id
      ? [
          verb('task.reopen', 'verbs.takeBack', () => acts.reopen(task.id), {
            icon: 'arrow-back-up',
            shortcut: 'KeyZ',
          }),
        ]
      : []
  return [
    ...(isGiver ? answers(task, deps) : []),
    ...chasing(task, deps),
    ...(isMine ? ofAssignee(task, child, deps) : []),
    ...reopening,
    ...(isGiver ? ofGiver(task, isMine, deps) : []),
  ]
}

/** What was asked of who gave it. */
function answers({ id, extension }: Task, { acts, ask }: VerbDeps): readonly Command[] {
  if (extension === null) return []
  return [
    verb('task.grant', 'tasks.verbs.grant', () => acts.extend(id, extension.reason, extension.until), {
      icon: 'check',
      shortcut: 'KeyY',
    }),
    verb('task.refuseExtension', 'tasks.verbs.refuse', () => ask({ what: 'refuseExtension' }), {
      icon: 'circle-x',
      shortcut: 'KeyN',
    }),
  ]
}

function chasing(task: Task, { me, today, acts }: VerbDeps): readonly Command[] {
  const follows = task.givenBy === me.id || task.watchers.includes(me.id) || hasRole(me, 'clerk')
  if (!follows || !isOpen(task) || task.role === 'inform' || holderOf(task) === me.id) return []
  const isDone = task.chased !== null && localDateOf(task.chased.at) === today
  return [
    verb('task.chase', 'verbs.chase', () => acts.chase(task.id), {
      icon: 'bell-ringing',
      shortcut: 'KeyC',
      rule: isDone ? 'chased-today' : undefined,
    }),
  ]
}

function ofAssignee(task: Task, child: TaskRow | undefined, { acts, ask }: VerbDeps): readonly Command[] {
  const { id } = task
  if (task.role === 'inform') {
    const reading = verb('task.read', 'verbs.forInformation', () => acts.acknowledge(id), {
      icon: 'eye',
      shortcut: 'KeyE',
    })
    const forwarding = verb('task.passOn', 'verbs.forward', () => ask({ what: 'passOn' }), {
      icon: 'user-share',
      shortcut: 'KeyF',
    })
    return isOpen(task) ? [reading, forwarding] : [forwarding]
  }
  if (!isOpen(task)) return []
  const giving =
    child === undefined
      ? verb('task.passOn', 'verbs.assign', () => ask({ what: 'passOn' }), {
          icon: 'user-share',
          shortcut: 'KeyA',
        })
      : verb('task.reassignBelow', 'tasks.verbs.reassign', () => ask({ what: 'reassign', task: child.id }), {
          icon: 'user-share',
          shortcut: 'KeyA',
        })
  const ending = verb('task.finish', 'verbs.finish', () => ask({ what: 'finish' }), {
    icon: 'check',
    shortcut: 'KeyE',
  })
  const returning = verb('task.return', 'verbs.return', () => ask({ what: 'return' }), {
    icon: 'arrow-back-up',
    shortcut: 'KeyX',
  })
  // Nothing goes on about a letter that is destroyed: its tasks are only brought to an end.
  if (task.recalled !== undefined) return [ending, returning]
  return [
    ...(task.status === 'assigned'
      ? [verb('task.start', 'verbs.take', () => acts.take(id), { icon: 'progress', shortcut: 'KeyT' })]
      : []),
    ending,
    giving,
    returning,
    ...(task.deadline !== null && task.extension === null
      ? [verb('task.askExtension', 'tasks.verbs.askExtension', () => ask({ what: 'askExtension' }))]
      : []),
  ]
}

function ofGiver(task: Task, isMine: boolean, { acts, ask }: VerbDeps): readonly Command[] {
  const { id } = task
  const moving =
    task.deadline !== null && task.extension === null
      ? [verb('task.extend', 'verbs.extend', () => ask({ what: 'extend' }))]
      : []
  const clock =
    task.stopped === null
      ? verb('task.stopClock', 'tasks.verbs.stopClock', () => ask({ what: 'stopClock' }))
      : verb('task.resumeClock', 'tasks.verbs.resumeClock', () => acts.resumeClock(id))
  const withdrawing = verb('task.withdraw', 'verbs.takeBack', () => acts.withdraw(id), {
    icon: 'arrow-back-up',
    shortcut: 'KeyZ',
  })
  if (task.recalled !== undefined) return [withdrawing]
  return [
    ...(isMine
      ? []
      : [
          verb('task.reassign', 'tasks.verbs.reassign', () => ask({ what: 'reassign', task: id }), {
            icon: 'user-share',
            shortcut: 'KeyA',
          }),
        ]),
    ...(task.role === 'inform' ? [] : [...moving, clock]),
    withdrawing,
  ]
}
