import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { NodeKey } from '../sealing/node-key.ts'
import { ChunkCorrupt, type BlobStore } from './blob-store.port.ts'

const PLACE = 'chunk'
const CHUNK_NAME = /^[0-9a-f]{64}$/
const WORKSPACE_NAME = /^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/

/**
 * Chunks as sealed files under keyed names: written beside, flushed, renamed; so a name that exists holds all of its bytes. Unflushed only
 * for what is made again after a crash. Reading rejects with `SealBroken` on a file that was changed or moved.
 */
export function diskBlobs(directory: string, key: NodeKey, { isFlushed = true } = {}): BlobStore {
  const seal = key.sealFor('blobs')
  const placeOf = (workspace: string, chunk: string): { folder: string; path: string } => {
    if (!CHUNK_NAME.test(chunk) || !WORKSPACE_NAME.test(workspace)) throw new RangeError('not a chunk name')
    const name = seal.name(workspace, chunk)
    const folder = join(directory, workspace, name.slice(0, 2))
    return { folder, path: join(folder, name) }
  }
  return {
    putChunk: async (workspace, chunk, bytes) => {
      if (createHash('sha256').update(bytes).digest('hex') !== chunk) throw new ChunkCorrupt(chunk)
      const { folder, path } = placeOf(workspace, chunk)
      if (await exists(path)) return
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const beside = join(folder, `${randomUUID()}.part`)
      try {
        const file = await open(beside, 'wx', 0o600)
        try {
          await file.writeFile(seal.seal([PLACE, workspace, chunk], bytes))
          if (isFlushed) await file.sync()
        } finally {
          await file.close()
        }
        await rename(beside, path)
        if (isFlushed) await flushFolder(folder)
      } catch (error) {
        await rm(beside, { force: true })
        throw error
      }
    },
    readChunk: async (workspace, chunk) =>
      seal.open([PLACE, workspace, chunk], await readFile(placeOf(workspace, chunk).path)),
    hasChunk: (workspace, chunk) => exists(placeOf(workspace, chunk).path),
    removeChunk: async (workspace, chunk) => {
      const { folder, path } = placeOf(workspace, chunk)
      if (!(await exists(path))) return
      await rm(path, { force: true })
      if (isFlushed) await flushFolder(folder)
    },
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
      throw error
    },
  )
}

/** Makes the rename itself durable; Windows knows no handles on folders and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
