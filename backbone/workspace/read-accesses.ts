import { decideReadAccesses, decideReadFiles, type Accessed } from '#shared/domain/accesses/access-readers.ts'
import type { Decision, Refusal } from '#shared/domain/decision.ts'
import { toBase64 } from '#shared/kernel/bytes.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { accessHeadText, parseAccessText, subjectKey, type AccessHead } from '#shared/log/access.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { CustodyLine } from '#shared/protocol/custody.ts'
import type { StoredAccess } from '../engine/access-store.port.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { NodeIdentity } from '../node-identity.ts'
import { isMeant } from './audience.ts'
import type { Workspace } from './workspace.ts'

/** What has an access log here. */
export interface AccessedRef {
  readonly kind: Accessed['kind']
  readonly id: string
}

/** Whether a person who sees this may also read who accessed it. */
async function mayReadAccesses(
  engine: Engine,
  workspace: Workspace,
  person: string,
  ref: AccessedRef,
): Promise<Decision<never>> {
  const kept = await engine.state(workspace.id, ref)
  const of = { kind: ref.kind, state: JSON.parse(kept?.json ?? '{}') as unknown } as Accessed
  const principals = workspace.principalsOf(person)
  return decideReadAccesses(of, (audience) => isMeant(principals, audience))
}

/**
 * The accesses of a document or letter that a person may read: of a file that lay elsewhere before, only if its access log there is theirs to
 * read too, so that nobody comes to it by naming the file in a draft of their own. A refusal: not even its own.
 */
export async function readableAccesses(
  engine: Engine,
  workspace: Workspace,
  person: string,
  ref: AccessedRef,
): Promise<readonly StoredAccess[] | Refusal> {
  const own = await mayReadAccesses(engine, workspace, person, ref)
  if (own.kind === 'refused') return own.refusal
  const all = await engine.accesses.of(workspace.id, ref)
  const owners = new Map(all.map(({ owner }) => [aggregateKey(owner), owner]))
  const readable = new Set<string>()
  for (const [key, owner] of owners) {
    const decision = isAccessed(owner)
      ? await mayReadAccesses(engine, workspace, person, owner)
      : decideReadFiles((audience) => isMeant(workspace.principalsOf(person), audience))
    if (decision.kind === 'events') readable.add(key)
  }
  return all.flatMap(({ owner, ...access }) => (readable.has(aggregateKey(owner)) ? [access] : []))
}

const isAccessed = (ref: AggregateRef): ref is AccessedRef => ref.kind === 'letter' || ref.kind === 'document'

/** The accesses of a document or letter as lines of its chain of custody: those of a subject in order, then the node's word on them. */
export function accessLines(
  identity: NodeIdentity,
  workspace: Workspace,
  accesses: readonly StoredAccess[],
): readonly CustodyLine[] {
  const lines: CustodyLine[] = []
  accesses.forEach(({ link, ...kept }, index) => {
    lines.push({ item: 'access', ...kept })
    const next = accesses[index + 1]
    const { subject } = parseAccessText(kept.record.text)
    const goesOn =
      next !== undefined && subjectKey(parseAccessText(next.record.text).subject) === subjectKey(subject)
    if (goesOn) return
    const head: Omit<AccessHead, 'signature'> = {
      workspace: workspace.id,
      subject,
      count: kept.number,
      link: toBase64(link),
      at: instantFrom(workspace.head().nowMs),
      key: identity.keyId,
    }
    const signature = toBase64(identity.sign(accessHeadText(head)))
    lines.push({ item: 'access-head', head: { ...head, signature } })
  })
  return lines
}
