import type { Device } from '#shared/domain/directory/directory.ts'
import { fromBase64 } from '#shared/kernel/bytes.ts'
import { bytesOf } from '#shared/kernel/bytes-of.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { readAccessText, type SignedAccess } from '#shared/log/access.ts'
import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'
import type { AccessOutcome } from '#shared/protocol/accesses.ts'
import type { NewAccess } from '../engine/access-store.port.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Workspace } from './workspace.ts'

export interface TakeAccessesDeps {
  readonly engine: Engine
  readonly verifier: Ed25519Verifier
}

type Rejected = Extract<AccessOutcome, { outcome: 'rejected' }>
const rejected = (code: Rejected['code']): Rejected => ({ outcome: 'rejected', code })

/**
 * Keeps what a person says to have accessed, if a device of theirs signed it. Whether they still may see it, and whether the device has lapsed
 * since, is not asked: it was accessed all the same.
 */
export async function takeAccesses(
  { engine, verifier }: TakeAccessesDeps,
  workspace: Workspace,
  person: string,
  records: readonly SignedAccess[],
): Promise<readonly AccessOutcome[]> {
  const judged = await Promise.all(records.map((record) => judge(verifier, workspace, person, record)))
  const good = judged.filter((one): one is NewAccess => 'record' in one)
  const receivedAt = instantFrom(workspace.head().nowMs)
  const added = (await engine.accesses.add(workspace.id, receivedAt, good)).values()
  return judged.map((one) => {
    if (!('record' in one)) return one
    const answer = added.next().value ?? 'id-conflict'
    return answer === 'id-conflict' ? rejected(answer) : { outcome: 'kept', again: answer === 'again' }
  })
}

async function judge(
  verifier: Ed25519Verifier,
  workspace: Workspace,
  person: string,
  record: SignedAccess,
): Promise<NewAccess | Rejected> {
  const body = readAccessText(record.text)
  if (body === undefined) return rejected('unreadable')
  if (body.workspace !== workspace.id) return rejected('wrong-workspace')
  if (body.person !== person) return rejected('wrong-person')
  const device = (await workspace.state({ kind: 'device', id: record.key })) as Device | undefined
  if (device?.person !== person) return rejected('unknown-device')
  const message = new TextEncoder().encode(record.text)
  const isGood = await verifier.verify(fromBase64(device.key), message, bytesOf(record.signature))
  return isGood ? { body, record } : rejected('bad-signature')
}
