import { useMemo } from 'react'
import type { Evidence } from '#shared/domain/work/task.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import type { IconName } from '../../ui/icons.ts'
import { usePostNames } from '../me.ts'
import { useNextRow } from '../next-row.ts'
import { useUndoableAct } from '../use-undoable-act.ts'
import type { Given } from './assign-box.tsx'

/** Everything one can do to a task; each is held for its undo and says what was done. */
export interface TaskActs {
  readonly take: (task: string) => Promise<boolean>
  readonly acknowledge: (task: string) => Promise<boolean>
  readonly finish: (task: string, result: string, evidence: Evidence | null) => Promise<boolean>
  readonly reopen: (task: string) => Promise<boolean>
  readonly passOn: (task: string, given: Given) => Promise<boolean>
  readonly reassign: (task: string, given: Given) => Promise<boolean>
  readonly giveBack: (task: string, reason: string) => Promise<boolean>
  readonly withdraw: (task: string) => Promise<boolean>
  readonly askExtension: (task: string, reason: string, until: LocalDate) => Promise<boolean>
  readonly extend: (task: string, reason: string, until: LocalDate) => Promise<boolean>
  readonly refuseExtension: (task: string, reason: string) => Promise<boolean>
  readonly stopClock: (task: string, reason: string) => Promise<boolean>
  readonly resumeClock: (task: string) => Promise<boolean>
  readonly chase: (task: string) => Promise<boolean>
}

export function useTaskActs(): TaskActs {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const act = useUndoableAct()
  const fromHere = useNextRow()
  return useMemo(() => {
    const done = async (
      task: string,
      verb: string,
      payload: Readonly<Record<string, unknown>>,
      icon: IconName,
      text: string,
    ): Promise<boolean> =>
      (await act({ kind: 'task', id: task }, `task.${verb}`, payload, { icon, text })) !== undefined
    const names = ({ parts }: Given): string => parts.map((part) => nameOf(part.post)).join(', ')
    return {
      take: async (task) => {
        const toNextRow = fromHere()
        const isTaken = await done(task, 'start', {}, 'progress', t('tasks.done.taken'))
        if (isTaken) toNextRow()
        return isTaken
      },
      acknowledge: (task) => done(task, 'read', {}, 'eye', t('tasks.done.read')),
      finish: (task, result, evidence) =>
        done(task, 'finish', { result, evidence }, 'check', t('tasks.done.finished')),
      reopen: (task) => done(task, 'reopen', { reason: '' }, 'arrow-back-up', t('tasks.done.reopened')),
      passOn: (task, given) =>
        done(
          task,
          'passOn',
          { parts: given.parts, text: given.text, deadline: given.deadline },
          'user-share',
          given.deadline === null
            ? t('tasks.done.passedOn', { names: names(given) })
            : t('tasks.done.passedOnUntil', { names: names(given), date: formats.date(given.deadline) }),
        ),
      reassign: (task, given) =>
        done(
          task,
          'reassign',
          { to: given.parts[0]?.post ?? '', reason: given.text },
          'user-share',
          t('tasks.done.reassigned', { names: names(given) }),
        ),
      giveBack: (task, reason) => done(task, 'return', { reason }, 'arrow-back-up', t('tasks.done.returned')),
      withdraw: (task) => done(task, 'withdraw', { reason: '' }, 'arrow-back-up', t('tasks.done.withdrawn')),
      askExtension: (task, reason, until) =>
        done(
          task,
          'askExtension',
          { reason, until },
          'hourglass',
          t('tasks.done.extensionAsked', { date: formats.date(until) }),
        ),
      extend: (task, reason, until) =>
        done(
          task,
          'extend',
          { reason, until },
          'hourglass',
          t('tasks.done.extended', { date: formats.date(until) }),
        ),
      refuseExtension: (task, reason) =>
        done(task, 'refuseExtension', { reason }, 'circle-x', t('tasks.done.extensionRefused')),
      stopClock: (task, reason) =>
        done(task, 'stopClock', { reason }, 'hourglass', t('tasks.done.clockStopped')),
      resumeClock: (task) => done(task, 'resumeClock', {}, 'clock', t('tasks.done.clockResumed')),
      chase: (task) => done(task, 'chase', { note: '' }, 'bell-ringing', t('tasks.done.chased')),
    }
  }, [t, formats, nameOf, act, fromHere])
}
