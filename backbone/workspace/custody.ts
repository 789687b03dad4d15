import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { toBase64 } from '#shared/kernel/bytes.ts'
import { parseAccessText } from '#shared/log/access.ts'
import { parseCommandText, type AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { CustodyLine } from '#shared/protocol/custody.ts'
import type { StoredAccess } from '../engine/access-store.port.ts'
import type { Engine, StoredEntry } from '../engine/engine.port.ts'
import type { NodeIdentity } from '../node-identity.ts'
import { postsOf } from './posts-of.ts'
import { accessLines, readableAccesses, type AccessedRef } from './read-accesses.ts'
import { readerAt } from './reader.ts'
import { proofOf, signHead } from './tree-heads.ts'
import type { Workspace } from './workspace.ts'

export interface CustodyDeps {
  readonly engine: Engine
  readonly identity: NodeIdentity
}

/**
 * The chain of custody of one document or letter for a person who may see it: its own entries, those of its dispatch, tasks and number as
 * far as the person may see them, and the posts and device keys of everybody who acted; for whoever may read them also its accesses. Undefined
 * when the person may not see it.
 */
export async function custodyOf(
  deps: CustodyDeps,
  workspace: Workspace,
  person: string,
  ref: AccessedRef,
): Promise<AsyncGenerator<CustodyLine> | undefined> {
  const { seq } = workspace.head()
  const reader = readerAt(deps.engine, workspace, person, seq)
  if ((await reader.openSince(ref)) === Infinity) return undefined
  // Whoever sees an aggregate sees all of it, as the feed grants it: also who was appointed before them.
  const visible = async (one: AggregateRef): Promise<readonly StoredEntry[]> =>
    (await reader.openSince(one)) === Infinity ? [] : deps.engine.history(workspace.id, one, 0, seq)
  const acts = (await Promise.all((await partsOf(deps.engine, workspace, ref)).map(visible))).flat()
  const numbering = await numbersOf(visible, deps.engine, workspace, ref)
  const accesses = await accessesFor(deps.engine, workspace, person, ref)
  const who = unique([...actorsOf([...acts, ...numbering]), ...accessorsOf(workspace, accesses)])
  const people = await Promise.all(who.map(visible))
  return chain(deps, workspace, ref, [...acts, ...numbering, ...people.flat()], accesses)
}

/** None for a person who may not read them. */
async function accessesFor(
  engine: Engine,
  workspace: Workspace,
  person: string,
  ref: AccessedRef,
): Promise<readonly StoredAccess[]> {
  const accesses = await readableAccesses(engine, workspace, person, ref)
  return 'rule' in accesses ? [] : accesses
}

async function* chain(
  { engine, identity }: CustodyDeps,
  workspace: Workspace,
  ref: AggregateRef,
  entries: readonly StoredEntry[],
  accesses: readonly StoredAccess[],
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
  yield* accessLines(identity, workspace, accesses)
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
  return entries
    .filter((one) => !one.erased)
    .flatMap(({ entry: { command } }): AggregateRef[] => [
      { kind: 'device', id: command.key },
      { kind: 'post', id: parseCommandText(command.text).actor.post },
    ])
}

/** The same of whoever accessed it; the posts that they hold, or held last. */
function accessorsOf(workspace: Workspace, accesses: readonly StoredAccess[]): readonly AggregateRef[] {
  return accesses.flatMap(({ record }): AggregateRef[] => [
    { kind: 'device', id: record.key },
    ...lastPostsOf(workspace, parseAccessText(record.text).person),
  ])
}

function lastPostsOf(workspace: Workspace, person: string): readonly AggregateRef[] {
  const changes = workspace.principalChangesOf(person, 0, workspace.head().seq)
  const last = changes.findLast((seq) => workspace.principalsOf(person, seq).length > 0)
  return postsOf(workspace, person, last).map((id) => ({ kind: 'post', id }))
}

const unique = (refs: readonly AggregateRef[]): readonly AggregateRef[] => [
  ...new Map(refs.map((ref) => [aggregateKey(ref), ref])).values(),
]
