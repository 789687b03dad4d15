import { setImmediate as nextTurn } from 'node:timers/promises'
import type { JComponent } from '#shared/exchange/calendar/jcal.ts'
import { readCalendar } from '#shared/exchange/calendar/read-calendar.ts'
import { writtenIfSayable } from '#shared/exchange/calendar/write-calendar.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import type { CalDavClient } from './caldav-client.ts'
import { CalendarServerRefused } from './calendar-request.ts'
import { saysTheSame } from './says-the-same.ts'

/** A calendar object that is to lie in a collection under this name. */
export interface WantedEntry {
  readonly name: string
  readonly calendar: JComponent
}

/** By name: under which tag an entry lies there, and the SHA-256 of what it was last found to say. Such an entry need not be fetched to be known. */
export type Marks = Map<string, readonly [etag: string, digest: string]>

export interface Reconciling {
  readonly client: CalDavClient
  readonly wanted: readonly WantedEntry[]
  /** What of this lies there and is ours: tags by name. */
  readonly here: ReadonlyMap<string, string>
  /** Of the last time; changed as it goes, so that what was done before an error is known. */
  readonly marks: Marks
  /** No time is left: the rest is for the next time. */
  readonly isOver: () => boolean
}

/** How it ended: entries that lie there as wanted, and those which the server does not take. Not complete: to be gone on with soon. */
export interface Reconciled {
  readonly entries: number
  readonly leftOut: number
  readonly isComplete: boolean
}

const TURN = 20
type Laid = 'there' | 'left-out' | 'taken-by-others'

/**
 * Makes what is ours in a collection what is wanted: lays what is missing or differs, takes out what is wanted no more, touches nothing else. May run again at any
 * time. Rejects with `CalendarServerRefused` when the server is away or refuses more than single entries.
 */
export async function reconcile(one: Reconciling): Promise<Reconciled> {
  const { wanted, here, marks, isOver } = one
  for (const [name, [etag]] of marks) if (here.get(name) !== etag) marks.delete(name)
  const counts: Record<Laid, number> = { there: 0, 'left-out': 0, 'taken-by-others': 0 }
  const done = (isComplete: boolean): Reconciled => ({
    entries: counts.there,
    leftOut: counts['left-out'],
    isComplete: isComplete && counts['taken-by-others'] === 0,
  })
  let refused: CalendarServerRefused | undefined
  for (const [index, entry] of wanted.entries()) {
    if (index % TURN === 0) await nextTurn()
    if (isOver()) return done(false)
    try {
      counts[await lay(one, entry)] += 1
    } catch (error) {
      if (!isOfThisEntry(error)) throw error
      refused = error
      counts['left-out'] += 1
    }
  }
  // Where not one is taken it is the collection that refuses.
  if (refused !== undefined && counts.there === 0) throw refused
  const names = new Set(wanted.map(({ name }) => name))
  for (const [name, etag] of here) {
    if (names.has(name)) continue
    if (isOver()) return done(false)
    if (!(await takeOut(one, name, etag))) counts['taken-by-others'] += 1
  }
  return done(true)
}

async function lay({ client, here, marks }: Reconciling, { name, calendar }: WantedEntry): Promise<Laid> {
  const bytes = writtenIfSayable(calendar)
  if (bytes === undefined) return 'left-out'
  const digest = sha256Hex(bytes)
  if (marks.get(name)?.[1] === digest) return 'there'
  const found = here.has(name) ? await client.get(name) : undefined
  const read = found === undefined ? undefined : readCalendar(found.bytes)
  const isSame = read?.ok === true && saysTheSame(read.calendar, calendar)
  try {
    const told = isSame && found !== undefined ? found.etag : await client.put(name, bytes, found?.etag)
    const etag = told === '' ? (await client.get(name))?.etag : told
    if (etag !== undefined && etag !== '') marks.set(name, [etag, digest])
    return 'there'
  } catch (error) {
    if (!isChangedMeanwhile(error)) throw error
    return 'taken-by-others'
  }
}

/** False when somebody changed it just now. */
async function takeOut({ client, marks }: Reconciling, name: string, etag: string): Promise<boolean> {
  try {
    await client.remove(name, etag)
    marks.delete(name)
    return true
  } catch (error) {
    if (!isChangedMeanwhile(error)) throw error
    return false
  }
}

const isChangedMeanwhile = (error: unknown): boolean =>
  error instanceof CalendarServerRefused && error.status === 412

/** Preconditions of RFC 4791, 5.3.2.1: the entry is not taken, others may be. */
const OF_ONE_ENTRY = new Set([400, 403, 409, 413, 415, 422])
const isOfThisEntry = (error: unknown): error is CalendarServerRefused =>
  error instanceof CalendarServerRefused && OF_ONE_ENTRY.has(error.status)
