import type { Device } from '#shared/domain/directory/directory.ts'
import { bytesOf } from '#shared/kernel/bytes-of.ts'
import { deviceKeyId } from '#shared/log/device-key.ts'
import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'
import type { TreeHead } from '#shared/log/tree-head.ts'
import { treeHeadText } from '#shared/log/tree-head.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import { FeedCheckFailed } from './feed-check.ts'
import type { ReadEntry } from './read-entry.ts'

const encoder = new TextEncoder()

/** Devices by key of their aggregate, as the log names them. */
export type DeviceLook = (key: string) => Device | undefined

/** The key that may have signed a command: the node's own, or of a device that the log certifies for the person who acts. */
export function signerOf({ entry, person }: ReadEntry, nodeKey: Uint8Array, device: DeviceLook): Uint8Array {
  const { key } = entry.command
  const isNodes = key === deviceKeyId(nodeKey)
  const publicKey = isNodes ? (person === 'node' ? nodeKey : undefined) : keyOf(device, key, person)
  if (publicKey === undefined) throw new FeedCheckFailed('unknown-device', entry.seq)
  return publicKey
}

/** Checks the signature over a command's verbatim text. */
export async function checkCommand(
  { entry }: ReadEntry,
  publicKey: Uint8Array,
  verifier: Ed25519Verifier,
): Promise<void> {
  const { text, signature } = entry.command
  const isGood = await verifier.verify(publicKey, encoder.encode(text), bytesOf(signature))
  if (!isGood) throw new FeedCheckFailed('command-signature', entry.seq)
}

/** Checks the node's signature under a head. */
export async function checkHead(
  head: TreeHead,
  nodeKey: Uint8Array,
  verifier: Ed25519Verifier,
): Promise<void> {
  const isNodes = head.key === deviceKeyId(nodeKey)
  const isGood =
    isNodes && (await verifier.verify(nodeKey, encoder.encode(treeHeadText(head)), bytesOf(head.signature)))
  if (!isGood) throw new FeedCheckFailed('head-signature', head.size)
}

/** Key in maps and tables of the device with this key id. */
const deviceAggregate = (keyId: string): string => aggregateKey({ kind: 'device', id: keyId })

function keyOf(device: DeviceLook, keyId: string, person: string): Uint8Array | undefined {
  const known = device(deviceAggregate(keyId))
  if (known?.person !== person) return undefined
  const publicKey = bytesOf(known.key)
  return deviceKeyId(publicKey) === keyId ? publicKey : undefined
}
