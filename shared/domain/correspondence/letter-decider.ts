import { z } from 'zod'
import {
  events,
  refuse,
  type Audience,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import { taskIdOf } from '../work/task.ts'
import { secretMarkIn } from '../law/secret-marks.ts'
import type { RuleId } from '../law/rules.ts'
import { amendment, type Amendment } from '../documents/amendment.ts'
import type { TrailStep } from '../documents/document.ts'
import {
  directive,
  letterContent,
  letterFile,
  partsOf,
  verdictOf,
  verdictWords,
  type Directive,
  type Letter,
} from './letter.ts'
import { letterStatusAfter, type LetterMove } from './letter-status.ts'
import { senderRequest, type SenderRequest } from './sender-request.ts'
import {
  decideRegistration,
  isRegistrationCommand,
  presence,
  bearsSecretMark,
  whyNotAcceptable,
  whyNotPresentedTo,
  registrationCommands,
  withCorrection,
  type RegistrationEvent,
} from './registration.ts'
import { parserOf } from '../parse-command.ts'

const letterCommands = {
  ...registrationCommands,
  'letter.receive': z.strictObject({ content: letterContent, files: z.array(letterFile).max(500) }),
  /** `verdictSeen`: what the clerk was shown when accepting. */
  'letter.accept': z.strictObject({ verdictSeen: z.enum(verdictWords) }),
  'letter.refuse': z.strictObject({ reason: z.string().max(500) }),
  'letter.present': z.strictObject({ to: z.string().min(1) }),
  'letter.direct': z.strictObject({ directive }),
  'letter.start': z.strictObject({}),
  'letter.finish': z.strictObject({ result: z.string().max(4000) }),
  'letter.reopen': z.strictObject({}),
  /** Takes back the own last act, presenting or directing, while the next one has not begun. */
  'letter.takeBack': z.strictObject({}),
  /** Its sender put it right or replaced it, and this was agreed to. `update`: what now stands under its number. */
  'letter.noteAmended': z.strictObject({ amendment, update: senderRequest.shape.update }),
  'letter.share': z.strictObject({ posts: z.array(z.string().min(1)).min(1).max(200) }),
  /** An issued document answers it. */
  'letter.noteReply': z.strictObject({
    document: z.string().min(1).max(64),
    code: z.string().min(1).max(200),
  }),
} as const
type LetterCommandType = keyof typeof letterCommands
export type LetterCommand = {
  [T in LetterCommandType]: { readonly type: T; readonly payload: z.infer<(typeof letterCommands)[T]> }
}[LetterCommandType]

/** Stored for ever: a changed meaning is a new type. */
export type LetterEvent =
  | RegistrationEvent
  | (Happened &
      (
        | { readonly type: 'accepted'; readonly verdictSeen: string }
        | { readonly type: 'refused'; readonly reason: string }
        | { readonly type: 'presentTakenBack' }
        | { readonly type: 'directed'; readonly directive: Directive }
        | { readonly type: 'directiveTakenBack'; readonly tasks: readonly string[] }
        | { readonly type: 'started' }
        | { readonly type: 'finished'; readonly result: string }
        | { readonly type: 'reopened' }
        | { readonly type: 'shared'; readonly posts: readonly string[] }
        | {
            readonly type: 'amended'
            readonly amendment: Amendment
            readonly update: SenderRequest['update']
          }
        | { readonly type: 'replied'; readonly document: string; readonly code: string }
      ))

/** Incoming letters (văn bản đến, Decree 30 Arts 20–24): verdict before acceptance, register before presenting. */
export const letterDecider: Decider<Letter, LetterCommand, LetterEvent> = {
  kind: 'letter',
  parse: parserOf(letterCommands),
  decide: decideLetter,
  evolve: evolveLetter,
  audienceOf: audienceOfLetter,
  eventTypes: [
    'arrived',
    'accepted',
    'refused',
    'numberTaken',
    'presented',
    'presentTakenBack',
    'directed',
    'directiveTakenBack',
    'started',
    'finished',
    'reopened',
    'shared',
    'paperLinked',
    'corrected',
    'amended',
    'replied',
  ],
}

function decideLetter(
  state: Letter | undefined,
  command: LetterCommand,
  context: DecisionContext,
): Decision<LetterEvent> {
  const { actor } = context
  const stamp: Happened = { at: context.at, by: { person: actor.person, post: actor.post } }
  const isNode = actor.roles.includes('node')
  const isClerk = actor.roles.includes('clerk')
  if (isRegistrationCommand(command)) return decideRegistration(state, command, context)
  if (command.type === 'letter.receive') {
    if (!isNode) return refuse('node-only')
    if (state !== undefined) return refuse('already-exists')
    return bearsSecretMark(command.payload.content, command.payload.files)
      ? refuse('secret-exchange')
      : events({ ...command.payload, ...stamp, type: 'arrived' })
  }
  if (state === undefined) return refuse('unknown-object')
  const move = (event: LetterEvent & { type: LetterMove }, otherwise: RuleId): Decision<LetterEvent> =>
    letterStatusAfter(state.status, event.type) === undefined
      ? refuse(otherwise, { status: state.status })
      : events(event)

  switch (command.type) {
    case 'letter.accept': {
      if (!isClerk) return refuse('clerk-only')
      const verdict = verdictOf(state)
      if (verdict === 'invalid') return refuse('verdict-invalid')
      if (command.payload.verdictSeen !== verdict) return refuse('verdict-first')
      const unfit = whyNotAcceptable(state)
      if (unfit !== undefined) return refuse(unfit)
      return move({ ...stamp, type: 'accepted', verdictSeen: verdict }, 'wrong-state')
    }
    case 'letter.refuse':
      if (!isClerk) return refuse('clerk-only')
      if (command.payload.reason.trim() === '') return refuse('letter-return-reason')
      return move(
        { ...stamp, type: 'refused', reason: command.payload.reason },
        state.number === null ? 'wrong-state' : 'return-before-register',
      )
    case 'letter.present': {
      if (!isClerk && !isNode) return refuse('clerk-only')
      const { to } = command.payload
      const wrong = whyNotPresentedTo(to, context)
      if (wrong !== undefined) return refuse(wrong)
      return move({ ...stamp, type: 'presented', ...presence(to, context) }, 'register-before-present')
    }
    case 'letter.direct':
      return decideDirective(state, command.payload.directive, context, move)
    case 'letter.takeBack':
      return decideTakeBack(state, context, move)
    case 'letter.start':
      return isNode ? move({ ...stamp, type: 'started' }, 'wrong-state') : refuse('node-only')
    case 'letter.finish':
      return isNode
        ? move({ ...stamp, type: 'finished', result: command.payload.result }, 'wrong-state')
        : refuse('node-only')
    case 'letter.reopen':
      return isNode ? move({ ...stamp, type: 'reopened' }, 'wrong-state') : refuse('node-only')
    case 'letter.noteAmended': {
      if (!isNode) return refuse('node-only')
      return events({ ...stamp, type: 'amended', ...command.payload })
    }
    case 'letter.share': {
      if (!isNode) return refuse('node-only')
      // The directive was taken back before the node came to share what followed from it.
      if (state.directive === null) return events()
      const posts = command.payload.posts.filter((post) => !state.sharedWith.includes(post))
      return posts.length === 0 ? events() : events({ ...stamp, type: 'shared', posts })
    }
    case 'letter.noteReply': {
      if (!isNode) return refuse('node-only')
      const { document } = command.payload
      return state.replies?.some((one) => one.document === document) === true
        ? events()
        : events({ ...stamp, type: 'replied', ...command.payload })
    }
  }
}

type Move = (event: LetterEvent & { type: LetterMove }, otherwise: RuleId) => Decision<LetterEvent>

/** Whoever it was presented to names who leads, who cooperates and by when, or whom it is only told to (Decree 30 Art 23.2). */
function decideDirective(
  state: Letter,
  given: Directive,
  context: DecisionContext,
  move: Move,
): Decision<LetterEvent> {
  const { actor, at, today } = context
  const { lead, cooperating, inform, deadline } = given
  if (state.number === null) return refuse('unregistered-not-handled')
  if (actor.post !== state.presentedTo) return refuse('leader-only')
  if (lead === null && (inform.length === 0 || cooperating.length > 0)) return refuse('lead-missing')
  if (lead !== null && context.look('post', lead) === undefined) return refuse('lead-missing')
  if ([...cooperating, ...inform].some((post) => context.look('post', post) === undefined))
    return refuse('post-unknown')
  if (deadline === null && lead !== null && cooperating.length > 0) return refuse('deadline-missing')
  if (deadline !== null && deadline < today) return refuse('deadline-in-past', { date: deadline })
  if (secretMarkIn(given.text.split('\n')) !== undefined) return refuse('secret-refused')
  const by = { person: actor.person, post: actor.post }
  return move({ at, by, type: 'directed', directive: given }, 'wrong-state')
}

function decideTakeBack(state: Letter, { actor, at }: DecisionContext, move: Move): Decision<LetterEvent> {
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  if (state.status === 'directed' && state.directive !== null) {
    if (state.directive.by.post !== actor.post) return refuse('take-back-own-only')
    const tasks = partsOf(state.directive).map(({ post }) =>
      taskIdOf({ kind: 'letter', id: state.id }, state.round, post),
    )
    return move({ ...stamp, type: 'directiveTakenBack', tasks }, 'moved-on')
  }
  if (state.status !== 'presented') return refuse('moved-on', { status: state.status })
  const last = state.trail.findLast((one) => one.act === 'presented')
  return last?.by.post === actor.post
    ? move({ ...stamp, type: 'presentTakenBack' }, 'moved-on')
    : refuse('take-back-own-only')
}

function evolveLetter(state: Letter | undefined, event: LetterEvent, id: string): Letter {
  if (event.type === 'arrived') {
    return {
      id,
      status: 'arrived',
      content: event.content,
      files: event.files,
      arrivedAt: event.at,
      acceptedAt: null,
      refused: null,
      number: null,
      presentedTo: null,
      presentedInsteadOf: null,
      directive: null,
      round: 0,
      sharedWith: [],
      finishedAt: null,
      result: '',
      trail: [step(event)],
      ...(event.paper === true ? { paper: 'original' } : {}),
    }
  }
  if (state === undefined) throw new RangeError(`letter event before arrived: ${event.type}`)
  const moved = {
    ...state,
    status: isMove(event) ? (letterStatusAfter(state.status, event.type) ?? state.status) : state.status,
    trail: [...state.trail, step(event)],
  }
  switch (event.type) {
    case 'accepted':
      return { ...moved, acceptedAt: event.at }
    case 'refused':
      return { ...moved, refused: { reason: event.reason, at: event.at, by: event.by } }
    case 'numberTaken':
      return { ...moved, number: { book: event.book, number: event.number, date: event.date } }
    case 'presented':
      return { ...moved, presentedTo: event.to, presentedInsteadOf: event.insteadOf ?? null }
    case 'presentTakenBack':
      return { ...moved, presentedTo: null, presentedInsteadOf: null }
    case 'directed':
      return {
        ...moved,
        directive: { ...event.directive, at: event.at, by: event.by },
        round: state.round + 1,
      }
    case 'directiveTakenBack':
      // Deputies and whoever work was passed on to saw it because of that directive only.
      return { ...moved, directive: null, sharedWith: [] }
    case 'started':
      return moved
    case 'finished':
      return { ...moved, finishedAt: event.at, result: event.result }
    case 'reopened':
      return { ...moved, finishedAt: null, result: '' }
    case 'shared':
      return { ...state, sharedWith: [...state.sharedWith, ...event.posts] }
    case 'amended':
      return {
        ...moved,
        ...event.update,
        amendments: [...(state.amendments ?? []), event.amendment],
      }
    case 'replied': {
      const { document, code, at } = event
      return { ...moved, replies: [...(state.replies ?? []), { document, code, at }] }
    }
    case 'paperLinked':
      return { ...moved, files: [...state.files, event.file], paper: 'copy' }
    case 'corrected': {
      const { column, before, value, reason, at, by } = event
      return {
        ...moved,
        content: withCorrection(state.content, column, value),
        corrections: [...(state.corrections ?? []), { column, before, value, reason, at, by }],
      }
    }
  }
}

const staying = ['shared', 'paperLinked', 'corrected', 'amended', 'replied'] as const

/** False for what is noted of a letter without moving it on. */
const isMove = (event: LetterEvent): event is LetterEvent & { type: LetterMove } =>
  !staying.some((type) => type === event.type)

function step(event: LetterEvent): TrailStep {
  const note =
    event.type === 'refused'
      ? event.reason
      : event.type === 'directed'
        ? event.directive.text
        : event.type === 'finished'
          ? event.result
          : event.type === 'corrected'
            ? event.reason
            : event.type === 'amended'
              ? event.amendment.code
              : event.type === 'replied'
                ? event.code
                : ''
  return { act: event.type, at: event.at, by: event.by, ...(note === '' ? {} : { note }) }
}

/** The clerks; the leader it was presented to and for whom that one stands in; whoever the directive names or works on it since. */
function audienceOfLetter(state: Letter): Audience {
  const audience = new Set<Audience[number]>(['role:clerk'])
  if (state.presentedTo !== null) audience.add(`post:${state.presentedTo}`)
  if (state.presentedInsteadOf !== null) audience.add(`post:${state.presentedInsteadOf}`)
  for (const { post } of state.directive === null ? [] : partsOf(state.directive))
    audience.add(`post:${post}`)
  for (const post of state.sharedWith) audience.add(`post:${post}`)
  return [...audience].sort()
}
