import { z } from 'zod'
import {
  awaitNode,
  events,
  refuse,
  type Audience,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import type { RuleId } from '../law/rules.ts'
import { assignmentOf, type Book } from '../registers/book.ts'
import type { TrailStep } from '../documents/document.ts'
import {
  directive,
  letterContent,
  letterFile,
  verdictOf,
  verdictWords,
  type Directive,
  type Letter,
  type LetterContent,
  type LetterFile,
} from './letter.ts'
import { letterStatusAfter, type LetterMove } from './letter-status.ts'

const letterCommands = {
  'letter.receive': z.strictObject({ content: letterContent, files: z.array(letterFile).max(500) }),
  /** `verdictSeen`: what the clerk was shown when accepting. */
  'letter.accept': z.strictObject({ verdictSeen: z.enum(verdictWords) }),
  'letter.refuse': z.strictObject({ reason: z.string().max(500) }),
  'letter.takeNumber': z.strictObject({ book: z.string() }),
  'letter.present': z.strictObject({ to: z.string().min(1) }),
  'letter.direct': z.strictObject({ directive }),
  'letter.start': z.strictObject({}),
  'letter.finish': z.strictObject({ result: z.string().max(4000) }),
} as const
type LetterCommandType = keyof typeof letterCommands
export type LetterCommand = {
  [T in LetterCommandType]: { readonly type: T; readonly payload: z.infer<(typeof letterCommands)[T]> }
}[LetterCommandType]

/** Stored for ever: a changed meaning is a new type. */
export type LetterEvent = Happened &
  (
    | { readonly type: 'arrived'; readonly content: LetterContent; readonly files: readonly LetterFile[] }
    | { readonly type: 'accepted'; readonly verdictSeen: string }
    | { readonly type: 'refused'; readonly reason: string }
    | { readonly type: 'numberTaken'; readonly book: string; readonly number: number; readonly date: string }
    | { readonly type: 'presented'; readonly to: string }
    | { readonly type: 'directed'; readonly directive: Directive }
    | { readonly type: 'started' }
    | { readonly type: 'finished'; readonly result: string }
  )

/** Incoming letters (văn bản đến, Decree 30 Arts 20–24): verdict before acceptance, register before presenting. */
export const letterDecider: Decider<Letter, LetterCommand, LetterEvent> = {
  kind: 'letter',
  parse: (type, payload) => {
    if (!Object.hasOwn(letterCommands, type)) throw new z.ZodError([])
    return { type, payload: letterCommands[type as LetterCommandType].parse(payload) } as LetterCommand
  },
  decide: decideLetter,
  evolve: evolveLetter,
  audienceOf: audienceOfLetter,
  eventTypes: [
    'arrived',
    'accepted',
    'refused',
    'numberTaken',
    'presented',
    'directed',
    'started',
    'finished',
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
  if (command.type === 'letter.receive') {
    if (!isNode) return refuse('node-only')
    return state === undefined
      ? events({ ...command.payload, ...stamp, type: 'arrived' })
      : refuse('already-exists')
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
      return move({ ...stamp, type: 'accepted', verdictSeen: verdict }, 'wrong-state')
    }
    case 'letter.refuse':
      if (!isClerk) return refuse('clerk-only')
      if (command.payload.reason.trim() === '') return refuse('reason-missing')
      return move({ ...stamp, type: 'refused', reason: command.payload.reason }, 'wrong-state')
    case 'letter.takeNumber': {
      if (!isClerk) return refuse('clerk-only')
      const book = context.look('book', command.payload.book) as Book | undefined
      const assigned = book && assignmentOf(book, state.id)
      if (assigned === undefined)
        return context.side === 'desk' ? awaitNode('number-awaits-node') : refuse('number-missing')
      if (state.number?.book === command.payload.book && state.number.number === assigned.number)
        return events()
      return move(
        {
          ...stamp,
          type: 'numberTaken',
          book: command.payload.book,
          number: assigned.number,
          date: assigned.date,
        },
        'accept-before-register',
      )
    }
    case 'letter.present':
      if (!isClerk) return refuse('clerk-only')
      if (context.look('post', command.payload.to) === undefined) return refuse('post-unknown')
      return move({ ...stamp, type: 'presented', to: command.payload.to }, 'register-before-present')
    case 'letter.direct': {
      const { lead, cooperating, deadline } = command.payload.directive
      if (actor.post !== state.presentedTo) return refuse('leader-only')
      const unknown = [lead, ...cooperating].find((post) => context.look('post', post) === undefined)
      if (unknown !== undefined) return refuse('lead-missing')
      if (deadline !== null && deadline < context.today) return refuse('deadline-in-past', { date: deadline })
      return move({ ...stamp, type: 'directed', directive: command.payload.directive }, 'wrong-state')
    }
    case 'letter.start':
      return isNode ? move({ ...stamp, type: 'started' }, 'wrong-state') : refuse('node-only')
    case 'letter.finish':
      return isNode
        ? move({ ...stamp, type: 'finished', result: command.payload.result }, 'wrong-state')
        : refuse('node-only')
  }
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
      directive: null,
      finishedAt: null,
      result: '',
      trail: [step(event)],
    }
  }
  if (state === undefined) throw new RangeError(`letter event before arrived: ${event.type}`)
  const moved = {
    ...state,
    status: letterStatusAfter(state.status, event.type) ?? state.status,
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
      return { ...moved, presentedTo: event.to }
    case 'directed':
      return { ...moved, directive: { ...event.directive, at: event.at, by: event.by } }
    case 'started':
      return moved
    case 'finished':
      return { ...moved, finishedAt: event.at, result: event.result }
  }
}

function step(event: LetterEvent): TrailStep {
  const note =
    event.type === 'refused'
      ? event.reason
      : event.type === 'directed'
        ? event.directive.text
        : event.type === 'finished'
          ? event.result
          : ''
  return { act: event.type, at: event.at, by: event.by, ...(note === '' ? {} : { note }) }
}

/** The clerks; the leader it was presented to; whoever the directive names. */
function audienceOfLetter(state: Letter): Audience {
  const audience = new Set<Audience[number]>(['role:clerk'])
  if (state.presentedTo !== null) audience.add(`post:${state.presentedTo}`)
  for (const post of state.directive === null ? [] : [state.directive.lead, ...state.directive.cooperating])
    audience.add(`post:${post}`)
  return [...audience].sort()
}
