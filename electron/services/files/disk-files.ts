import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '#shared/errors/app-error.ts'
import type { Files } from './files.port.ts'

const UNFINISHED = '.unfinished'

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

function asDiskError(error: unknown): unknown {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '')
    ? new AppError('disk-full', {}, { cause: error })
    : error
}

/** Without this the new name may be gone after a power cut. Folders cannot be opened on Windows, where the rename is journaled. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function writeBeside(target: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  const folder = path.dirname(target)
  const beside = `${target}.${randomBytes(6).toString('hex')}${UNFINISHED}`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(beside, 'wx', 0o600)
    try {
      await fill(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, target)
    await flushFolder(folder)
  } catch (error) {
    await rm(beside, { force: true })
    throw asDiskError(error)
  }
}

export const diskFiles: Files = {
  async read(file) {
    try {
      return new Uint8Array(await readFile(file))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
  },
  write: (file, content) => writeBeside(file, (handle) => handle.writeFile(content)),
  writeParts: (file, parts) =>
    writeBeside(file, async (handle) => {
      for await (const part of parts) await handle.writeFile(part)
    }),
  remove: (target) => rm(target, { recursive: true, force: true, maxRetries: 3 }),
  async list(folder) {
    try {
      return (await readdir(folder)).filter((name) => !name.endsWith(UNFINISHED))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  },
}
