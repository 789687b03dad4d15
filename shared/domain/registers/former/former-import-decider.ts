import { z } from 'zod'
import { partsOf } from '../../../kernel/instant.ts'
import { blobRef } from '../../blob-ref.ts'
import {
  events,
  refuse,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../../decision.ts'
import { isMeant } from '../../audience.ts'
import type { CaseFile } from '../../records/case-file.ts'
import type { Book } from '../book.ts'
import { formerAudience, type FormerImport } from './former-import.ts'
import type { FormerPage } from './former-page-decider.ts'
import { parserOf } from '../../parse-command.ts'

const count = z.int().nonnegative().max(1_000_000)
const counts = z.strictObject({ rows: count, imported: count, duplicate: count, refused: count })
/** Pages of a register of a hundred thousand lines, and some for what has no number. */
const MOST_PAGES = 4000

const commands = {
  'former-import.begin': z.strictObject({
    direction: z.enum(['outgoing', 'incoming']),
    year: z.int().min(1945).max(2999),
    name: z.string().min(1).max(200),
    source: z.strictObject({
      kind: z.enum(['sheet', 'messages']),
      name: z.string().min(1).max(255),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      sizeBytes: z.int().nonnegative(),
    }),
    book: z.string().min(1).max(64).nullable(),
    pages: z.array(z.string().min(1).max(64)).max(MOST_PAGES),
  }),
  'former-import.finish': z.strictObject({ counts, report: blobRef }),
  /** An entry of it was put into a work file. */
  'former-import.use': z.strictObject({
    entry: z.string().regex(/^[0-9a-f]{32}$/),
    file: z.string().min(1).max(64),
  }),
  'former-import.withdraw': z.strictObject({ reason: z.string().max(2000) }),
} as const
type CommandType = keyof typeof commands
export type FormerImportCommand = {
  [T in CommandType]: { readonly type: T; readonly payload: z.infer<(typeof commands)[T]> }
}[CommandType]
type Begin = z.infer<(typeof commands)['former-import.begin']>

/** Stored for ever: a changed meaning is a new type. */
export type FormerImportEvent = Happened &
  (
    | ({ readonly type: 'begun' } & Begin)
    | ({ readonly type: 'finished' } & z.infer<(typeof commands)['former-import.finish']>)
    | { readonly type: 'used'; readonly entry: string; readonly file: string }
    | { readonly type: 'withdrawn'; readonly reason: string; readonly pages: readonly string[] }
  )

/**
 * Imports of former registers. Their lines lie on pages of their own beside the books, so that no number of a book is used, moved or
 * counted by them (Decree 30 Art 15.1, 22.2).
 */
export const formerImportDecider: Decider<FormerImport, FormerImportCommand, FormerImportEvent> = {
  kind: 'former-import',
  parse: parserOf(commands),
  decide,
  evolve,
  audienceOf: () => formerAudience,
  eventTypes: ['begun', 'finished', 'used', 'withdrawn'],
}

function decide(
  state: FormerImport | undefined,
  command: FormerImportCommand,
  context: DecisionContext,
): Decision<FormerImportEvent> {
  const { actor, at, look } = context
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  if (command.type === 'former-import.use') return use(state, command.payload, context, stamp)
  if (!actor.roles.includes('clerk')) return refuse('clerk-only')
  switch (command.type) {
    case 'former-import.begin':
      if (state !== undefined) return state.status === 'withdrawn' ? refuse('import-not-open') : events()
      return begin(command.payload, context, stamp)
    case 'former-import.finish': {
      if (state?.status !== 'open') return refuse('import-not-open')
      const { rows, imported, duplicate, refused } = command.payload.counts
      const pages = state.pages.map((id) => look('former-page', id) as FormerPage | undefined)
      const entered = pages.reduce(
        (sum, page) => sum + (page?.entries.filter((entry) => entry.import === state.id).length ?? 0),
        0,
      )
      if (rows !== imported + duplicate + refused || entered !== imported)
        return refuse('import-sums-differ', { expected: imported, entered })
      return events({ ...stamp, type: 'finished', ...command.payload })
    }
    case 'former-import.withdraw':
      if (state === undefined || state.status === 'withdrawn') return refuse('import-not-open')
      if (command.payload.reason.trim() === '') return refuse('reason-missing')
      if (state.usedIn.length > 0) return refuse('import-in-use', { count: state.usedIn.length })
      return events({ ...stamp, type: 'withdrawn', reason: command.payload.reason, pages: state.pages })
  }
}

/** Of a former year; or of this one as far as its book was opened behind what another register had numbered. */
function begin(
  wanted: Begin,
  { today, look }: DecisionContext,
  stamp: Happened,
): Decision<FormerImportEvent> {
  const { year } = partsOf(today)
  if (wanted.year > year) return refuse('import-number-in-use')
  if (wanted.year === year) {
    const book = wanted.book === null ? undefined : (look('book', wanted.book) as Book | undefined)
    const isTakenOver = book?.year === year && book.direction === wanted.direction && book.startAfter > 0
    if (!isTakenOver) return refuse('import-number-in-use')
  }
  return events({ ...stamp, type: 'begun', ...wanted, book: wanted.year === year ? wanted.book : null })
}

/** By whoever sees former registers, into a work file of their own. */
function use(
  state: FormerImport | undefined,
  { entry, file }: { readonly entry: string; readonly file: string },
  { actor, look }: DecisionContext,
  stamp: Happened,
): Decision<FormerImportEvent> {
  if (state === undefined || !isMeant(actor, formerAudience)) return refuse('unknown-object')
  if (state.status === 'withdrawn') return refuse('import-not-open')
  const found = look('case-file', file) as CaseFile | undefined
  if (found?.creator !== actor.post) return refuse('file-creator-only')
  if (state.usedIn.some((one) => one.entry === entry && one.file === file)) return events()
  return events({ ...stamp, type: 'used', entry, file })
}

function evolve(state: FormerImport | undefined, event: FormerImportEvent, id: string): FormerImport {
  if (event.type === 'begun') {
    const { direction, year, name, source, book, pages, at, by } = event
    return {
      id,
      direction,
      year,
      name,
      source,
      book,
      pages,
      status: 'open',
      counts: null,
      report: null,
      begun: { at, by },
      done: null,
      usedIn: [],
      withdrawn: null,
    }
  }
  if (state === undefined) throw new RangeError(`import event before begun: ${event.type}`)
  const { at, by } = event
  switch (event.type) {
    case 'finished':
      return { ...state, status: 'done', counts: event.counts, report: event.report, done: { at, by } }
    case 'used':
      return { ...state, usedIn: [...state.usedIn, { entry: event.entry, file: event.file }] }
    case 'withdrawn':
      return { ...state, status: 'withdrawn', withdrawn: { at, by, reason: event.reason } }
  }
}
