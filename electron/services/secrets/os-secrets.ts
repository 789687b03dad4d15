import path from 'node:path'
import { AppError } from '#shared/errors/app-error.ts'
import { fromBase64, toBase64 } from '#shared/kernel/bytes.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import type { Files } from '../files/files.port.ts'
import type { Sealer, Secrets } from './secrets.port.ts'

/** One sealed file a secret, under the hash of its name; the name is sealed with it, so that files cannot be exchanged. */
export function osSecrets(folder: string, files: Files, sealer: Sealer): Secrets {
  const made = new Map<string, Promise<Uint8Array>>()
  const fileOf = (name: string): string => path.join(folder, `${sha256Hex(name).slice(0, 32)}.sealed`)

  async function sealing<T>(act: () => Promise<T>): Promise<T> {
    try {
      if (await sealer.isAvailable()) return await act()
    } catch (error) {
      throw new AppError('secrets-unavailable', {}, { cause: error })
    }
    throw new AppError('secrets-unavailable')
  }

  async function read(name: string): Promise<Uint8Array | undefined> {
    const sealed = await files.read(fileOf(name))
    if (sealed === undefined) return undefined
    const text = await sealing(() => sealer.open(sealed))
    if (!text.startsWith(`${name}\n`)) throw new AppError('secrets-unavailable')
    return fromBase64(text.slice(name.length + 1))
  }

  async function write(name: string, secret: Uint8Array): Promise<void> {
    const sealed = await sealing(() => sealer.seal(`${name}\n${toBase64(secret)}`))
    await files.write(fileOf(name), sealed)
  }

  async function readOrWrite(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const kept = await read(name)
    if (kept !== undefined) return kept
    const fresh = await make()
    await write(name, fresh)
    return fresh
  }

  return {
    read,
    write,
    readOrMake(name, make) {
      const running = made.get(name) ?? readOrWrite(name, make)
      made.set(name, running)
      const forget = (): void => void made.delete(name)
      running.then(forget, forget)
      return running
    },
    remove: (name) => files.remove(fileOf(name)),
  }
}
