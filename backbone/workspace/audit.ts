import { toBase64 } from '#shared/kernel/bytes.ts'
import { isPrivateKind } from '#shared/log/command.ts'
import type { AuditLine } from '#shared/protocol/audit.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { NodeIdentity } from '../node-identity.ts'
import { readerAt } from './reader.ts'
import { signHead } from './tree-heads.ts'
import type { Workspace } from './workspace.ts'

const PAGE = 500

/**
 * The whole log, for whoever checks it: everything to the operator (`person` undefined), to a person what they may see, else
 * leaves; of private notes leaves to everybody.
 */
export async function* auditLog(
  engine: Engine,
  identity: NodeIdentity,
  workspace: Workspace,
  person: string | undefined,
): AsyncGenerator<AuditLine> {
  const { seq: headSeq, epoch, nowMs } = workspace.head()
  yield { item: 'log', version: 1, workspace: workspace.id, nodeKey: toBase64(identity.publicKey) }
  const reader = person === undefined ? undefined : readerAt(engine, workspace, person, headSeq)
  for (let after = 0; after < headSeq;) {
    const page = await engine.entries(workspace.id, after, Math.min(PAGE, headSeq - after))
    for (const { entry, aggregate, leaf, erased } of page) {
      const isShown = !erased && (reader === undefined || (await reader.openSince(aggregate)) !== Infinity)
      const mark = { seq: entry.seq, leaf: toBase64(leaf) }
      if (isPrivateKind(aggregate.kind)) yield { item: 'private', ...mark }
      else yield isShown ? { item: 'entry', entry } : { item: 'leaf', ...mark }
      after = entry.seq
    }
    if (page.length === 0) break
  }
  const head = await signHead(engine, identity, { workspace: workspace.id, epoch, size: headSeq, nowMs })
  yield { item: 'head', head }
}
