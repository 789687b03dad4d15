import { events, refuse, type Decision, type DecisionContext, type Happened } from '../decision.ts'
import { assertNever } from '../../kernel/assert-never.ts'
import { whyNotByFlow } from '../configuration/flows.ts'
import { assignmentOf } from '../registers/book.ts'
import type { Book } from '../registers/book.ts'
import { citationOf, whyNotAmending, whyNotStillAmending } from './amend.ts'
import type { Amending, Amends } from './amendment.ts'
import type { DocumentCommand } from './commands.ts'
import type { OfficialDocument, Route } from './document.ts'
import type { Letter } from '../correspondence/letter.ts'
import { linesIn, secretMarkIn } from '../law/secret-marks.ts'
import { secretMarkInFields, whyNoText } from './secret-text.ts'
import { whyNotAuthorised, whyNotOnRoute } from './signing-authority.ts'
import { isFinal, isWithDrafter, statusAfter, type DocumentMove } from './document-status.ts'
import { whyNotLocked, whyNotOfMeeting } from './of-meeting-rules.ts'
import { owesFormCheck } from './form-checker.ts'
import type { DocumentEvent } from './events.ts'
import { whyNotComplete } from './readiness.ts'
import type { SignedStep } from './signature-check.ts'
import type { RuleId } from '../law/rules.ts'

type Draft<E> = E extends DocumentEvent ? Omit<E, keyof Happened> : never
type Answer = Decision<DocumentEvent>

/** Whether a command on an outgoing document is lawful, and what then happens (Decree 30 Arts 10–19, 32). */
export function decideDocument(
  state: OfficialDocument | undefined,
  command: DocumentCommand,
  context: DecisionContext,
): Answer {
  const { actor } = context
  const happen = (...list: readonly Draft<DocumentEvent>[]): Answer =>
    events(
      ...list.map((event) => ({ ...event, at: context.at, by: { person: actor.person, post: actor.post } })),
    )

  if (command.type === 'document.create') {
    if (state !== undefined) return refuse('already-exists')
    const unlawful = whyNotWritten(command.payload.fields, context)
    if (unlawful !== undefined) return refuse(unlawful)
    const { kind, fields, amends, ofMeeting } = command.payload
    const foreign = ofMeeting === undefined ? undefined : whyNotOfMeeting(kind, ofMeeting, context)
    if (foreign !== undefined) return refuse(foreign)
    const created = {
      type: 'created',
      ...{ kind, unit: actor.unit, fields },
      ...(ofMeeting === undefined ? {} : { ofMeeting }),
    } as const
    if (amends === undefined) return happen(created)
    if (amends.reason.trim() === '') return refuse('reason-missing')
    const wrong = whyNotAmending(kind, amends, context.look)
    if (wrong !== undefined) return refuse(wrong)
    return happen({ ...created, amends: amendsOf(amends, context) })
  }
  if (state === undefined) return refuse('unknown-object')
  if (command.type === 'document.noteAmended') {
    if (!actor.roles.includes('node')) return refuse('node-only')
    const { amendment } = command.payload
    return state.amendments?.some((one) => one.by === amendment.by) === true
      ? events()
      : happen({ type: 'amended', amendment })
  }

  const edit = (event: Draft<DocumentEvent>): Answer => {
    if (isFinal(state.status)) return refuse('signed-is-final')
    if (!mayEdit(state, actor.post))
      return refuse(
        isWithDrafter(state.status) || state.status === 'submitted' ? 'not-your-task' : 'text-frozen',
      )
    return state.status === 'initialled' ? happen({ type: 'initialsVoided' }, event) : happen(event)
  }
  const move = (
    by: Part,
    event: Draft<DocumentEvent> & { type: DocumentMove },
    wrongState: RuleId,
  ): Answer => {
    if (!holds(state, by, context)) return refuse(refusalOfOthers[event.type] ?? 'not-your-task')
    if (statusAfter(state.status, event.type) === undefined)
      return isRejectedBefore(state, event.type)
        ? refuse('signature-rejected')
        : refuse(wrongState, { status: state.status })
    return isUnchecked(state, event.type, context) ? refuse('signature-unchecked') : happen(event)
  }

  switch (command.type) {
    case 'document.editFields': {
      const unlawful = whyNotWritten(command.payload.patch, context)
      if (unlawful !== undefined) return refuse(unlawful)
      return edit({ type: 'fieldsEdited', patch: command.payload.patch })
    }
    case 'document.editText': {
      const { update } = command.payload
      const unlawful = whyNoText(...(state.text === null ? [] : [state.text]), update)
      return unlawful === undefined ? edit({ type: 'textEdited', update }) : refuse(unlawful)
    }
    case 'document.setRoute': {
      const { route } = command.payload
      const wrong = whyNotOnRoute(route, state, context.look) ?? whyNotUnchecked(state, route, context)
      if (wrong !== undefined) return refuse(wrong)
      return edit({ type: 'routeSet', route })
    }
    case 'document.setRecipients': {
      const codes = command.payload.recipients.map((one) => one.code.toUpperCase())
      const twice = codes.find((code, index) => codes.indexOf(code) !== index)
      return twice === undefined
        ? edit({ type: 'recipientsSet', recipients: command.payload.recipients })
        : refuse('recipient-twice', { code: twice })
    }
    case 'document.attach':
      if (secretMarkIn([nameWithoutEnding(command.payload.attachment.name)]) !== undefined)
        return refuse('secret-refused')
      return edit({ type: 'attached', attachment: command.payload.attachment })
    case 'document.detach':
      return edit({ type: 'detached', attachment: command.payload.attachment })
    case 'document.submit': {
      const missing =
        whyNotReady(state, context) ??
        whyNotLocked(state, context.look) ??
        whyNotByFlow(state, context.look, context.today) ??
        whyNotAuthorised(state, context)
      if (missing !== undefined) return refuse(missing)
      if (secretMarkIn([command.payload.note]) !== undefined) return refuse('secret-refused')
      return move('drafter', { type: 'submitted', note: command.payload.note }, 'wrong-state')
    }
    case 'document.return':
      if (command.payload.reason.trim() === '') return refuse('reason-missing')
      if (command.payload.marks !== undefined && state.initials === null) return refuse('initials-missing')
      if (secretMarkIn(linesIn(command.payload.marks ?? [])) !== undefined) return refuse('secret-refused')
      return move(
        state.status !== 'initialled' ? 'reviewer' : owesFormCheck(state) ? 'checker' : 'signer',
        { type: 'returned', ...command.payload },
        'wrong-state',
      )
    case 'document.initial': {
      const missing = whyNotReady(state, context) ?? whyNotLocked(state, context.look)
      return missing === undefined
        ? move('reviewer', { type: 'initialled', ...command.payload }, 'wrong-state')
        : refuse(missing)
    }
    case 'document.sign': {
      const unauthorised = holds(state, 'signer', context) ? whyNotAuthorised(state, context) : undefined
      if (unauthorised !== undefined && state.status === 'initialled') return refuse(unauthorised)
      if (state.status === 'initialled' && holds(state, 'signer', context) && owesFormCheck(state))
        return refuse('form-check-missing')
      const overtaken = whyNotStillAmending(state, context.look)
      if (overtaken !== undefined) return refuse(overtaken)
      const isTheirs = state.status === 'initialled' && holds(state, 'signer', context)
      const unlocked = isTheirs ? whyNotLocked(state, context.look) : undefined
      if (unlocked !== undefined) return refuse(unlocked)
      return move('signer', { type: 'signed', ...command.payload }, 'initials-missing')
    }
    case 'document.takeNumber': {
      const book = context.look('book', command.payload.book) as Book | undefined
      const assigned = book && assignmentOf(book, state.id)
      if (assigned === undefined)
        return context.side === 'desk'
          ? { kind: 'awaitsNode', reason: 'number-awaits-node' }
          : refuse('number-missing')
      const isTaken = state.number?.book === command.payload.book && state.number.number === assigned.number
      if (isTaken && holds(state, 'clerk', context)) return happen()
      return move(
        'clerk',
        { type: 'numberTaken', book: command.payload.book, number: assigned.number, date: assigned.date },
        'number-after-signature',
      )
    }
    case 'document.seal':
      return move(
        'clerk',
        { type: 'sealed', ...command.payload },
        isFinal(state.status) ? 'number-missing' : 'seal-after-signature',
      )
    case 'document.issue':
      return move('clerk', { type: 'issued' }, 'seal-before-issue')
    default:
      return assertNever(command)
  }
}

/** What is missing on the page, or what it is about does not stand any more. */
const whyNotReady = (state: OfficialDocument, { look }: DecisionContext): RuleId | undefined =>
  whyNotComplete(state) ?? whyNotStillAmending(state, look)

/** Whether the check of form that a flow asks for is taken out of the route again, once the document was submitted with it. */
const whyNotUnchecked = (
  state: OfficialDocument,
  route: Route,
  { look, today }: DecisionContext,
): RuleId | undefined =>
  isWithDrafter(state.status) || state.route?.checker === undefined
    ? undefined
    : whyNotByFlow({ ...state, route }, look, today)

/** What it is about, with the citation of it. */
function amendsOf(asked: Amending, { look }: DecisionContext): Amends {
  const old = citationOf(look('document', asked.document) as OfficialDocument)
  return { ...asked, typeName: old?.typeName ?? '', code: old?.code ?? '', issuedOn: old?.issuedOn ?? null }
}

/** Whose act it is by law, where another rule than the task says so. */
const refusalOfOthers: Partial<Record<DocumentMove, RuleId>> = {
  signed: 'signature-by-signer-only',
  numberTaken: 'number-by-clerk',
  sealed: 'seal-by-clerk',
  issued: 'issue-by-clerk',
}

/** Each signature rests on the one before it, and issuing on the seal. */
const restsOn: Partial<Record<DocumentMove, SignedStep>> = {
  signed: 'initials',
  sealed: 'signature',
  issued: 'seal',
}

/**
 * True while the node has not looked at what a move rests on (Decree 30 Art 5.1, 32.2). A desk goes on without knowing, so that a journey
 * without a network stops nothing; what it does so waits at the node.
 */
const isUnchecked = (state: OfficialDocument, move: DocumentMove, { side }: DecisionContext): boolean => {
  const step = restsOn[move]
  return side === 'node' && step !== undefined && state[step]?.check === undefined
}

/** True when the node did not accept the signature that a move, or one before it, rests on. */
const isRejectedBefore = ({ rejected }: OfficialDocument, move: DocumentMove): boolean =>
  rejected !== undefined && (move in restsOn || move === 'numberTaken')

/** What may not be written into the boxes of the page: a secrecy mark; an answer to a letter that is not in the register (Art 22). */
function whyNotWritten(
  patch: Parameters<typeof secretMarkInFields>[0],
  { look }: DecisionContext,
): RuleId | undefined {
  if (secretMarkInFields(patch) !== undefined) return 'secret-refused'
  if (patch.answers == null) return undefined
  const letter = look('letter', patch.answers) as Letter | undefined
  return letter?.number === null ? 'unregistered-not-handled' : undefined
}

const nameWithoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '')

type Part = 'drafter' | 'reviewer' | 'checker' | 'signer' | 'clerk'

function holds(state: OfficialDocument, by: Part, { actor }: DecisionContext): boolean {
  switch (by) {
    case 'drafter':
      return actor.post === state.drafter.post
    case 'reviewer':
      return actor.post === state.route?.reviewer
    case 'checker':
      return actor.post === state.route?.checker || actor.post === state.route?.signer
    case 'signer':
      return actor.post === state.route?.signer
    case 'clerk':
      return actor.roles.includes('clerk')
  }
}

function mayEdit(state: OfficialDocument, post: string): boolean {
  if (isWithDrafter(state.status)) return post === state.drafter.post
  return post === state.route?.reviewer || (state.status === 'initialled' && post === state.drafter.post)
}
