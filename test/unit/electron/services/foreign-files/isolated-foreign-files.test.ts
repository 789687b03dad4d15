import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  isolatedForeignFiles,
  type IsolatedOptions,
} from '../../../../../electron/services/foreign-files/isolated-foreign-files.ts'
import { zipSync } from 'fflate'
import { documentMessageBytes } from '../../../../../shared/exchange/edxml/memory-message.ts'
import { aDocumentMessage } from '../../../../builders/edxml-message.ts'
import { formerIncoming, workbookOf } from '../../../../builders/former-register.ts'
import { forkChild } from '../../../../fakes/forked-child.ts'
import { temporaryFolder } from '../../../../fakes/temporary-folder.ts'

const root = path.resolve(import.meta.dirname, '../../../../..')
const entry = path.join(root, 'electron/foreign-files/entry.ts')
const nobody = { roots: [], intermediates: [], ocspResponses: [], crls: [] }

function filesWith(changes: Partial<IsolatedOptions>) {
  return isolatedForeignFiles({
    startChild: forkChild,
    entry,
    limitMs: 30_000,
    maxMemoryMb: 256,
    maxFileBytes: 1000,
    atOnce: 1,
    ...changes,
  })
}

async function program(text: string): Promise<string> {
  const file = path.join(await temporaryFolder(), 'task.mjs')
  await writeFile(file, text)
  return file
}

test('what is no PDF is judged, not thrown', async () => {
  const verdict = await filesWith({}).verifyPdf(Buffer.from('hello'), nobody)
  expect(verdict).toMatchObject({ verdict: 'unknown', signatures: [] })
  expect(verdict.reasons.length).toBeGreaterThan(0)
})

test('a file that never ends costs its process the life, and the next one is judged', async () => {
  const stuck = await program(`process.parentPort.on('message', () => { for (;;); })`)
  await expect(
    filesWith({ entry: stuck, limitMs: 500 }).verifyPdf(new Uint8Array(), nobody),
  ).rejects.toMatchObject({ code: 'timed-out' })
})

test('a file that eats the memory ends its own process only', async () => {
  const greedy = await program(
    `process.parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(1e5).fill({})) })`,
  )
  await expect(
    filesWith({ entry: greedy, maxMemoryMb: 64 }).verifyPdf(new Uint8Array(), nobody),
  ).rejects.toMatchObject({ code: 'internal' })
})

test('a process that was taken over can only answer within the contract', async () => {
  const lying = await program(
    `process.parentPort.on('message', () => process.parentPort.postMessage({ ok: true, value: { verdict: 'valid', run: 'this' } }))`,
  )
  await expect(filesWith({ entry: lying }).verifyPdf(new Uint8Array(), nobody)).rejects.toThrow()
})

test('a file over the limit is refused before any process', async () => {
  const files = filesWith({ entry: '/none' })
  await expect(
    Promise.resolve().then(() => files.verifyPdf(new Uint8Array(1001), nobody)),
  ).rejects.toMatchObject({ code: 'too-large' })
})

test('a workbook is read, and why one cannot be read is told', async () => {
  const files = filesWith({ maxFileBytes: 1_000_000 })
  const [sheet] = await files.readSheet(workbookOf({ cells: formerIncoming(2019, 30) }))
  expect(sheet?.rows).toHaveLength(34)
  await expect(files.readSheet(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).rejects.toMatchObject({
    code: 'sheet-unreadable',
    facts: { problem: 'old-format' },
  })
})

test('an archive of messages is read: documents with their files, and what is none with the reason and line', async () => {
  const files = filesWith({ maxFileBytes: 1_000_000 })
  const message = await documentMessageBytes(aDocumentMessage())
  const text = new TextDecoder().decode(message)
  const broken = new TextEncoder().encode(text.slice(0, text.length / 2))
  const archive = zipSync({
    'nam-2026/17.edxml': message,
    'hỏng.edxml': broken,
    'anh.png': Uint8Array.of(1, 2, 3),
  })
  const read = await files.readMessages(archive, 'kho.zip')
  expect(read).toMatchObject([
    {
      ok: true,
      name: 'nam-2026/17.edxml',
      document: { organName: 'Sở Thí Điểm', number: '17', notation: 'STĐ-VP', issuedOn: '2026-03-02' },
    },
    { ok: false, name: 'hỏng.edxml', code: 'not-well-formed' },
  ])
  expect(read[1]).toHaveProperty('line', expect.any(Number))
  expect(await files.readMessages(message, '17.edxml')).toMatchObject([{ ok: true, name: '17.edxml' }])
  await expect(files.readMessages(zipSync({ 'a.txt': message }), 'a.zip')).rejects.toMatchObject({
    code: 'archive-unreadable',
    facts: { problem: 'no-messages' },
  })
})
