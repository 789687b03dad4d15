import { z } from 'zod'
import {
  events,
  refuse,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../../decision.ts'
import type { RuleId } from '../../law/rules.ts'
import type { Book } from '../book.ts'
import {
  formerEntry,
  formerEntryId,
  formerPageId,
  isSecretLine,
  wordsOfFacts,
  type FormerEntry,
  type FormerFile,
} from './former-entry.ts'
import { formerAudience, type FormerImport } from './former-import.ts'
import { parserOf } from '../../parse-command.ts'

/** Lines that one command may bring. */
export const ENTRIES_AT_ONCE = 100
/** A page holds a hundred numbers, each of them in as many series as an agency has. */
const MOST_ENTRIES = 2000

const commands = {
  /** Lines that are here already are left as they are; files that they bring are added. */
  'former-page.enter': z.strictObject({
    import: z.string().min(1).max(64),
    entries: z.array(formerEntry).min(1).max(ENTRIES_AT_ONCE),
  }),
  'former-page.withdraw': z.strictObject({ import: z.string().min(1).max(64) }),
} as const
type CommandType = keyof typeof commands
export type FormerPageCommand = {
  [T in CommandType]: { readonly type: T; readonly payload: z.infer<(typeof commands)[T]> }
}[CommandType]

/** A file that was added to a line by another import than the one that brought the line. */
interface AddedFile extends FormerFile {
  readonly entry: string
}

/** Stored for ever: a changed meaning is a new type. */
export type FormerPageEvent = Happened &
  (
    | { readonly type: 'entered'; readonly import: string; readonly entries: readonly FormerEntry[] }
    | { readonly type: 'filesAdded'; readonly import: string; readonly files: readonly AddedFile[] }
    | { readonly type: 'withdrawn'; readonly import: string }
  )

/** A line of a former register and the imports that its parts came with. */
export interface KeptEntry extends FormerEntry {
  readonly import: string
  readonly added: readonly (FormerFile & { readonly import: string })[]
}

/** A hundred numbers of a former register of one year. */
export interface FormerPage {
  readonly id: string
  readonly entries: readonly KeptEntry[]
}

/** Pages of former registers: lines as they stood, never numbered here, never changed; gone only with their import. */
export const formerPageDecider: Decider<FormerPage, FormerPageCommand, FormerPageEvent> = {
  kind: 'former-page',
  parse: parserOf(commands),
  decide,
  evolve,
  audienceOf: () => formerAudience,
  eventTypes: ['entered', 'filesAdded', 'withdrawn'],
}

function decide(
  state: FormerPage | undefined,
  command: FormerPageCommand,
  context: DecisionContext,
): Decision<FormerPageEvent> {
  const { actor, at, look } = context
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  const { import: importId } = command.payload
  if (command.type === 'former-page.withdraw') {
    if (!actor.roles.includes('node')) return refuse('node-only')
    return events({ ...stamp, type: 'withdrawn', import: importId })
  }
  if (!actor.roles.includes('clerk')) return refuse('clerk-only')
  const found = look('former-import', importId) as FormerImport | undefined
  if (found?.status !== 'open') return refuse('import-not-open')
  const { entries } = command.payload
  const why = whyNot(found, entries, context)
  if (why !== undefined) return refuse(why)
  const known = new Map(state?.entries.map((entry) => [entry.id, entry]))
  const fresh = entries.filter((entry) => !known.has(entry.id))
  if ((state?.entries.length ?? 0) + fresh.length > MOST_ENTRIES) return refuse('import-page-full')
  const added = entries.flatMap((entry) => {
    const before = known.get(entry.id)
    const has = new Set([...(before?.files ?? []), ...(before?.added ?? [])].map((one) => one.file.sha256))
    return before === undefined
      ? []
      : entry.files.filter((one) => !has.has(one.file.sha256)).map((one) => ({ ...one, entry: entry.id }))
  })
  return events<FormerPageEvent>(
    ...(fresh.length === 0 ? [] : [{ ...stamp, type: 'entered' as const, import: importId, entries: fresh }]),
    ...(added.length === 0
      ? []
      : [{ ...stamp, type: 'filesAdded' as const, import: importId, files: added }]),
  )
}

/** Each line by itself is what its id says, of this page, lawful to keep, and of no number that a book kept here gives. */
function whyNot(
  found: FormerImport,
  entries: readonly FormerEntry[],
  { look }: DecisionContext,
): RuleId | undefined {
  const { direction, year } = found
  const shelf = { direction, year }
  const book = found.book === null ? undefined : (look('book', found.book) as Book | undefined)
  if (new Set(entries.map((entry) => entry.id)).size < entries.length) return 'import-page-differs'
  for (const entry of entries) {
    const { facts } = entry
    if (isSecretLine([...wordsOfFacts(facts), ...entry.files.map((one) => one.name)])) return 'secret-refused'
    if (entry.id !== formerEntryId(shelf, facts) || !found.pages.includes(formerPageId(shelf, entry)))
      return 'import-page-differs'
    if (found.book !== null && facts.number !== null && facts.number > (book?.startAfter ?? 0))
      return 'import-number-in-use'
  }
  return undefined
}

function evolve(state: FormerPage | undefined, event: FormerPageEvent, id: string): FormerPage {
  const page = state ?? { id, entries: [] }
  switch (event.type) {
    case 'entered':
      return {
        id,
        entries: [
          ...page.entries,
          ...event.entries.map((entry) => ({ ...entry, import: event.import, added: [] })),
        ],
      }
    case 'filesAdded':
      return {
        id,
        entries: page.entries.map((entry) => ({
          ...entry,
          added: [
            ...entry.added,
            ...event.files
              .filter((one) => one.entry === entry.id)
              .map(({ name, file }) => ({ name, file, import: event.import })),
          ],
        })),
      }
    case 'withdrawn':
      return {
        id,
        entries: page.entries
          .filter((entry) => entry.import !== event.import)
          .map((entry) => ({ ...entry, added: entry.added.filter((one) => one.import !== event.import) })),
      }
  }
}
