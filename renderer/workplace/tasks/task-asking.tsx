import { owedProof } from '#shared/domain/work/proof.ts'
import type { ReadTask } from '#shared/domain/work/read-directive.ts'
import type { Task } from '#shared/domain/work/task.ts'
import { useLetter } from '../../database/use-live.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { AssignBox } from './assign-box.tsx'
import { FinishBox } from './finish-box.tsx'
import { ReasonBox } from './reason-box.tsx'
import { replyOf } from './reply-of.ts'
import { useTaskActs } from './use-task-acts.ts'

/** What a verb still needs to know before it is done. */
export type Asking =
  | { readonly what: 'passOn'; readonly proposal?: ReadTask }
  | { readonly what: 'reassign'; readonly task: string }
  | { readonly what: 'finish' | 'return' | 'askExtension' | 'extend' | 'refuseExtension' | 'stopClock' }

interface TaskAskingProps {
  readonly task: Task
  readonly now: Asking
  readonly onClose: () => void
}

/** The box that asks for it, in place; it closes once the act was taken. */
export function TaskAsking({ task: of, now, onClose }: TaskAskingProps) {
  const t = useT()
  const acts = useTaskActs()
  const closing = (done: Promise<boolean>): void => {
    void done.then((isDone) => {
      if (isDone) onClose()
    })
  }
  switch (now.what) {
    case 'passOn':
      return (
        <AssignBox
          title={t('verbs.assign')}
          verb={t('verbs.assign')}
          roles={of.role === 'inform' ? ['inform'] : ['lead', 'cooperating', 'inform']}
          ownDeadline={of.deadline}
          proposal={now.proposal}
          onGive={(given) => closing(acts.passOn(of.id, given))}
          onCancel={onClose}
        />
      )
    case 'reassign':
      return (
        <AssignBox
          title={t('tasks.verbs.reassign')}
          verb={t('tasks.verbs.reassign')}
          roles={['lead']}
          ownDeadline={undefined}
          onGive={(given) => closing(acts.reassign(now.task, given))}
          onCancel={onClose}
        />
      )
    case 'finish':
      return (
        <Finishing
          of={of}
          onFinish={(result, evidence) => closing(acts.finish(of.id, result, evidence))}
          onCancel={onClose}
        />
      )
    case 'return':
      return (
        <ReasonBox
          title={t('verbs.return')}
          verb={t('verbs.return')}
          onGive={(reason) => closing(acts.giveBack(of.id, reason))}
          onCancel={onClose}
        />
      )
    case 'askExtension':
    case 'extend':
      return (
        <ReasonBox
          title={t(now.what === 'extend' ? 'verbs.extend' : 'tasks.verbs.askExtension')}
          verb={t(now.what === 'extend' ? 'verbs.extend' : 'tasks.verbs.askExtension')}
          later={of.deadline}
          onGive={(reason, until) => {
            if (until !== null)
              closing(acts[now.what === 'extend' ? 'extend' : 'askExtension'](of.id, reason, until))
          }}
          onCancel={onClose}
        />
      )
    case 'refuseExtension':
      return (
        <ReasonBox
          title={t('tasks.verbs.refuse')}
          verb={t('tasks.verbs.refuse')}
          onGive={(reason) => closing(acts.refuseExtension(of.id, reason))}
          onCancel={onClose}
        />
      )
    case 'stopClock':
      return (
        <ReasonBox
          title={t('tasks.verbs.stopClock')}
          verb={t('tasks.verbs.stopClock')}
          onGive={(reason) => closing(acts.stopClock(of.id, reason))}
          onCancel={onClose}
        />
      )
  }
}

/** What came of it, with the reply that was issued or the one that is still owed. */
function Finishing({
  of,
  onFinish,
  onCancel,
}: { readonly of: Task } & Pick<Parameters<typeof FinishBox>[0], 'onFinish' | 'onCancel'>) {
  const letter = useLetter(of.letter ?? '')
  if (letter === undefined) return null
  return (
    <FinishBox
      needs={owedProof(of, letter?.state)}
      reply={of.role === 'lead' ? replyOf(letter?.state) : null}
      onFinish={onFinish}
      onCancel={onCancel}
    />
  )
}
