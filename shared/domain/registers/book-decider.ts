import { z } from 'zod'
import {
  awaitNode,
  events,
  refuse,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import { partsOf } from '../../kernel/instant.ts'
import { blobRef, type BlobRef } from '../blob-ref.ts'
import { onBehalf, type OfficialDocument, type OnBehalf } from '../documents/document.ts'
import type { Letter } from '../correspondence/letter.ts'
import type { RuleId } from '../law/rules.ts'
import { configuredSeen, settingsOn } from '../configuration/effective.ts'
import { bookIdOf, kindsOfBook } from '../configuration/series.ts'
import { kindFacts } from '../documents/kinds.ts'
import { isCollectiveOf } from '../directory/collectives.ts'
import type { Agency } from '../directory/directory.ts'
import { namesSecrets } from './secret-register.ts'
import { assignmentOf, isClosedOn, periodUpTo, withAssignment, type Book, type Pen } from './book.ts'
import { parserOf } from '../parse-command.ts'

const bookCommands = {
  'book.open': z.strictObject({
    name: z.string().min(1).max(300),
    year: z.int().min(2000).max(2999),
    direction: z.enum(['outgoing', 'incoming']),
    /** Last number of the paper or former register, when a book is taken over within its year. */
    startAfter: z.int().nonnegative(),
    kinds: z.array(z.string().min(1).max(100)).max(60).optional(),
    /** The collective whose documents alone it takes. */
    onBehalf: onBehalf.optional(),
  }),
  /** `number`: what the desk already gave from its pen; absent when the node shall give it. */
  'book.assignNumber': z.strictObject({
    subject: z.string().min(1).max(64),
    number: z.int().positive().optional(),
  }),
  'book.lendPen': z.strictObject({
    until: z.iso.datetime({ precision: 3 }),
    atMost: z.int().positive().max(500),
  }),
  'book.returnPen': z.strictObject({}),
  'book.reclaimPen': z.strictObject({ reason: z.string().max(2000) }),
  'book.voidNumber': z.strictObject({ reason: z.string().max(2000) }),
  /** `series`: the hash the clerk saw, so that nothing is frozen that was not printed; `print`: the printed register of the period. */
  'book.close': z.strictObject({
    until: z.iso.date(),
    series: z.string().regex(/^[0-9a-f]{64}$/),
    print: blobRef,
  }),
} as const

type BookCommandType = keyof typeof bookCommands
export type BookCommand = {
  [T in BookCommandType]: { readonly type: T; readonly payload: z.infer<(typeof bookCommands)[T]> }
}[BookCommandType]

/** Stored for ever: a changed meaning is a new type. */
export type BookEvent = Happened &
  (
    | {
        readonly type: 'opened'
        readonly name: string
        readonly year: number
        readonly direction: Book['direction']
        readonly startAfter: number
        readonly kinds?: readonly string[] | undefined
        readonly onBehalf?: OnBehalf | undefined
      }
    | {
        readonly type: 'numberAssigned'
        readonly subject: string
        readonly number: number
        readonly date: string
      }
    | {
        readonly type: 'penLent'
        readonly device: string
        readonly from: number
        readonly cap: number
        readonly until: string
      }
    | { readonly type: 'penReturned' }
    | { readonly type: 'penReclaimed'; readonly reason: string }
    | { readonly type: 'numberVoided'; readonly number: number; readonly reason: string }
    | {
        readonly type: 'closed'
        readonly until: string
        readonly first: number
        readonly last: number
        readonly voidedCount: number
        readonly series: string
        readonly print: BlobRef
      }
  )

/** Register books: numbers are gapless, never reused, and in the order of their dates (Decree 30 Art 15, 22). */
export const bookDecider: Decider<Book, BookCommand, BookEvent> = {
  kind: 'book',
  parse: parserOf(bookCommands),
  decide: decideBook,
  evolve: evolveBook,
  audienceOf: () => ['role:clerk'],
  eventTypes: [
    'opened',
    'numberAssigned',
    'penLent',
    'penReturned',
    'penReclaimed',
    'numberVoided',
    'closed',
  ],
}

function decideBook(
  state: Book | undefined,
  command: BookCommand,
  context: DecisionContext,
): Decision<BookEvent> {
  const stamp: Happened = { at: context.at, by: { person: context.actor.person, post: context.actor.post } }
  if (!context.actor.roles.some((role) => role === 'clerk' || role === 'node')) return refuse('clerk-only')
  if (command.type === 'book.open')
    return state === undefined ? open(command.payload, context, stamp) : refuse('already-exists')
  if (state === undefined) return refuse('unknown-object')

  switch (command.type) {
    case 'book.assignNumber':
      return assign(state, command.payload, context, stamp)
    case 'book.lendPen':
      if (context.side === 'desk') return awaitNode('pen-awaits-node')
      if (state.pen !== null) return refuse('pen-held-elsewhere', penFacts(state.pen))
      return events({
        ...stamp,
        type: 'penLent',
        device: context.actor.device,
        from: state.last + 1,
        cap: state.last + command.payload.atMost,
        until: command.payload.until,
      })
    case 'book.returnPen':
      return state.pen?.device === context.actor.device
        ? events({ ...stamp, type: 'penReturned' })
        : refuse('pen-not-held')
    case 'book.reclaimPen': {
      if (state.pen === null) return refuse('pen-not-held')
      if (context.side === 'desk') return awaitNode('pen-awaits-node')
      const { reason } = command.payload
      if (reason.trim() === '') return refuse('reason-missing')
      const unused = Array.from({ length: state.pen.cap - state.last }, (_, index) => state.last + 1 + index)
      return events<BookEvent>(
        { ...stamp, type: 'penReclaimed', reason },
        ...unused.map((number) => ({ ...stamp, type: 'numberVoided' as const, number, reason })),
      )
    }
    case 'book.voidNumber': {
      if (state.pen !== null && state.pen.device !== context.actor.device)
        return refuse('pen-held-elsewhere', penFacts(state.pen))
      if (state.pen === null && context.side === 'desk') return awaitNode('number-awaits-node')
      if (command.payload.reason.trim() === '') return refuse('reason-missing')
      if (isClosedOn(state, context.today)) return refuse('book-closed')
      return events({
        ...stamp,
        type: 'numberVoided',
        number: state.last + 1,
        reason: command.payload.reason,
      })
    }
    case 'book.close':
      return close(state, command.payload, context, stamp)
  }
}

/** A series of its year from 1 on; one taken over within its year goes on from there. Secret documents have registers of their own, not here. */
function open(
  wanted: (BookCommand & { type: 'book.open' })['payload'],
  { today, id, look }: DecisionContext,
  stamp: Happened,
): Decision<BookEvent> {
  const { year } = partsOf(today)
  if (wanted.year > year && wanted.startAfter > 0) return refuse('series-from-one', { year: wanted.year })
  if ([wanted.name, ...(wanted.kinds ?? [])].some(namesSecrets)) return refuse('secret-register')
  if (wanted.onBehalf !== undefined && !isBookOfCollective(wanted, wanted.onBehalf, id, look))
    return refuse('book-collective-differs')
  return events({ ...wanted, ...stamp, type: 'opened' })
}

/** The one book of a collective in a year has its id from both, so that none has two series. */
function isBookOfCollective(
  { year, direction }: Pick<Book, 'year' | 'direction'>,
  { agency, collective }: OnBehalf,
  id: string,
  look: DecisionContext['look'],
): boolean {
  const known = look('agency', agency) as Agency | undefined
  if (known === undefined || direction !== 'outgoing') return false
  return isCollectiveOf(known, collective) && id === bookIdOf({ id: collective }, year)
}

/** Registers kept in the system are printed in full and bound (Decree 30 Art 16.2b, 22.3b): whole days, without gaps, never again changed. */
function close(
  state: Book,
  { until, series, print }: { until: string; series: string; print: BlobRef },
  context: DecisionContext,
  stamp: Happened,
): Decision<BookEvent> {
  if (until >= context.today) return refuse('close-past-days-only', { date: until })
  if (isClosedOn(state, until)) return refuse('book-closed')
  if (state.pen !== null) return refuse('pen-held-elsewhere', penFacts(state.pen))
  const period = periodUpTo(state, until)
  if (period.missing.length > 0) return refuse('close-with-gaps', { number: period.missing[0] ?? 0 })
  if (period.last < period.first) return refuse('close-empty')
  if (period.series !== series) return refuse('close-changed-since-print')
  const { first, last, voidedCount } = period
  return events({ ...stamp, type: 'closed', until, first, last, voidedCount, series, print })
}

/** Idempotent per subject: a subject that has a number keeps it, with its date. */
function assign(
  state: Book,
  payload: { subject: string; number?: number | undefined },
  context: DecisionContext,
  stamp: Happened,
): Decision<BookEvent> {
  if (assignmentOf(state, payload.subject) !== undefined) return events()
  if (isClosedOn(state, context.today)) return refuse('book-closed')
  if (partsOf(context.today).year !== state.year) return refuse('book-year-differs', { year: state.year })
  if (state.lastDate !== null && context.today < state.lastDate)
    return refuse('number-date-order', { date: state.lastDate })
  const notReady = whyNoNumberYet(state, payload.subject, context)
  if (notReady !== undefined) return refuse(notReady)
  if (state.pen !== null) {
    if (state.pen.device !== context.actor.device) return refuse('pen-held-elsewhere', penFacts(state.pen))
    if (context.at > state.pen.until) return refuse('pen-expired', penFacts(state.pen))
    if (state.last >= state.pen.cap) return refuse('pen-used-up', penFacts(state.pen))
  } else if (context.side === 'desk') {
    return awaitNode('number-awaits-node')
  }
  const number = state.last + 1
  if (payload.number !== undefined && payload.number !== number)
    return refuse('number-guess-differs', { expected: payload.number, next: number })
  return events({ ...stamp, type: 'numberAssigned', subject: payload.subject, number, date: context.today })
}

/** Outgoing: only after the competent person signed (Art 15.2); incoming: only after acceptance (Art 21, 22). */
function whyNoNumberYet(book: Book, subject: string, context: DecisionContext): RuleId | undefined {
  if (book.direction === 'outgoing') {
    const document = context.look('document', subject) as OfficialDocument | undefined
    if (document === undefined)
      return context.look('letter', subject) === undefined ? 'unknown-object' : 'book-direction-differs'
    if (document.number != null) return 'numbered-already'
    if (document.fields.onBehalf?.collective !== book.collective) return 'book-collective-differs'
    if (!takesKind(book, kindFacts[document.kind].name, context)) return 'book-kind-differs'
    return document.status === 'signed' ? undefined : 'number-after-signature'
  }
  const letter = context.look('letter', subject) as Letter | undefined
  if (letter === undefined)
    return context.look('document', subject) === undefined ? 'unknown-object' : 'book-direction-differs'
  if (letter.number != null) return 'numbered-already'
  if (!takesKind(book, letter.content.typeName, context)) return 'book-kind-differs'
  return letter.status === 'accepted' ? undefined : 'accept-before-register'
}

/** A book made for some kinds takes no other (Art 15.1c); what bears no kind goes anywhere. */
function takesKind(book: Book, kindName: string, { look, today }: DecisionContext): boolean {
  const kind = kindName.toLocaleLowerCase('vi')
  const kinds = kindsOfBook(settingsOn(configuredSeen(look), today), book)
  if (kind === '' || kinds.length === 0) return true
  return kinds.some((one) => one.toLocaleLowerCase('vi') === kind)
}

const penFacts = (pen: Pen): { holder: string; until: string; from: number; cap: number } => ({
  holder: pen.holder.post,
  until: pen.until,
  from: pen.from,
  cap: pen.cap,
})

function evolveBook(state: Book | undefined, event: BookEvent, id: string): Book {
  if (event.type === 'opened') {
    return {
      id,
      name: event.name,
      year: event.year,
      direction: event.direction,
      kinds: event.kinds ?? [],
      ...(event.onBehalf === undefined ? {} : { collective: event.onBehalf.collective }),
      startAfter: event.startAfter,
      last: event.startAfter,
      lastDate: null,
      pages: [],
      voided: [],
      pen: null,
    }
  }
  if (state === undefined) throw new RangeError(`book event before opened: ${event.type}`)
  switch (event.type) {
    case 'numberAssigned': {
      const { subject, number, date } = event
      return {
        ...state,
        last: number,
        lastDate: date,
        pages: withAssignment(state.pages, { subject, number, date }),
      }
    }
    case 'penLent':
      return {
        ...state,
        pen: { holder: event.by, device: event.device, from: event.from, cap: event.cap, until: event.until },
      }
    case 'penReturned':
    case 'penReclaimed':
      return { ...state, pen: null }
    case 'numberVoided':
      return {
        ...state,
        last: event.number,
        voided: [...state.voided, { number: event.number, reason: event.reason, at: event.at, by: event.by }],
      }
    case 'closed': {
      const { until, first, last, voidedCount, series, print, at, by } = event
      const closing = { until, first, last, voidedCount, series, print, at, by }
      return { ...state, closings: [...(state.closings ?? []), closing] }
    }
  }
}
