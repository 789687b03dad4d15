import { isTooEarly, type SubmitAnswer } from '#shared/protocol/commands.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import type { Changes } from '../database/changes.ts'
import type { Office } from '../database/office.ts'
import { NOT_YET, UPLOAD_FAILED } from '../database/outbox-reader.ts'
import type { OutboxItem } from '../database/repositories/outbox-repository.ts'
import { backOffMs } from './back-off.ts'
import { noteAnswer, type Answered } from './contact.ts'
import type { DeskIdentity } from './identity.ts'
import type { DeskPorts } from './ports.ts'
import { answerOf, NoAnswer } from './no-answer.ts'
import { sendable } from './sendable.ts'
import { needingAttention, showAgain } from './show-again.ts'

export interface RunnerDeps {
  readonly office: Office
  readonly identity: DeskIdentity
  readonly ports: Pick<DeskPorts, 'backbone' | 'files' | 'clock' | 'random'>
}

/**
 * Sends everything that may go out. Only one runner may be at work: what it finds as `sending` was left by one that died, and is sent again,
 * since the node knows the id. Rejects with `NoAnswer`; then what was sent is queued again with a back-off.
 Answers whether
 * anything was sent.
 */
export async function flushOutbox(deps: RunnerDeps, isHurried: boolean): Promise<boolean> {
  await queueLeftOvers(deps)
  const uploaded = new Set<string>()
  const tried = new Set<string>()
  let hasSent = false
  for (;;) {
    const outbox = await deps.office.outbox.withStatus('queued', 'accepted')
    const due = sendable(outbox, deps.ports.clock.now(), isHurried, tried)
    const ready = await withFiles(deps, due, uploaded)
    due.forEach((item) => tried.add(item.id))
    const batch = await markSending(deps, ready)
    if (batch.length === 0) return hasSent
    hasSent = true
    await send(deps, batch)
  }
}

async function send(deps: RunnerDeps, batch: readonly OutboxItem[]): Promise<void> {
  const { ports, identity } = deps
  const askedMs = ports.clock.now()
  let answer: SubmitAnswer
  try {
    answer = await answerOf(() =>
      ports.backbone.submitCommands({
        workspace: identity.workspace,
        commands: batch.map((item) => item.command),
      }),
    )
  } catch (error) {
    if (error instanceof NoAnswer) await queueAgain(deps, batch, error)
    throw error
  }
  await applyAnswer(deps, answer, { askedMs, answeredMs: ports.clock.now(), serverTime: answer.serverTime })
}

/** Those whose files are on the node. The others wait, and with them what comes behind. */
async function withFiles(
  deps: RunnerDeps,
  due: readonly OutboxItem[],
  uploaded: Set<string>,
): Promise<readonly OutboxItem[]> {
  const ready: OutboxItem[] = []
  const failed: OutboxItem[] = []
  const held = new Set<string>()
  for (const item of due) {
    const missing = item.blobs.filter((hash) => !uploaded.has(hash))
    const isBehind = held.has(item.key) || item.body.after.some((id) => held.has(id))
    if (!isBehind && (missing.length === 0 || (await upload(deps, missing)))) {
      missing.forEach((hash) => uploaded.add(hash))
      ready.push(item)
    } else {
      held.add(item.key).add(item.id)
      if (!isBehind) failed.push(item)
    }
  }
  if (failed.length > 0)
    await rewrite(deps, failed, (item) => ({
      ...item,
      lastError: UPLOAD_FAILED,
      nextAttemptAt: nextAttempt(deps, 4),
    }))
  return ready
}

async function upload({ ports }: RunnerDeps, hashes: readonly string[]): Promise<boolean> {
  try {
    await ports.files.ensureUploaded(hashes)
    return true
  } catch {
    // Whatever kept the files from the node, the act waits with the reason "upload" and is tried again.
    return false
  }
}

function markSending(deps: RunnerDeps, items: readonly OutboxItem[]): Promise<readonly OutboxItem[]> {
  return rewrite(deps, items, (item) =>
    item.status === 'queued' ? { ...item, status: 'sending', attempts: item.attempts + 1 } : undefined,
  )
}

async function queueLeftOvers(deps: RunnerDeps): Promise<void> {
  await rewrite(deps, await deps.office.outbox.withStatus('sending'), (item) => ({
    ...item,
    status: 'queued',
  }))
}

async function queueAgain(
  deps: RunnerDeps,
  batch: readonly OutboxItem[],
  { reason }: NoAnswer,
): Promise<void> {
  await rewrite(deps, batch, (item) =>
    item.status === 'sending'
      ? {
          ...item,
          status: 'queued',
          lastError: reason,
          nextAttemptAt: nextAttempt(deps, item.attempts),
        }
      : undefined,
  )
}

/** Changes items as they are now; `undefined` leaves one alone. Answers those that were changed. */
function rewrite(
  { office }: RunnerDeps,
  items: readonly OutboxItem[],
  change: (item: OutboxItem) => OutboxItem | undefined,
): Promise<readonly OutboxItem[]> {
  if (items.length === 0) return Promise.resolve([])
  return office.store.write(async (changes) => {
    const changed: OutboxItem[] = []
    for (const { id } of items) {
      const now = await office.outbox.get(id)
      const after = now && change(now)
      if (after === undefined) continue
      office.outbox.put(changes, after)
      changed.push(after)
    }
    return changed
  })
}

const nextAttempt = ({ ports }: RunnerDeps, attempts: number): number =>
  ports.clock.now() + backOffMs(attempts, ports.random(4))

/** What became of the commands, in one transaction with what is shown then. An answer that comes twice changes nothing. */
function applyAnswer(deps: RunnerDeps, answer: SubmitAnswer, answered: Answered): Promise<void> {
  const { office, ports } = deps
  return office.store.write(async (changes) => {
    const { cursor, isHealing } = await office.meta.position()
    const before = await office.outbox.all()
    const outcomes = new Map(answer.outcomes.map((outcome) => [outcome.id, outcome]))
    const outbox: OutboxItem[] = []
    const touched: AggregateRef[] = []
    const goAgain = new Set<string>()
    for (const item of before) {
      const outcome = item.status === 'sending' ? outcomes.get(item.id) : undefined
      const after = outcome === undefined ? item : afterOutcome(deps, item, outcome, { cursor, goAgain })
      if (outcome !== undefined && after?.status === 'queued') goAgain.add(item.id).add(item.key)
      if (after === undefined) changes.delete('outbox', item.id)
      else outbox.push(after)
      if (after === item) continue
      if (after !== undefined) office.outbox.put(changes, after)
      if (after?.status !== 'accepted') touched.push(item.body.aggregate)
    }
    await keepMine(
      office,
      changes,
      outbox.filter((item) => item.status === 'attention' && outcomes.has(item.id)),
    )
    if (touched.length > 0)
      await showAgain(office, changes, {
        confirmed: new Map(),
        outbox,
        touched,
        givenUp: [],
        nowMs: ports.clock.now(),
        isHealing,
      })
    await noteAnswer(office, changes, answered)
  })
}

/** Undefined: it is through, and the log brought it here already. `goAgain`: ids and keys of what goes again before it. */
function afterOutcome(
  deps: RunnerDeps,
  item: OutboxItem,
  outcome: SubmitAnswer['outcomes'][number],
  { cursor, goAgain }: { readonly cursor: number; readonly goAgain: ReadonlySet<string> },
): OutboxItem | undefined {
  if (outcome.outcome === 'accepted')
    return outcome.seq <= cursor ? undefined : { ...item, status: 'accepted', acceptedSeq: outcome.seq }
  const isOthers = item.offeredAgain && item.body.actor.person !== deps.identity.person
  if (isOthers) return undefined
  const nowMs = deps.ports.clock.now()
  const isBehind = goAgain.has(item.key) || item.body.after.some((id) => goAgain.has(id))
  if (isTooEarly(outcome) || (isBehind && outcome.outcome === 'refused'))
    return { ...item, status: 'queued', lastError: NOT_YET, nextAttemptAt: 0 }
  if (outcome.outcome === 'refused') {
    const { rule, facts } = outcome
    return needingAttention(item, { kind: 'refused', by: 'node', rule, facts }, null, nowMs)
  }
  if (outcome.code === 'blob-missing')
    return {
      ...item,
      status: 'queued',
      lastError: UPLOAD_FAILED,
      nextAttemptAt: nextAttempt(deps, item.attempts),
    }
  return needingAttention(item, { kind: 'rejected', code: outcome.code }, null, nowMs)
}

/** Keeps what was shown with an act that the node refused, before it is taken back. */
async function keepMine(office: Office, changes: Changes, items: readonly OutboxItem[]): Promise<void> {
  const refused = items.filter((item) => item.attention?.mine === null && item.waits === null)
  const records = await office.aggregates.getMany(refused.map((item) => item.key))
  for (const item of refused)
    if (item.attention !== null)
      office.outbox.put(changes, {
        ...item,
        attention: { ...item.attention, mine: records.get(item.key)?.shown ?? null },
      })
}
