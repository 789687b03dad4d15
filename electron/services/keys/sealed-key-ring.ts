import { z } from 'zod'
import { AppError } from '#shared/errors/app-error.ts'
import { isAppError } from '#shared/errors/to-app-error.ts'
import { fromBase64, toBase64 } from '#shared/kernel/bytes.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import type { Secrets } from '../secrets/secrets.port.ts'
import { openPkcs12 } from '../signer/pkcs12-signer.ts'
import { SignerError, SignerErrorCode } from '../signer/signer-error.ts'
import { certificateFacts } from './certificate-facts.ts'
import type { KeyFile, KeyRing } from './key-ring.port.ts'

export interface SealedKeyRingOptions {
  readonly secrets: Secrets
  readonly person: string
  /** Where key files come from the first time. Throws AppError `offline`. */
  readonly fetch: () => Promise<readonly KeyFile[]>
}

/** Stored sealed: a change needs a reader for the old shape. */
const stored = z.array(
  z.strictObject({
    use: z.enum(['person', 'seal']),
    certificate: z.string(),
    file: z.string(),
    practicePin: z.string().nullable(),
  }),
)

function encode(files: readonly KeyFile[]): Uint8Array {
  const list = files.map(({ certificate, file, ...rest }) => {
    return { ...rest, certificate: toBase64(certificate), file: toBase64(file) }
  })
  return new TextEncoder().encode(JSON.stringify(list))
}

function decode(content: Uint8Array): KeyFile[] {
  const list = stored.parse(JSON.parse(new TextDecoder().decode(content)))
  return list.map(({ certificate, file, ...rest }) => {
    return { ...rest, certificate: fromBase64(certificate), file: fromBase64(file) }
  })
}

/** Key files of one person, sealed once more by the system, fetched once and kept for work without a network. */
export function sealedKeyRing({ secrets, person, fetch }: SealedKeyRingOptions): KeyRing {
  const name = `keys:${person}`

  async function files(): Promise<readonly KeyFile[]> {
    const kept = await secrets.read(name)
    if (kept !== undefined) return decode(kept)
    try {
      const fetched = await fetch()
      if (fetched.length > 0) await secrets.write(name, encode(fetched))
      return fetched
    } catch (error) {
      if (isAppError(error, 'offline')) return []
      throw error
    }
  }

  async function find(id: string): Promise<KeyFile | undefined> {
    return (await files()).find(({ certificate }) => sha256Hex(certificate) === id)
  }

  return {
    list: async () => (await files()).map(certificateFacts),
    practicePin: async (id) => (await find(id))?.practicePin ?? null,
    async open(id, pin) {
      const key = await find(id)
      if (key === undefined) throw new AppError('key-missing')
      try {
        return await openPkcs12(key.file, pin)
      } catch (error) {
        if (!(error instanceof SignerError)) throw error
        const code = error.code === SignerErrorCode.wrongPin ? 'wrong-pin' : 'key-missing'
        throw new AppError(code, {}, { cause: error })
      }
    },
  }
}
