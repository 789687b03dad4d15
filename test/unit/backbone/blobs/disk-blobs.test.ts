import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ChunkCorrupt } from '../../../../backbone/blobs/blob-store.port.ts'
import { diskBlobs } from '../../../../backbone/blobs/disk-blobs.ts'
import { SealBroken } from '../../../../backbone/sealing/node-key.ts'
import { sha256Hex } from '../../../../shared/kernel/hash.ts'
import { aNodeKey } from '../../../builders/node-key.ts'
import { temporaryFolder } from '../../../fakes/temporary-folder.ts'

const CONTENT = new TextEncoder().encode('%PDF-1.7 trích yếu của công văn')
const CHUNK = sha256Hex(CONTENT)

async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name))
}

it('keeps a chunk sealed, under a name that does not tell its hash', async () => {
  const folder = await temporaryFolder()
  const key = aNodeKey()
  await diskBlobs(folder, key).putChunk('snv', CHUNK, CONTENT)
  const [file = ''] = await filesIn(folder)
  expect(file).not.toContain(CHUNK.slice(0, 8))
  expect((await readFile(file)).includes('trích yếu')).toBe(false)
  expect(Uint8Array.from(await diskBlobs(folder, key).readChunk('snv', CHUNK))).toEqual(CONTENT)
  await expect(diskBlobs(folder, key).readChunk('sxd', CHUNK)).rejects.toThrow()
  await expect(diskBlobs(folder, aNodeKey()).readChunk('snv', CHUNK)).rejects.toThrow()
})

it('takes nothing under another hash', async () => {
  const blobs = diskBlobs(await temporaryFolder(), aNodeKey())
  await expect(blobs.putChunk('snv', sha256Hex('x'), CONTENT)).rejects.toThrow(ChunkCorrupt)
})

it('refuses a chunk that was changed or put in the place of another, with the cause', async () => {
  const folder = await temporaryFolder()
  const blobs = diskBlobs(folder, aNodeKey())
  await blobs.putChunk('snv', CHUNK, CONTENT)
  const [first = ''] = await filesIn(folder)
  const other = new TextEncoder().encode('khác')
  await blobs.putChunk('snv', sha256Hex(other), other)
  const second = (await filesIn(folder)).find((one) => one !== first) ?? ''
  const sealed = await readFile(first)
  await writeFile(first, await readFile(second))
  await expect(blobs.readChunk('snv', CHUNK)).rejects.toThrow(SealBroken)
  sealed[20] = (sealed[20] ?? 0) ^ 1
  await writeFile(first, sealed)
  await expect(blobs.readChunk('snv', CHUNK)).rejects.toMatchObject({
    name: 'SealBroken',
    cause: expect.any(Error) as Error,
  })
})
