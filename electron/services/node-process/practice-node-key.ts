import { randomBytes } from 'node:crypto'
import { toBase64 } from '#shared/kernel/bytes.ts'
import type { Secrets } from '../secrets/secrets.port.ts'
import type { NodeKeySource } from './practice-node.ts'

const NAME = 'practice node key'
const KEY_BYTES = 32

/** The key of the practice node's data: kept among the secrets and made at the first start, unless the environment names a key file. */
export function practiceNodeKey(
  secrets: Secrets,
  environment: NodeJS.ProcessEnv,
): () => Promise<NodeKeySource> {
  const file = environment['CONGSO_NODE_KEY_FILE']
  if (file !== undefined) return () => Promise.resolve({ file })
  return async () => ({
    base64: toBase64(
      await secrets.readOrMake(NAME, () => Promise.resolve(new Uint8Array(randomBytes(KEY_BYTES)))),
    ),
  })
}
