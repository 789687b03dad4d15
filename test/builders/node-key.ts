import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { makeKeyFile, readKeyFile } from '../../backbone/sealing/key-file.ts'
import { nodeKey, type NodeKey } from '../../backbone/sealing/node-key.ts'

/** A key of the test's own. */
export const aNodeKey = (): NodeKey => nodeKey(Uint8Array.from(randomBytes(32)))

/** Where a profile that something else must read too keeps the key of its node. */
export const keyFileIn = (profile: string): string => path.join(profile, 'node.key')

/** Makes that key file; answers its path. */
export async function makeKeyFileIn(profile: string): Promise<string> {
  await makeKeyFile(keyFileIn(profile))
  return keyFileIn(profile)
}

export const nodeKeyIn = async (profile: string): Promise<NodeKey> =>
  nodeKey(await readKeyFile(keyFileIn(profile)))
