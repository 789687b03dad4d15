import { toHex } from '../../kernel/bytes.ts'
import { sha256Hex } from '../../kernel/hash.ts'
import type { SignatureCheck, SignatureCrypto } from './signature-crypto.port.ts'

/** The same cryptography, each signature checked once: the signatures of a file share chains, services and lists. */
export function rememberingCrypto(crypto: SignatureCrypto): SignatureCrypto {
  const known = new Map<string, Promise<boolean>>()
  return {
    digest: (name, parts) => crypto.digest(name, parts),
    verify: (check) => {
      const key = keyOf(check)
      const answer = known.get(key) ?? crypto.verify(check)
      known.set(key, answer)
      return answer
    },
  }
}

function keyOf({ scheme, publicKeyInfo, signature, signed }: SignatureCheck): string {
  return [JSON.stringify(scheme), toHex(signature), sha256Hex(publicKeyInfo), sha256Hex(signed)].join('\n')
}
