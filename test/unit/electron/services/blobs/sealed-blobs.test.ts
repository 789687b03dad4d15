import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { BlobStore } from '../../../../../electron/services/blobs/blobs.port.ts'
import { inOnePart } from '../../../../../electron/services/blobs/chunking.ts'
import { openSealedBlobs } from '../../../../../electron/services/blobs/sealed-blobs.ts'
import { diskFiles } from '../../../../../electron/services/files/disk-files.ts'
import { memoryLog } from '../../../../fakes/memory-log.ts'
import { temporaryFolder } from '../../../../fakes/temporary-folder.ts'

const MB = 1024 * 1024
const keys = { seal: randomBytes(32), name: randomBytes(32) }
const log = memoryLog()
let folder: string
let time = 0

beforeEach(async () => {
  folder = await temporaryFolder()
})

function open(limits: { cacheBytes?: number; maxBlobBytes?: number } = {}, own = keys): Promise<BlobStore> {
  return openSealedBlobs({
    folder,
    keys: own,
    files: diskFiles,
    log,
    now: () => (time += 1000),
    cacheBytes: 64 * MB,
    maxBlobBytes: 64 * MB,
    ...limits,
  })
}

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')
const put = (store: BlobStore, content: Uint8Array) => store.put(inOnePart(content), 'application/pdf')

async function filesOnDisk(): Promise<string[]> {
  const chunks = await readdir(path.join(folder, 'chunks')).catch(() => [])
  return chunks.map((name) => path.join(folder, 'chunks', name))
}

test('a file of several chunks comes back after a restart, under its hash', async () => {
  const content = new Uint8Array(randomBytes(9 * MB + 17))
  const ref = await put(await open(), content)
  expect(ref).toEqual({ sha256: hashOf(content), sizeBytes: content.length, mediaType: 'application/pdf' })
  const again = await open()
  expect(again.describe(ref.sha256)?.chunks).toHaveLength(3)
  expect(hashOf(await again.get(ref.sha256))).toBe(ref.sha256)
})

test('the empty file is a file', async () => {
  const store = await open()
  const { sha256 } = await put(store, new Uint8Array())
  expect(await store.get(sha256)).toEqual(new Uint8Array())
})

test('neither content nor hash can be found on disk, and another key opens nothing', async () => {
  const content = new TextEncoder().encode('Kính gửi: Ủy ban nhân dân tỉnh '.repeat(50))
  const { sha256 } = await put(await open(), content)
  for (const file of await filesOnDisk()) {
    expect(file).not.toContain(sha256)
    expect((await readFile(file)).includes(Buffer.from('Kính gửi'))).toBe(false)
  }
  const other = await open({}, { seal: randomBytes(32), name: keys.name })
  await expect(other.get(sha256)).rejects.toMatchObject({ code: 'blob-missing' })
})

test('changed bytes are told, never handed on', async () => {
  const { sha256 } = await put(await open(), new Uint8Array(randomBytes(1000)))
  const [file = ''] = await filesOnDisk()
  const sealed = await readFile(file)
  sealed[sealed.length - 20] = (sealed[sealed.length - 20] ?? 0) ^ 1
  await writeFile(file, sealed)
  await expect((await open()).get(sha256)).rejects.toMatchObject({ code: 'blob-corrupt' })
})

test('pinned files stay, confirmed ones go when the cache is full, the longest unused first', async () => {
  const store = await open({ cacheBytes: 2500 })
  // One after the other: which of several at once is used last is not said.
  const first = await put(store, new Uint8Array(1000).fill(1))
  const second = await put(store, new Uint8Array(1000).fill(2))
  const third = await put(store, new Uint8Array(1000).fill(3))
  await store.confirm(first.sha256)
  await store.confirm(second.sha256)
  await store.get(first.sha256)
  await store.confirm(third.sha256)
  const kept = [first, second, third].map((ref) => store.describe(ref.sha256) !== undefined)
  expect(kept).toEqual([true, false, true])
  const fourth = await put(store, new Uint8Array(9000).fill(9))
  expect(store.describe(fourth.sha256)).toBeDefined()
})

test('a chunk that two files share outlives one of them', async () => {
  const store = await open()
  const chunk = new Uint8Array(randomBytes(4 * MB))
  const one = await put(store, chunk)
  const two = await put(store, new Uint8Array([...chunk, 1]))
  await store.release(one.sha256)
  expect(hashOf(await store.get(two.sha256))).toBe(two.sha256)
  await store.release(two.sha256)
  expect(await filesOnDisk()).toEqual([])
})

test('a file over the limit is refused, and what it left is removed at the next start', async () => {
  const store = await open({ maxBlobBytes: 5 * MB })
  await expect(put(store, new Uint8Array(6 * MB))).rejects.toMatchObject({ code: 'too-large' })
  await open()
  expect(await filesOnDisk()).toEqual([])
})
