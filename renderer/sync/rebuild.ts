import { deciders } from '#shared/domain/deciders.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { aggregateKinds, aggregateRef } from '#shared/log/command.ts'
import type { Office } from '../database/office.ts'
import { replaceRows } from '../database/replace-rows.ts'
import type { MadeBy } from '../database/repositories/meta-repository.ts'
import { PROJECTIONS_VERSION } from '../projections/all-projections.ts'
import { projectionTables } from '../projections/projection.ts'
import { ConfirmedWork } from './confirmed-work.ts'
import type { DeskIdentity } from './identity.ts'
import { readEntry } from './read-entry.ts'
import { showAgain } from './show-again.ts'

/** As a version of projections: no software makes rows so, thus whichever opens the database next makes them anew or goes on with it. */
const IN_THE_MAKING = 0
const AT_ONCE = 500

/** How far the rows of this desk are made anew, in things the log tells of. */
export interface Remaking {
  readonly done: number
  readonly total: number
}

interface RebuildOptions {
  readonly atOnce?: number
  readonly onRemaking?: ((how: Remaking) => void) | undefined
}

/** What this software makes rows and states with. */
function madeByThis(): MadeBy {
  const types = aggregateKinds.map((kind) => `${kind}:${deciders[kind].eventTypes.join()}`)
  return { projections: PROJECTIONS_VERSION, eventTypes: sha256Hex(types.join(';')) }
}

/** After an update: histories that were not understood are read again, and all rows made anew where their making changed. */
export async function rebuildIfNeeded(
  office: Office,
  identity: DeskIdentity,
  nowMs: number,
  { atOnce = AT_ONCE, onRemaking }: RebuildOptions = {},
): Promise<void> {
  const now = madeByThis()
  const before = await office.meta.madeBy()
  if (before !== undefined && before.eventTypes !== now.eventTypes) await readAgain(office, identity, nowMs)
  if (before !== undefined && before.projections !== now.projections)
    await makeRowsAnew(office, before, now, atOnce, onRemaking)
  if (before?.projections !== now.projections || before.eventTypes !== now.eventTypes)
    await office.store.write((changes) => {
      office.meta.putMadeBy(changes, now)
      return Promise.resolve()
    })
}

/** Aggregates that were read-only, or of a kind unknown until now, from their entries. */
async function readAgain(office: Office, identity: DeskIdentity, nowMs: number): Promise<void> {
  await office.store.write(async (changes) => {
    const states = new Set(await office.aggregates.keys())
    const readOnly = await office.aggregates.readOnlyKeys()
    const unknown = (await office.entries.aggregates()).filter((key) => !states.has(key))
    const work = new ConfirmedWork(office.aggregates)
    for (const key of [...readOnly, ...unknown]) {
      const entries = await office.entries.ofAggregate(key)
      const history = entries.map((entry) => readEntry(entry, identity.workspace))
      const [kind, ...id] = key.split('/')
      const ref = aggregateRef.safeParse({ kind, id: id.join('/') })
      if (ref.success) work.grant(ref.data, history)
    }
    await showAgain(office, changes, {
      confirmed: work.changes,
      outbox: await office.outbox.all(),
      touched: [],
      givenUp: [],
      nowMs,
      isHealing: (await office.meta.position()).isHealing,
    })
  })
}

/** Some aggregates at a time, so that it wants no more memory for many, and goes on where it was when the program ended meanwhile. */
async function makeRowsAnew(
  office: Office,
  before: MadeBy,
  now: MadeBy,
  atOnce: number,
  onRemaking: RebuildOptions['onRemaking'],
): Promise<void> {
  const total = await office.aggregates.count()
  const isBegun =
    before.projections === IN_THE_MAKING &&
    before.eventTypes === now.eventTypes &&
    (await office.meta.remaking())?.projections === now.projections
  if (!isBegun) {
    onRemaking?.({ done: 0, total })
    await office.store.write((changes) => {
      for (const table of [...projectionTables, 'blobs', 'counters'] as const) changes.clear(table)
      office.meta.putMadeBy(changes, { ...now, projections: IN_THE_MAKING })
      office.meta.putRemaking(changes, { projections: now.projections, upTo: '' })
      return Promise.resolve()
    })
  }
  let done = await office.aggregates.countUpTo((await office.meta.remaking())?.upTo ?? '')
  let made: number
  do {
    onRemaking?.({ done, total })
    made = await makeSome(office, atOnce)
    done += made
  } while (made > 0)
}

/** Answers of how many; 0 when there are none left. */
function makeSome(office: Office, atOnce: number): Promise<number> {
  return office.store.write(async (changes) => {
    const upTo = (await office.meta.remaking())?.upTo ?? ''
    const records = await office.aggregates.after(upTo, atOnce)
    for (const [key, { shown, pending }] of records) {
      const kind = aggregateKinds.find((one) => key.startsWith(`${one}/`))
      if (kind !== undefined)
        replaceRows(changes, { kind, id: key.slice(kind.length + 1) }, undefined, { state: shown, pending })
    }
    const last = [...records.keys()].at(-1)
    if (last !== undefined) office.meta.putRemaking(changes, { projections: PROJECTIONS_VERSION, upTo: last })
    return records.size
  })
}
