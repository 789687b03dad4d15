import { z } from 'zod'
import { parseCommandText, signedCommand, type CommandBody } from '#shared/log/command.ts'
import { rules, type RuleId } from '#shared/domain/law/rules.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Changes } from '../changes.ts'
import type { OfficeStore } from '../office-store.ts'
import { outboxStatuses, type OutboxRow, type OutboxStatus } from '../rows.ts'

const ruleId = z.custom<RuleId>((value) => typeof value === 'string' && Object.hasOwn(rules, value))

/** Why a person has to look: a rule forbids it (here or on the node), or the node could not read or believe it. */
const attentionCause = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('refused'),
    by: z.enum(['desk', 'node']),
    rule: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.strictObject({ kind: z.literal('rejected'), code: z.string() }),
])
export type AttentionCause = z.infer<typeof attentionCause>

/** Stored jobs are untrusted input: changing this needs a migration. */
const outboxContent = z.strictObject({
  version: z.literal(1),
  command: signedCommand,
  /** Keys of the aggregates the decision looked at, its own among them. */
  reads: z.array(z.string()),
  /** Files that must be on the node first. */
  blobs: z.array(z.string()),
  /** Types of the events the person saw happen; empty while it waits for the node's word. */
  eventTypes: z.array(z.string()),
  /** Rule for which its result waits for the node; null when the effect is shown at once. */
  waits: ruleId.nullable(),
  /** Times it was handed to the node without an answer. */
  attempts: z.int().nonnegative(),
  /** Not before this moment, ms. */
  nextAttemptAt: z.int().nonnegative(),
  /** Kept here until this moment, ms, so that it can be undone; 0 when it may go at once. Rows of before are not held. */
  heldUntil: z.int().nonnegative().default(0),
  lastError: z.string().nullable(),
  acceptedSeq: z.int().positive().nullable(),
  /** A command of the log offered again after the node came back from a backup; has no effect of its own here. */
  offeredAgain: z.boolean(),
  attention: z
    .strictObject({
      cause: attentionCause,
      at: z.string(),
      /** What was shown with this act; null when it had no effect or access was withdrawn. */
      mine: z.unknown(),
    })
    .nullable(),
})
type OutboxContent = z.infer<typeof outboxContent>
const contentKeys = Object.keys(outboxContent.shape) as (keyof OutboxContent)[]

/** A command on its way. */
export interface OutboxItem extends OutboxContent {
  readonly id: string
  readonly order: number
  readonly status: OutboxStatus
  readonly body: CommandBody
  /** Key of the aggregate it is about. */
  readonly key: string
}

/** The outbox in order. A row that no longer parses stops reading with an error; it is never skipped or dropped. */
export class OutboxRepository {
  readonly #store: OfficeStore
  constructor(store: OfficeStore) {
    this.#store = store
  }

  async all(): Promise<readonly OutboxItem[]> {
    return this.#openAll(await this.#store.database.outbox.orderBy('order').toArray())
  }

  async withStatus(...statuses: readonly OutboxStatus[]): Promise<readonly OutboxItem[]> {
    const rows = await this.#store.database.outbox.where('status').anyOf(statuses).toArray()
    return this.#openAll(rows.sort((a, b) => a.order - b.order))
  }

  async get(id: string): Promise<OutboxItem | undefined> {
    const row = await this.#store.database.outbox.get(id)
    return row && this.#open(row)
  }

  /** Order of the next command. */
  async nextOrder(): Promise<number> {
    const last = await this.#store.database.outbox.orderBy('order').last()
    return (last?.order ?? 0) + 1
  }

  async countByStatus(): Promise<Record<OutboxStatus, number>> {
    const { outbox } = this.#store.database
    const counts = await Promise.all(
      outboxStatuses.map(
        async (status) => [status, await outbox.where('status').equals(status).count()] as const,
      ),
    )
    return Object.fromEntries(counts) as Record<OutboxStatus, number>
  }

  put(changes: Changes, item: OutboxItem): void {
    const { id, order, status, key } = item
    const content = Object.fromEntries(contentKeys.map((name) => [name, item[name]]))
    const waits = item.waits === null ? 0 : 1
    changes.putOutbox({ id, order, aggregate: key, status, waits }, content)
  }

  #openAll(rows: readonly OutboxRow[]): Promise<readonly OutboxItem[]> {
    return Promise.all(rows.map((row) => this.#open(row)))
  }

  async #open(row: OutboxRow): Promise<OutboxItem> {
    const content = outboxContent.parse(await this.#store.sealing.open('outbox', row.id, row.sealed))
    const body = parseCommandText(content.command.text)
    const { id, order, status } = row
    return { ...content, id, order, status, body, key: aggregateKey(body.aggregate) }
  }
}
