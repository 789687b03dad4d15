import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  isolatedForeignFiles,
  type IsolatedOptions,
} from '../../../../../electron/services/foreign-files/isolated-foreign-files.ts'
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
