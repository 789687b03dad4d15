import { z } from 'zod'
import { awaitNode, events, refuse, type Decision, type DecisionContext, type Happened } from '../decision.ts'
import { standInFor } from '../directory/absence-decider.ts'
import type { Post } from '../directory/directory.ts'
import type { RuleId } from '../law/rules.ts'
import { secretMarkIn } from '../law/secret-marks.ts'
import { assignmentOf, isClosedOn, type Book } from '../registers/book.ts'
import {
  correctable,
  letterContent,
  letterFile,
  type Correctable,
  type Letter,
  type LetterContent,
  type LetterFile,
} from './letter.ts'
import { letterStatusAfter } from './letter-status.ts'

/** What a signature is worth is found by the node: nobody brings a verdict along. */
const unjudgedFile = letterFile.extend({ verdict: z.null() })

/** Payloads by command type. */
export const registrationCommands = {
  /** A letter on paper, scanned: one series of numbers for paper and electronic ones (Decree 30 Art 22.2). */
  'letter.bringIn': z.strictObject({ content: letterContent, files: z.array(unjudgedFile).min(1).max(50) }),
  /** The paper of a letter that came electronically: kept with it, not registered twice. */
  'letter.linkPaper': z.strictObject({ file: unjudgedFile }),
  /** `presentTo`: presented in the same act, since a desk without a pen does not know the number before the node gave it. */
  'letter.takeNumber': z.strictObject({ book: z.string(), presentTo: z.string().min(1).optional() }),
  'letter.correct': z.strictObject({
    column: z.enum(correctable),
    value: z.string().max(1000),
    reason: z.string().max(2000),
  }),
} as const

type Type = keyof typeof registrationCommands
export type RegistrationCommand = {
  [T in Type]: { readonly type: T; readonly payload: z.infer<(typeof registrationCommands)[T]> }
}[Type]

/** Stored for ever: a changed meaning is a new type. */
export type RegistrationEvent = Happened &
  (
    | {
        readonly type: 'arrived'
        readonly content: LetterContent
        readonly files: readonly LetterFile[]
        /** It came on paper; absent for what came over the backbone. */
        readonly paper?: true
      }
    | { readonly type: 'paperLinked'; readonly file: LetterFile }
    | { readonly type: 'numberTaken'; readonly book: string; readonly number: number; readonly date: string }
    | { readonly type: 'presented'; readonly to: string; readonly insteadOf?: string }
    | {
        readonly type: 'corrected'
        readonly column: Correctable
        readonly before: string
        readonly value: string
        readonly reason: string
      }
  )

export const isRegistrationCommand = (command: {
  readonly type: string
  readonly payload: unknown
}): command is RegistrationCommand => Object.hasOwn(registrationCommands, command.type)

/** What the clerk writes into the register (Decree 30 Art 21, 22). */
export function decideRegistration(
  state: Letter | undefined,
  command: RegistrationCommand,
  context: DecisionContext,
): Decision<RegistrationEvent> {
  const { actor, at } = context
  if (!actor.roles.includes('clerk')) return refuse('clerk-only')
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  if (command.type === 'letter.bringIn') {
    const { content } = command.payload
    if (state !== undefined) return refuse('already-exists')
    if (bearsSecretMark(content, command.payload.files)) return refuse('secret-refused')
    return content.subject.trim() === ''
      ? refuse('subject-missing')
      : events({ ...command.payload, ...stamp, type: 'arrived', paper: true })
  }
  if (state === undefined) return refuse('unknown-object')
  switch (command.type) {
    case 'letter.linkPaper':
      if (state.paper === 'original') return refuse('paper-already')
      if (bearsSecretMark(state.content, [command.payload.file])) return refuse('secret-refused')
      return state.files.some((one) => one.file.sha256 === command.payload.file.file.sha256)
        ? events()
        : events({ ...stamp, type: 'paperLinked', file: command.payload.file })
    case 'letter.takeNumber':
      return takeNumber(state, command.payload, context, stamp)
    case 'letter.correct':
      return correct(state, command.payload, context, stamp)
  }
}

/** The number the book gave, and with `presentTo` the letter to the leader in the same breath (Art 22, 23.1). Idempotent. */
function takeNumber(
  state: Letter,
  { book: id, presentTo }: (RegistrationCommand & { type: 'letter.takeNumber' })['payload'],
  context: DecisionContext,
  stamp: Happened,
): Decision<RegistrationEvent> {
  const wrong = presentTo === undefined ? undefined : whyNotPresentedTo(presentTo, context)
  if (wrong !== undefined) return refuse(wrong)
  const book = context.look('book', id) as Book | undefined
  const assigned = book && assignmentOf(book, state.id)
  if (assigned === undefined)
    return context.side === 'desk' ? awaitNode('number-awaits-node') : refuse('number-missing')
  const isTaken = state.number?.book === id && state.number.number === assigned.number
  if (!isTaken && letterStatusAfter(state.status, 'numberTaken') === undefined)
    return refuse('accept-before-register', { status: state.status })
  const { number, date } = assigned
  const taken: readonly RegistrationEvent[] = isTaken
    ? []
    : [{ ...stamp, type: 'numberTaken', book: id, number, date }]
  const presented: readonly RegistrationEvent[] =
    presentTo === undefined || state.presentedTo === presentTo || state.presentedInsteadOf === presentTo
      ? []
      : [{ ...stamp, type: 'presented', ...presence(presentTo, context) }]
  return events(...taken, ...presented)
}

/** Whether what would be kept of a letter bears a secrecy mark: its words in the register, and what its files are called (Law 117/2025 Art 5.2). */
export function bearsSecretMark(
  { subject, summary, typeName, symbol }: LetterContent,
  files: readonly { readonly name: string }[],
): boolean {
  const names = files.map((one) => one.name.replace(/\.[^.]*$/, ''))
  return secretMarkIn([subject, summary, typeName, symbol, ...names]) !== undefined
}

/** What the message did against the format that leaves it without its files. */
const INCOMPLETE: ReadonlySet<string> = new Set([
  'edxml.manifest.without-attachment',
  'edxml.attachment.wrapper-broken',
  'edxml.base64.invalid',
])

/** Complete with all its files, or it goes back (Decision 28 Art 9.1). */
export const whyNotAcceptable = ({ content }: Letter): RuleId | undefined =>
  content.deviations.some((one) => INCOMPLETE.has(one)) ? 'message-incomplete' : undefined

/** Only somebody competent to direct is presented with a letter: the head, a deputy, the head of a unit (Decree 30 Art 23.1). */
export function whyNotPresentedTo(to: string, { look }: DecisionContext): RuleId | undefined {
  const post = look('post', to) as Post | undefined
  if (post === undefined) return 'post-unknown'
  return post.roles.some((one) => one === 'leader' || one === 'unit-head') ? undefined : 'present-to-leader'
}

/** Whom a letter meant for `to` goes to today: that post, or who stands in for it. */
export function presence(
  to: string,
  { look, today }: DecisionContext,
): { readonly to: string; readonly insteadOf?: string } {
  const deputy = standInFor(look, to, today)
  return deputy === null ? { to } : { to: deputy, insteadOf: to }
}

/** A registered line is never overwritten: what stood there stays readable beside what is right, with who, when and why. */
function correct(
  state: Letter,
  { column, value, reason }: (RegistrationCommand & { type: 'letter.correct' })['payload'],
  context: DecisionContext,
  stamp: Happened,
): Decision<RegistrationEvent> {
  if (state.number === null) return refuse('register-before-correct')
  const book = context.look('book', state.number.book) as Book | undefined
  if (book !== undefined && isClosedOn(book, state.number.date)) return refuse('book-closed')
  if (reason.trim() === '') return refuse('reason-missing')
  if (column === 'issuedOn' && !z.iso.date().safeParse(value).success) return refuse('date-unreadable')
  if (secretMarkIn([value]) !== undefined) return refuse('secret-refused')
  const before = registeredValue(state.content, column)
  return before === value ? events() : events({ ...stamp, type: 'corrected', column, before, value, reason })
}

/** What stands in the register now. */
export function registeredValue(content: LetterContent, column: Correctable): string {
  if (column === 'issuer') return content.from.name
  if (column === 'signer') return content.signer.name
  return content[column] ?? ''
}

/** The content with one value put right. */
export function withCorrection(content: LetterContent, column: Correctable, value: string): LetterContent {
  if (column === 'issuer') return { ...content, from: { ...content.from, name: value } }
  if (column === 'signer') return { ...content, signer: { ...content.signer, name: value } }
  return { ...content, [column]: value }
}
