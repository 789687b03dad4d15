import { afterEach, describe, expect, test } from 'vitest'
import { createOffice, type Office } from '../../../renderer/database/office.ts'
import type { Sealed } from '../../../renderer/database/rows.ts'
import { createSealing } from '../../../renderer/database/sealing.ts'
import { allProjections } from '../../../renderer/projections/all-projections.ts'
import { deciders } from '../../../shared/domain/deciders.ts'
import type { Book } from '../../../shared/domain/registers/book.ts'
import { seriesOf } from '../../../shared/domain/registers/book.ts'
import { aggregateKinds, parseCommandText } from '../../../shared/log/command.ts'
import { aggregateKey } from '../../../shared/log/workspace-state.ts'
import { Choices } from '../../builders/random.ts'
import { randomAct } from '../../builders/random-acts.ts'
import { expectSettled } from '../../builders/sync-acts.ts'
import type { KillableNode } from '../../builders/killable-node.ts'
import { OFFICE, SyncOffice, type TestDesk, type Weather } from '../../builders/sync-office.ts'

/** Stories as seed × commands taken in it; others with `CONGSO_SYNC_STORIES=seed:commands,…`. */
const STORIES = (process.env['CONGSO_SYNC_STORIES'] ?? '20261122:1000')
  .split(',')
  .map((story) => story.split(':').map(Number) as [number, number])

const weathers: readonly Weather[] = ['up', 'up', 'up', 'down', 'down', 'answer-lost', 'sent-twice']

let office: SyncOffice
let away: KillableNode
afterEach(async () => {
  await away.end()
  await office.close()
})

/*
 * The node is a process of its own, ended by SIGKILL at random moments, also while it takes a batch, and started again over the files it
 * left. A desk here is abandoned at a random turn of its work, its database connection with it, and opened again over what was committed;
 * its database lies in memory, which no process outlives: the desk that is really killed is the whole program, in test/e2e/kill.spec.ts.
 */
describe('five desks, network windows, lost and doubled answers, desks abandoned, the node killed', () => {
  test.each(STORIES)(
    'nothing lost or twice, all agree (seed %i, %i commands)',
    { timeout: 600_000 },
    async (seed, commands) => {
      const choices = new Choices(seed)
      office = await SyncOffice.open(2)
      const posts = ['drafter', 'unit-head', 'leader', 'clerk', 'clerk-2'] as const
      const desks: TestDesk[] = []
      for (const post of posts) desks.push(await office.desk(post))
      for (const one of desks) await one.desk.syncOnce()
      away = await office.sendNodeAway()

      const taken = new Set<string>()
      let idle = 0
      while (taken.size < commands && idle < 2_000) {
        const at = choices.of(desks)!
        const before = taken.size
        for (const done of await randomAct(at, choices)) taken.add(done.command)
        idle = taken.size === before ? idle + 1 : 0
        await trouble(at, choices)
      }
      expect(taken.size).toBeGreaterThanOrEqual(commands)

      await office.bringNodeHome(away)
      process.stdout.write(
        `seed ${seed}: ${taken.size} commands, node killed ${away.kills.all} times, ${away.kills.inBatch} in a batch\n`,
      )
      expect(away.kills.inBatch).toBeGreaterThan(0)
      await settle(desks)
      await expectEachOnce(taken)
      await expectRegistersWhole()
      for (const one of desks) await expectSame(one)
    },
  )
})

/** What may befall this desk, the node and the time between two acts. */
async function trouble(at: TestDesk, choices: Choices): Promise<void> {
  if (choices.oneIn(4)) at.weather = choices.of(weathers)!
  if (choices.oneIn(3)) office.clock.pass(choices.whole(90_000))
  if (choices.oneIn(15)) await receiveLetter(choices)
  if (choices.oneIn(150)) await away.kill()
  if (choices.oneIn(90)) away.killInNextBatch(choices.whole(12))
  if (choices.oneIn(12)) return killDuringSync(at, choices)
  if (choices.oneIn(2)) await at.desk.syncOnce()
  if (choices.oneIn(25)) await hearAgain(at)
}

async function killDuringSync(at: TestDesk, choices: Choices): Promise<void> {
  const dying = at.desk.syncOnce().catch(() => 'killed')
  for (let turn = choices.whole(60); turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve))
  await at.restart()
  await dying
}

/** An answer of the feed comes that was asked for long ago. */
async function hearAgain(at: TestDesk): Promise<void> {
  const bend = at.bend
  let isFirst = true
  const { cursor } = await at.desk.readers.outbox.syncState()
  const old = cursor > 20 ? await office.wire.feed(at.person, cursor - 20, 10) : []
  at.bend = (items) => {
    const heard = isFirst && old !== 'cursor-ahead' && old.length > 0 ? [...old] : items
    isFirst = false
    return heard
  }
  await at.desk.syncOnce()
  at.bend = bend
}

let letters = 0
async function receiveLetter(choices: Choices): Promise<void> {
  const content = {
    from: { code: '000.00.XA.T99', name: 'Sở Xa' },
    to: `000.00.${OFFICE}.T99`,
    documentId: '',
    number: String(choices.whole(900)),
    symbol: 'SX-VP',
    issuedOn: '2026-11-14',
    typeName: 'Công văn',
    subject: `đề nghị ${choices.whole(100)}`,
    summary: '',
    signer: { authority: '', title: '', name: '' },
    dueDate: null,
    urgency: 'normal',
    pages: null,
    receivers: [],
    answers: [],
    deviations: [],
  }
  await office.wire.act([
    {
      aggregate: { kind: 'letter', id: `letter-${letters++}` },
      type: 'letter.receive',
      payload: { content, files: [] },
    },
  ])
}

/** The network is back for all; what needs attention is given up; rounds until nothing moves. */
async function settle(desks: readonly TestDesk[]): Promise<void> {
  for (const one of desks) one.weather = 'up'
  let last = -1
  for (let round = 0; round < 10 && office.workspace.head().seq !== last; round++) {
    last = office.workspace.head().seq
    office.clock.pass(120_000)
    for (const one of desks) expect(await one.desk.syncOnce()).toBe('done')
    await office.node.settled()
  }
  for (const one of desks) {
    office.clock.pass(120_000)
    expect(await one.desk.syncOnce()).toBe('done')
    await expectSettled(one)
  }
}

/** Every act is in the log once or waits for a person on the desk that took it; and nothing else is there. */
async function expectEachOnce(taken: ReadonlySet<string>): Promise<void> {
  const entries = await office.node.engine.entries(OFFICE, 0, 1_000_000, Number.MAX_SAFE_INTEGER)
  const inLog = entries.map(({ entry }) => parseCommandText(entry.command.text).id)
  expect(new Set(inLog).size).toBe(inLog.length)
  expect(entries.map(({ entry }) => entry.seq)).toEqual(entries.map((_, index) => index + 1))
  const attention = new Set<string>()
  for (const one of office.desks)
    for (const item of await one.desk.readers.outbox.needsAttention())
      if (item.what === 'act') attention.add(item.id)
  const logged = new Set(inLog)
  for (const id of taken) expect(Number(logged.has(id)) + Number(attention.has(id))).toBe(1)
}

async function expectRegistersWhole(): Promise<void> {
  for (const id of ['book-out', 'book-in']) {
    const book = (await office.workspace.state({ kind: 'book', id })) as Book
    expect(seriesOf(book).filter((line) => line.kind === 'missing')).toEqual([])
    const numbers = [...book.pages.flat(), ...book.voided].map((one) => one.number)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.length).toBe(book.last)
    const subjects = book.pages.flat().map((one) => one.subject)
    expect(new Set(subjects).size).toBe(subjects.length)
  }
}

/** The desk holds exactly what its person may see, as the log says; its rows and counters are those of its states. */
async function expectSame(at: TestDesk): Promise<void> {
  await at.withDatabase(async (database) => {
    await expectSameIn(at, createOffice(database, createSealing(await at.databaseKey())))
  })
}

async function expectSameIn(at: TestDesk, office: Office): Promise<void> {
  const principals = new Set<string>(at.office.workspace.principalsOf(at.person))
  for (const kind of aggregateKinds) {
    const here = await office.aggregates.ofKind(kind)
    const refs = await at.office.node.engine.aggregates(OFFICE, kind)
    for (const ref of refs) {
      const state: unknown = await at.office.workspace.state(ref)
      const mayBeSeen = deciders[kind].audienceOf(state).some((one) => principals.has(one))
      const record = here.get(aggregateKey(ref))
      expect(record?.confirmed ?? null).toEqual(mayBeSeen ? state : null)
      expect(record?.shown ?? null).toEqual(mayBeSeen ? state : null)
    }
    expect([...here.keys()].every((key) => refs.some((ref) => aggregateKey(ref) === key))).toBe(true)
  }
  await expectRowsOfStates(office)
}

async function expectRowsOfStates(office: Office): Promise<void> {
  const counts = new Map<string, number>()
  for (const projection of allProjections) {
    const expected = new Map<string, unknown>()
    for (const kind of aggregateKinds)
      for (const record of (await office.aggregates.ofKind(kind)).values())
        for (const row of projection.rowsOf({ kind, state: record.shown } as never, {
          pending: record.pending,
        })) {
          expected.set(row.id, { ...row.index, id: row.id, content: row.content })
          for (const name of row.counts) counts.set(name, (counts.get(name) ?? 0) + 1)
        }
    const rows = await office.store.database.projected(projection.table).toArray()
    const found = await Promise.all(
      rows.map(async (row: Partial<Sealed> & { readonly id: string }) => {
        // How often a row was written differs from desk to desk.
        const { id, sealed } = row
        const plain = Object.entries(row).filter(([name]) => name !== 'sealed' && name !== 'revision')
        const content =
          sealed === undefined ? null : await office.store.sealing.open(projection.table, id, sealed)
        return [id, { ...Object.fromEntries(plain), content }] as const
      }),
    )
    expect(new Map(found)).toEqual(expected)
  }
  const counters = await office.store.database.counters.toArray()
  for (const { name, value } of counters) expect([name, value]).toEqual([name, counts.get(name) ?? 0])
}
