import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { NodeKey } from './node-key.ts'

/** Few small files of a folder, each sealed under a keyed name: nobody is named on disk. */
export interface SealedFiles {
  /** Undefined when there is none. Rejects with `SealBroken`. */
  read(name: string): Promise<Uint8Array | undefined>
  /** Whole or not at all, and on disk when resolved; readable by its owner only. */
  write(name: string, content: Uint8Array | string): Promise<void>
  /** What is not there is no error. */
  remove(name: string): Promise<void>
}

export function sealedFiles(folder: string, key: NodeKey): SealedFiles {
  const seal = key.sealFor('keys')
  const pathOf = (name: string): string => join(folder, seal.name(name))
  return {
    read: async (name) => {
      const sealed = await readFile(pathOf(name)).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      })
      return sealed === undefined ? undefined : seal.open(['key file', name], sealed)
    },
    write: async (name, content) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(`${pathOf(name)}.new`, 'w', 0o600)
      try {
        await file.writeFile(seal.seal(['key file', name], content))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${pathOf(name)}.new`, pathOf(name))
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  }
}
