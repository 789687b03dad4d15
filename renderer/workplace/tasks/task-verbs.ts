import type { Post } from '#shared/domain/directory/directory.ts'
import { holderOf, isOpen, type Task } from '#shared/domain/work/task.ts'
import type { Command } from '../../commands/command.ts'
import type { TaskRow } from '../../projections/tasks.ts'
import { hasRole } from '../me.ts'
import { verb } from '../use-verbs.ts'
import type { Asking } from './task-asking.tsx'
import type { TaskActs } from './use-task-acts.ts'

interface VerbDeps {
  readonly me: Post
  readonly acts: TaskActs
  readonly ask: (now: Asking) => void
}

/** What a post can do with a task now: as its assignee, as who gave it, as who follows it. `child`: who leads on what was passed on. */
export function taskVerbs(
  of: Task,
  child: TaskRow | undefined,
  { me, acts, ask }: VerbDeps,
): readonly Command[] {
  const isMine = of.assignee === me.id && of.status !== 'returned'
  const isGiver = of.givenBy === me.id
  const list: Command[] = []
  if (isMine && isOpen(of)) {
    if (of.role === 'inform')
      list.push(
        verb('task.read', 'verbs.forInformation', () => acts.acknowledge(of.id), {
          icon: 'eye',
          shortcut: 'KeyE',
        }),
      )
    else {
      if (of.status === 'assigned')
        list.push(
          verb('task.start', 'verbs.take', () => acts.take(of.id), { icon: 'progress', shortcut: 'KeyT' }),
        )
      list.push(
        verb('task.finish', 'verbs.finish', () => ask({ what: 'finish' }), {
          icon: 'check',
          shortcut: 'KeyE',
        }),
      )
    }
  }
  if (isMine && (isOpen(of) || of.role === 'inform'))
    list.push(
      child === undefined
        ? verb('task.passOn', 'verbs.assign', () => ask({ what: 'passOn' }), {
            icon: 'user-share',
            shortcut: 'KeyA',
          })
        : verb(
            'task.reassignBelow',
            'tasks.verbs.reassign',
            () => ask({ what: 'reassign', task: child.id }),
            {
              icon: 'user-share',
              shortcut: 'KeyA',
            },
          ),
    )
  if (isMine && isOpen(of) && of.role !== 'inform') {
    list.push(
      verb('task.return', 'verbs.return', () => ask({ what: 'return' }), {
        icon: 'arrow-back-up',
        shortcut: 'KeyX',
      }),
    )
    if (of.deadline !== null && of.extension === null)
      list.push(verb('task.askExtension', 'tasks.verbs.askExtension', () => ask({ what: 'askExtension' })))
  }
  if (of.status === 'finished' && of.finishedBy?.post === me.id)
    list.push(
      verb('task.reopen', 'verbs.takeBack', () => acts.reopen(of.id), {
        icon: 'arrow-back-up',
        shortcut: 'KeyZ',
      }),
    )
  if (isGiver && isOpen(of)) {
    const { extension } = of
    if (extension !== null)
      list.unshift(
        verb('task.grant', 'tasks.verbs.grant', () => acts.extend(of.id, extension.reason, extension.until), {
          icon: 'check',
          shortcut: 'KeyY',
        }),
        verb('task.refuseExtension', 'tasks.verbs.refuse', () => ask({ what: 'refuseExtension' }), {
          icon: 'circle-x',
          shortcut: 'KeyN',
        }),
      )
    if (!isMine)
      list.push(
        verb('task.reassign', 'tasks.verbs.reassign', () => ask({ what: 'reassign', task: of.id }), {
          icon: 'user-share',
          shortcut: 'KeyA',
        }),
      )
    if (of.deadline !== null && extension === null)
      list.push(verb('task.extend', 'verbs.extend', () => ask({ what: 'extend' })))
    list.push(
      of.stopped === null
        ? verb('task.stopClock', 'tasks.verbs.stopClock', () => ask({ what: 'stopClock' }))
        : verb('task.resumeClock', 'tasks.verbs.resumeClock', () => acts.resumeClock(of.id)),
      verb('task.withdraw', 'verbs.takeBack', () => acts.withdraw(of.id), {
        icon: 'arrow-back-up',
        shortcut: 'KeyZ',
      }),
    )
  }
  const mayChase = isGiver || of.watchers.includes(me.id) || hasRole(me, 'clerk')
  if (mayChase && isOpen(of) && of.role !== 'inform' && holderOf(of) !== me.id)
    list.push(
      verb('task.chase', 'verbs.chase', () => acts.chase(of.id), { icon: 'bell-ringing', shortcut: 'KeyC' }),
    )
  return list
}
