import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { app } from './app.ts'

const ALGORITHM = 'aes-256-gcm'
const VERSION = Buffer.from('host1')
const IV_LENGTH = 12
const TAG_LENGTH = 16

let key: Promise<Buffer> | undefined

/** The key lies beside the data, readable by this user only: no more than Electron's own `basic_text`. */
async function loadKey(): Promise<Buffer> {
  const file = path.join(app.getPath('userData'), 'host-safe-storage.key')
  await mkdir(path.dirname(file), { recursive: true })
  try {
    const handle = await open(file, 'wx', 0o600)
    const fresh = randomBytes(32)
    await handle.writeFile(fresh)
    await handle.sync()
    await handle.close()
    return fresh
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readFile(file)
  }
}

export const safeStorage = {
  getSelectedStorageBackend: () => 'basic_text' as const,
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  async encryptStringAsync(text: string): Promise<Buffer> {
    const iv = randomBytes(IV_LENGTH)
    const cipher = createCipheriv(ALGORITHM, await (key ??= loadKey()), iv)
    const sealed = [cipher.update(text, 'utf8'), cipher.final()]
    return Buffer.concat([VERSION, iv, ...sealed, cipher.getAuthTag()])
  },
  async decryptStringAsync(sealed: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> {
    const bytes = Buffer.from(sealed)
    if (!bytes.subarray(0, VERSION.length).equals(VERSION)) throw new Error('Not sealed on this machine.')
    const start = VERSION.length + IV_LENGTH
    const decipher = createDecipheriv(
      ALGORITHM,
      await (key ??= loadKey()),
      bytes.subarray(VERSION.length, start),
    )
    decipher.setAuthTag(bytes.subarray(-TAG_LENGTH))
    const result =
      decipher.update(bytes.subarray(start, -TAG_LENGTH), undefined, 'utf8') + decipher.final('utf8')
    return { shouldReEncrypt: false, result }
  },
}
