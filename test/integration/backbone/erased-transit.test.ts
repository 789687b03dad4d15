import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskBlobs } from '../../../backbone/blobs/disk-blobs.ts'
import { openSqliteEngine } from '../../../backbone/engine/sqlite-engine.ts'
import { receiveJobFor } from '../../../backbone/exchange/hand-over.ts'
import type { CongsoNode } from '../../../backbone/node.ts'
import { documentMessageBytes } from '../../../shared/exchange/edxml/memory-message.ts'
import { derivedUuid } from '../../../shared/kernel/uuid.ts'
import { anAgency, aNode } from '../../builders/backbone.ts'
import { aDocumentMessage, anAttachment, anOrganisation, TINY_PDF } from '../../builders/edxml-message.ts'
import { openedHere } from '../../builders/foreign-files.ts'
import { issueDocument } from '../../builders/issue-document.ts'
import { aNodeKey } from '../../builders/node-key.ts'

const CODE_B = '000.00.b.T99'
const CODE_C = '000.00.c.T99'
const key = aNodeKey()
let folder: string
let node: CongsoNode

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'congso-erased-'))
  node = await aNode([anAgency('a'), anAgency('b'), anAgency('c')], {
    engine: openSqliteEngine(join(folder, 'node.sqlite'), key),
    blobs: diskBlobs(join(folder, 'blobs'), key, { isFlushed: false }),
    foreign: openedHere,
    scratch: join(folder, 'scratch'),
  })
})
afterEach(async () => {
  await node.close()
  await rm(folder, { recursive: true })
})

async function filesUnder(place: string): Promise<readonly Buffer[]> {
  const all = await readdir(join(folder, place), { recursive: true, withFileTypes: true })
  return Promise.all(all.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name))))
}

/** What the rows hold now, as it lies on the disk. */
function sealedRows(...queries: readonly string[]): readonly Buffer[] {
  const database = new DatabaseSync(join(folder, 'node.sqlite'), { readOnly: true })
  const rows = queries.flatMap((sql) => database.prepare(sql).all() as { sealed: Uint8Array }[])
  database.close()
  return rows.map((one) => Buffer.from(one.sealed))
}
const MESSAGES = 'select sealed from messages'
const DELIVERIES = 'select sealed from deliveries'

const onDisk = async (bytes: readonly Buffer[]): Promise<number> => {
  const files = await filesUnder('.')
  return bytes.filter((one) => files.some((file) => file.includes(one.subarray(0, 200)))).length
}

async function handIn(id: string, to: readonly string[], bytes: Uint8Array): Promise<void> {
  const file = await node.files.keep([bytes])
  const at = new Date().toISOString()
  const about = { id, from: 'T90.01', kind: 'edoc' as const, file, documentId: id, title: '', code: '' }
  const message = { ...about, sentAt: at, system: 's', sameAs: id, dispatch: null }
  const words = { sendState: 'done' as const, sendDescription: '', receiveState: 'initial' }
  const deliveries = to.map((code) => ({
    ...words,
    id: derivedUuid('delivery', id, code),
    message: id,
    to: code,
    receiveDescription: '',
    createdAt: at,
    updatedAt: at,
  }))
  const jobs = deliveries.map((one) => receiveJobFor(one.to === CODE_B ? 'b' : 'c', message, one.id))
  await node.engine.exchange.send({ message, deliveries, jobs }, at)
  await node.settled()
}

async function lettersOf(workspace: string): Promise<readonly string[]> {
  return (await node.engine.aggregates(workspace, 'letter')).map((one) => one.id)
}

async function erase(workspace: string, kind: 'letter' | 'dispatch', id: string): Promise<void> {
  const payload = { basis: { kind: 'disposal', id: 'x' }, by: { person: 'p', post: 'leader' } }
  const [outcome] = await (
    await node.workspace(workspace)
  ).act([{ aggregate: { kind, id }, type: `${kind}.erase`, payload }])
  expect(outcome?.outcome).toBe('accepted')
  await node.settled()
}

function aMessageTo(...codes: readonly string[]): Promise<Uint8Array> {
  const fields = aDocumentMessage({ to: codes.map((code) => anOrganisation(code)) })
  return documentMessageBytes(fields, [anAttachment('công văn.pdf', TINY_PDF)])
}

test('a letter that is erased leaves nothing in transit once no other agency here keeps it: no rows, no file, no bytes on the disk', async () => {
  await handIn('m1', [CODE_B, CODE_C], await aMessageTo(CODE_B, CODE_C))
  const [[atB], [atC]] = [await lettersOf('b'), await lettersOf('c')]
  const rows = sealedRows(MESSAGES, DELIVERIES)
  const transit = await filesUnder('blobs/transit')
  // The message, and the status with which each of the two answered it.
  expect(transit).toHaveLength(3)
  const content = sealedRows(
    'select sealed from entries where audience_before is null order by rid desc limit 1',
  )
  expect(await onDisk([...rows, ...transit, ...content])).toBe(rows.length + 4)

  await erase('b', 'letter', atB!)
  expect(await filesUnder('blobs/transit')).toHaveLength(2)
  expect(sealedRows(DELIVERIES)).toHaveLength(2)

  await erase('c', 'letter', atC!)
  expect(sealedRows(MESSAGES, DELIVERIES)).toEqual([])
  expect(await onDisk([...rows, ...transit, ...content])).toBe(0)
})

test('two messages of the same bytes keep their file until both are gone', async () => {
  const bytes = await aMessageTo(CODE_B)
  await handIn('m1', [CODE_B], bytes)
  await handIn('m2', [CODE_C], bytes)
  await erase('b', 'letter', (await lettersOf('b'))[0]!)
  expect(sealedRows(MESSAGES)).toHaveLength(2)
  expect(await filesUnder('blobs/transit')).toHaveLength(2)
  await erase('c', 'letter', (await lettersOf('c'))[0]!)
  expect(await filesUnder('blobs/transit')).toEqual([])
})

test('what was sent stays with the sender when a receiver erases it, and goes with the dispatch', async () => {
  await issueDocument(node, 'a', [{ code: CODE_B, name: 'Sở Thử b' }])
  await node.settled()
  await erase('b', 'letter', (await lettersOf('b'))[0]!)
  expect(await node.engine.exchange.dispatchesOf('a', 'code', '07/ST-TH')).toEqual(['d1'])
  const rows = sealedRows(MESSAGES)
  await erase('a', 'dispatch', 'd1')
  expect(sealedRows(MESSAGES, DELIVERIES)).toEqual([])
  expect(await filesUnder('blobs/transit')).toEqual([])
  expect(await onDisk(rows)).toBe(0)
})
