import type { Dispatch } from '../correspondence/dispatch.ts'
import { verdictOf, type Letter } from '../correspondence/letter.ts'
import type { OfficialDocument } from '../documents/document.ts'
import { owesFormCheck } from '../documents/form-checker.ts'
import { holderOf, isOpen, type Task } from '../work/task.ts'
import { localDateOf, type Instant } from '../../kernel/instant.ts'
import { STILL_OPEN, type DeliveryFact, type DocumentFact, type LetterFact, type TaskFact } from './facts.ts'

const dayOrOpen = (at: Instant | null | undefined): string => (at == null ? STILL_OPEN : localDateOf(at))
const known = <K extends string, V>(key: K, value: V | null | undefined): { readonly [P in K]?: V } =>
  value == null ? {} : ({ [key]: value } as { readonly [P in K]?: V })

/** The facts of a letter; the last time it was presented and directed counts. */
export function factOfLetter(letter: Letter): LetterFact {
  const when = (act: string): Instant | undefined => letter.trail.findLast((one) => one.act === act)?.at
  const holder = letter.directive === null ? letter.presentedTo : letter.directive.lead
  return {
    what: 'letter',
    id: `letter/${letter.id}`,
    since: letter.arrivedAt,
    until: dayOrOpen(letter.finishedAt ?? letter.refused?.at),
    at: letter.trail.at(-1)?.at ?? letter.arrivedAt,
    status: letter.status,
    ...known('registeredAt', when('numberTaken')),
    ...known('presentedAt', letter.presentedTo === null ? null : when('presented')),
    ...known('directedAt', letter.directive?.at),
    ...known('finishedAt', letter.finishedAt),
    ...known('holder', holder),
    verdict: verdictOf(letter),
    isPaper: letter.paper === undefined ? 0 : 1,
    ...known('pages', letter.content.pages),
  }
}

/** The facts of a document. */
export function factOfDocument(document: OfficialDocument): DocumentFact {
  const { status, route } = document
  const holder =
    status === 'submitted'
      ? route?.reviewer
      : status === 'initialled'
        ? owesFormCheck(document)
          ? route?.checker
          : route?.signer
        : status === 'draft' || status === 'returned'
          ? document.drafter.post
          : undefined
  return {
    what: 'document',
    id: `document/${document.id}`,
    since: document.createdAt,
    until: dayOrOpen(document.issuedAt),
    at: document.trail.at(-1)?.at ?? document.createdAt,
    status,
    unit: document.unit,
    drafter: document.drafter.post,
    ...known('signedAt', document.signature?.at),
    ...known('issuedAt', document.issuedAt),
    ...known('holder', holder),
    isSigned: document.signature !== null && document.seal !== null ? 1 : 0,
    recipients: document.recipients.length,
  }
}

/** The facts of every recipient of a document. */
export function factsOfDispatch(dispatch: Dispatch): readonly DeliveryFact[] {
  return dispatch.recipients.map(({ code, state, steps }) => {
    const when = (step: string): Instant | undefined => steps.find((one) => one.state === step)?.at
    const acceptedAt = when('03') ?? when('04') ?? when('05') ?? when('06')
    return {
      what: 'delivery',
      id: `delivery/${dispatch.id}/${code}`,
      document: dispatch.id,
      since: dispatch.openedAt,
      until: dayOrOpen(acceptedAt ?? when('02')),
      at: steps.at(-1)?.at ?? dispatch.openedAt,
      state,
      ...known('arrivedAt', when('01')),
      ...known('acceptedAt', acceptedAt),
      failures: steps.filter((one) => one.state === 'failed').length,
    }
  })
}

/** The facts of a task; none for who is only told. */
export function factOfTask(task: Task): TaskFact | undefined {
  if (task.role === 'inform') return undefined
  const last = task.trail.at(-1)?.at ?? task.assignedAt
  return {
    what: 'task',
    id: `task/${task.id}`,
    since: task.assignedAt,
    until: isOpen(task) ? STILL_OPEN : localDateOf(task.finishedAt ?? last),
    at: task.holders.at(-1)?.from ?? task.assignedAt,
    status: task.status,
    ...known('letter', task.letter),
    ...known('meeting', task.meeting),
    assignee: task.assignee,
    holder: holderOf(task),
    ...known('deadline', task.deadline),
    ...known('finishedAt', task.finishedAt),
    isSuperior: task.fromSuperior ? 1 : 0,
    isStopped: task.stopped === null ? 0 : 1,
  }
}
