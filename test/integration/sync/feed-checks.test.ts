import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../../shared/kernel/bytes.ts'
import type { Entry } from '../../../shared/log/entry.ts'
import type { FeedItem } from '../../../shared/protocol/feed.ts'
import { documentFieldsOf } from '../../builders/a-document.ts'
import { expectSettled, must, submitted, syncAll } from '../../builders/sync-acts.ts'
import { SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

let office: SyncOffice
let reader: TestDesk
let id: string
beforeEach(async () => {
  office = await SyncOffice.open()
  const drafter = await office.desk('drafter')
  reader = await office.desk('unit-head')
  await syncAll(drafter, reader)
  id = await submitted(drafter)
  await syncAll(drafter)
})
afterEach(() => office.close())

type Bend = (item: FeedItem) => FeedItem[]
const flip = (base64: string): string => {
  const bytes = fromBase64(base64)
  bytes[0] = (bytes[0] ?? 0) ^ 1
  return toBase64(bytes)
}
const onHistory =
  (change: (entry: Entry, index: number) => Entry): Bend =>
  (item) =>
    item.item === 'granted'
      ? [
          {
            ...item,
            history: item.history.map((one, index) => ({ ...one, entry: change(one.entry, index) })),
          },
        ]
      : [item]
const onHead =
  (change: (head: Extract<FeedItem, { item: 'head' }>['head']) => object): Bend =>
  (item) =>
    item.item === 'head' ? [{ ...item, head: { ...item.head, ...change(item.head) } }] : [item]

const attacks: Record<string, { bend: Bend; check: string }> = {
  'an event changed': {
    bend: onHistory((entry) => ({ ...entry, events: entry.events.replace('cong-van', 'quyet-dinh') })),
    check: 'inclusion',
  },
  'the time of an entry changed': {
    bend: onHistory((entry) => ({ ...entry, serverTime: '2026-11-15T01:00:00.000Z' })),
    check: 'inclusion',
  },
  'a command changed': {
    bend: onHistory((entry) => ({
      ...entry,
      command: { ...entry.command, text: entry.command.text.replace('document.create', 'document.submit') },
    })),
    check: 'inclusion',
  },
  'an event id changed': {
    bend: onHistory((entry) => ({
      ...entry,
      events: entry.events.replace(/"id":"[0-9a-f]{8}/, '"id":"00000000'),
    })),
    check: 'event-ids',
  },
  'an entry made unreadable': {
    bend: onHistory((entry) => ({ ...entry, events: '{' })),
    check: 'unreadable-entry',
  },
  'a leaf of what is not visible changed': {
    bend: (item) => (item.item === 'skip' ? [{ ...item, leaves: flip(item.leaves) }] : [item]),
    check: 'inclusion',
  },
  'an item left out': { bend: (item) => (item.item === 'skip' ? [] : [item]), check: 'order' },
  'the root changed': { bend: onHead((head) => ({ root: flip(head.root) })), check: 'root' },
  'the signature of the head changed': {
    bend: onHead((head) => ({ signature: flip(head.signature) })),
    check: 'head-signature',
  },
  'the head of a further tree': { bend: onHead((head) => ({ size: head.size + 1 })), check: 'order' },
  'no head': { bend: (item) => (item.item === 'head' ? [] : [item]), check: 'head-missing' },
  'a head of another agency': { bend: onHead(() => ({ workspace: 'khac' })), check: 'wrong-workspace' },
}

describe('what does not hold is not applied, and syncing stops until a person asks', () => {
  test.each(Object.entries(attacks))('%s', async (_name, { bend, check }) => {
    office.clock.pass(120_000)
    const before = await reader.desk.readers.outbox.syncState()
    reader.bend = (items) => items.flatMap(bend)
    expect(await reader.desk.syncOnce()).toBe('stopped')
    const after = await reader.desk.readers.outbox.syncState()
    expect(after.failure?.check).toBe(check)
    expect(after.cursor).toBe(before.cursor)
    expect(await reader.desk.readers.office.seen('document', id)).toBeNull()

    reader.bend = (items) => items
    expect(await reader.desk.syncOnce()).toBe('stopped')
    await reader.restart()
    expect(await reader.desk.syncOnce()).toBe('stopped')
    expect(await reader.desk.resume()).toBe('done')
    expect((await reader.desk.readers.office.seen('document', id))?.state.status).toBe('submitted')
    await expectSettled(reader)
  })
})

test('a command that was signed with another key than the log certifies is noticed', async () => {
  const forger = await office.desk('drafter')
  office.clock.pass(120_000)
  reader.bend = (items) =>
    items.map((item) =>
      item.item === 'granted'
        ? {
            ...item,
            history: item.history.map((one) => ({
              ...one,
              entry: { ...one.entry, command: forger.device.sign(one.entry.command.text) },
            })),
          }
        : item,
    )
  expect(await reader.desk.syncOnce()).toBe('stopped')
})

test('acts are still taken while syncing is stopped', async () => {
  reader.bend = (items) => items.filter((item) => item.item !== 'head')
  office.clock.pass(120_000)
  expect(await reader.desk.syncOnce()).toBe('stopped')
  await must(reader, 'document', reader.desk.newId(), 'document.create', {
    kind: 'cong-van',
    fields: documentFieldsOf(),
  })
})
