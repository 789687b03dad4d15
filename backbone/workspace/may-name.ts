import { deciders } from '#shared/domain/deciders.ts'
import { NODE_ACTOR } from '#shared/domain/authority.ts'
import type { BlobIndex } from '../engine/blob-index.port.ts'
import { isMeant } from './audience.ts'
import type { Ledger } from './ledger.ts'

/**
 * Whether a person may name a file in an entry, and so read it from then on: whoever brought it or may read it already. Otherwise whoever
 * knows the hash of a file could put it into an entry of their own and fetch it. A file of the node's own that nobody names yet is free.
 */
export async function mayName(
  { blobs, ledger }: { readonly blobs: BlobIndex; readonly ledger: Ledger },
  person: string,
  sha256: string,
): Promise<boolean> {
  const { workspace, seq } = ledger
  if (await blobs.isUploader(workspace, sha256, person)) return true
  const principals = ledger.principals.at(person, seq)
  const naming = await blobs.namedBy(workspace, sha256)
  for (const ref of naming) {
    const { state } = await ledger.states.load(ref, seq)
    if (state !== undefined && isMeant(principals, deciders[ref.kind].audienceOf(state))) return true
  }
  return naming.length === 0 && (await blobs.isUploader(workspace, sha256, NODE_ACTOR.person))
}
