import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { toBase64 } from '#shared/kernel/bytes.ts'
import { parseCommandText, type AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { CustodyLine } from '#shared/protocol/custody.ts'
import type { Engine, StoredEntry } from '../engine/engine.port.ts'
import type { NodeIdentity } from '../node-identity.ts'
import { readerAt } from './reader.ts'
import { proofOf, signHead } from './tree-heads.ts'
import type { Workspace } from './workspace.ts'

export interface CustodyDeps {
  readonly engine: Engine
  readonly identity: NodeIdentity
}

/**
 * The chain of custody of one document or letter for a person who may see it: its own entries, those of its dispatch, tasks and number as
 * far as the person may see them, and the posts and device keys of everybody who acted. Undefined when the person may not see it.
 */
export async function custodyOf(
  deps: CustodyDeps,
  workspace: Workspace,
  person: string,
  ref: AggregateRef,
): Promise<AsyncGenerator<CustodyLine> | undefined> {
  const { seq } = workspace.head()
  const reader = readerAt(deps.engine, workspace, person, seq)
  if ((await reader.openSince(ref)) === Infinity) return undefined
  const visible = async (one: AggregateRef): Promise<readonly StoredEntry[]> => {
    const since = await reader.openSince(one)
    const history = await deps.engine.history(workspace.id, one, 0, seq)
    return history.filter((entry) => entry.entry.seq >= since)
  }
  const acts = (await Promise.all((await partsOf(deps.engine, workspace, ref)).map(visible))).flat()
  const numbering = await numbersOf(visible, deps.engine, workspace, ref)
  const people = await Promise.all(actorsOf([...acts, ...numbering]).map(visible))
  return chain(deps, workspace, ref, [...acts, ...numbering, ...people.flat()])
}

async function* chain(
  { engine, identity }: CustodyDeps,
  workspace: Workspace,
  ref: AggregateRef,
  entries: readonly StoredEntry[],
): AsyncGenerator<CustodyLine> {
  const { seq: size, epoch, nowMs } = workspace.head()
  yield {
    item: 'custody',
    version: 1,
    workspace: workspace.id,
    nodeKey: toBase64(identity.publicKey),
    aggregate: ref,
  }
  const inOrder = [...new Map(entries.map((one) => [one.entry.seq, one])).values()]
  inOrder.sort((a, b) => a.entry.seq - b.entry.seq)
  for (const { entry, leaf, erased } of inOrder) {
    const path = (await proofOf(engine, workspace.id, entry.seq, size)).map(toBase64)
    yield erased
      ? { item: 'erased', seq: entry.seq, leaf: toBase64(leaf), path }
      : { item: 'proven', entry, path }
  }
  yield {
    item: 'head',
    head: await signHead(engine, identity, { workspace: workspace.id, epoch, size, nowMs }),
  }
}

/** The document or letter, and the aggregates that exist only because of it. */
async function partsOf(engine: Engine, workspace: Workspace, ref: AggregateRef): Promise<AggregateRef[]> {
  const parts: AggregateRef[] = [ref, { kind: 'dispatch', id: ref.id }]
  for (const task of await engine.aggregates(workspace.id, 'task')) {
    const state = await engine.state(workspace.id, task)
    const { letter } = JSON.parse(state?.json ?? '{}') as { readonly letter?: string }
    if (letter === ref.id) parts.push(task)
  }
  return parts
}

/** The entries of the book that gave this subject its number. */
async function numbersOf(
  visible: (ref: AggregateRef) => Promise<readonly StoredEntry[]>,
  engine: Engine,
  workspace: Workspace,
  ref: AggregateRef,
): Promise<readonly StoredEntry[]> {
  const state = await engine.state(workspace.id, ref)
  const { number } = JSON.parse(state?.json ?? '{}') as Partial<Pick<OfficialDocument | Letter, 'number'>>
  if (number === undefined || number === null) return []
  const book = await visible({ kind: 'book', id: number.book })
  return book.filter(({ entry, erased }) => !erased && entry.command.text.includes(ref.id))
}

/** Posts and device keys of whoever signed these entries. */
function actorsOf(entries: readonly StoredEntry[]): readonly AggregateRef[] {
  const refs = entries
    .filter((one) => !one.erased)
    .flatMap(({ entry: { command } }): AggregateRef[] => [
      { kind: 'device', id: command.key },
      { kind: 'post', id: parseCommandText(command.text).actor.post },
    ])
  return [...new Map(refs.map((ref) => [aggregateKey(ref), ref])).values()]
}
