import { isAppError } from '#shared/errors/to-app-error.ts'
import { fromBase64, toBase64 } from '#shared/kernel/bytes.ts'
import { practiceTrust } from '#shared/protocol/practice.ts'
import type { TrustSnapshot } from '../foreign-files/foreign-files.port.ts'
import type { Secrets } from '../secrets/secrets.port.ts'

const NAME = 'practice trust'

const encode = (trust: TrustSnapshot): Uint8Array => {
  const { roots, intermediates, ocspResponses, crls } = trust
  const texts = {
    roots: roots.map(toBase64),
    intermediates: intermediates.map(toBase64),
    ocspResponses: ocspResponses.map(toBase64),
    crls: crls.map(toBase64),
  }
  return new TextEncoder().encode(JSON.stringify(texts))
}

function decode(content: Uint8Array): TrustSnapshot {
  const { roots, intermediates, ocspResponses, crls } = practiceTrust.parse(
    JSON.parse(new TextDecoder().decode(content)),
  )
  return {
    roots: roots.map(fromBase64),
    intermediates: intermediates.map(fromBase64),
    ocspResponses: ocspResponses.map(fromBase64),
    crls: crls.map(fromBase64),
  }
}

const NOBODY: TrustSnapshot = { roots: [], intermediates: [], ocspResponses: [], crls: [] }

/** What the node says of trust now; without it, what it said last. Nobody is believed before it was ever asked. */
export function keptTrust(secrets: Secrets, ask: () => Promise<TrustSnapshot>): () => Promise<TrustSnapshot> {
  return async () => {
    try {
      const trust = await ask()
      await secrets.write(NAME, encode(trust))
      return trust
    } catch (error) {
      if (!isAppError(error, 'offline')) throw error
      const kept = await secrets.read(NAME)
      return kept === undefined ? NOBODY : decode(kept)
    }
  }
}
