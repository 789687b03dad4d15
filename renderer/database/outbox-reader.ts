import { instantFrom } from '#shared/kernel/instant.ts'
import type { Office } from './office.ts'
import type { Contact } from './repositories/meta-repository.ts'
import type { OutboxItem } from './repositories/outbox-repository.ts'
import type { AttentionItem, SyncState, WaitingAct, WaitReason } from './views.ts'

/** Value of `lastError` when the files of a command could not be brought to the node. */
export const UPLOAD_FAILED = 'upload-failed'

/** Value of `lastError` when the node said that it still looks at what the command rests on. */
export const NOT_YET = 'not-yet'

/** What *Outbox & sync* shows. Reads before it opens seals, as `OfficeReader`. */
export class OutboxReader {
  readonly #office: Office
  constructor(office: Office) {
    this.#office = office
  }

  /** What is on its way, in the order of dispatch. */
  async waiting(): Promise<readonly WaitingAct[]> {
    const contact = await this.#office.meta.contact()
    const items = await this.#office.outbox.withStatus('queued', 'sending', 'accepted')
    return items.map((item) => waitingAct(item, reasonOf(item, items, contact)))
  }

  async needsAttention(): Promise<readonly AttentionItem[]> {
    const { outbox, aggregates, text, store } = this.#office
    const rows = await store.database.outbox.where('status').equals('attention').toArray()
    const [items, records, forks] = await Promise.all([
      outbox.withStatus('attention'),
      aggregates.getMany([...new Set(rows.map((row) => row.aggregate))]),
      text.forks(),
    ])
    return [
      ...items.flatMap((item): AttentionItem[] =>
        item.attention === null
          ? []
          : [
              {
                ...waitingAct(item, 'queued'),
                what: 'act',
                cause: item.attention.cause,
                refusedAt: item.attention.at,
                mine: item.attention.mine ?? null,
                theirs: records.get(item.key)?.confirmed ?? null,
                canDiscard: true,
                canRetry: mayBeRetried(item),
              },
            ],
      ),
      ...forks.map(({ document, savedAt }): AttentionItem => ({ what: 'fork', document, savedAt })),
    ]
  }

  async syncState(): Promise<SyncState> {
    const contact = await this.#office.meta.contact()
    const position = await this.#office.meta.position()
    const counts = await this.#office.outbox.countByStatus()
    return {
      cursor: position.cursor,
      epoch: position.epoch,
      serverTime: position.serverTime,
      lastContactAt: contact.lastAt,
      offlineSince: contact.offlineSince,
      lastError: contact.lastError,
      failure: contact.failure,
      clockSkewMs: contact.clockSkewMs,
      waiting: counts.queued + counts.sending + counts.accepted,
      attention: counts.attention,
    }
  }
}

/** True while the node cannot have seen the command. */
export const wasNeverSent = (item: OutboxItem): boolean => item.status === 'queued' && item.attempts === 0

/** Acts that sign bytes belong to the state they were signed in: they are done anew, not again. */
const bytesSigned = new Set(['document.initial', 'document.sign', 'document.seal'])

/** Whether the same act may be wanted again on another state. */
export const mayBeRetried = (item: OutboxItem): boolean =>
  item.status === 'attention' && !bytesSigned.has(item.body.type)

function waitingAct(item: OutboxItem, reason: WaitReason): WaitingAct {
  return {
    id: item.id,
    aggregate: item.body.aggregate,
    type: item.body.type,
    payload: item.body.payload,
    claimedAt: item.body.claimedAt,
    post: item.body.actor.post,
    status: item.status,
    reason,
    rule: item.waits,
    attempts: item.attempts,
    nextAttemptAt: item.nextAttemptAt === 0 ? null : instantFrom(item.nextAttemptAt),
    canDiscard: wasNeverSent(item),
  }
}

function reasonOf(item: OutboxItem, all: readonly OutboxItem[], contact: Contact): WaitReason {
  if (item.status === 'sending') return 'sending'
  if (item.status === 'accepted') return 'confirming'
  if (item.waits !== null) return 'number'
  if (item.lastError === UPLOAD_FAILED) return 'upload'
  if (item.lastError === NOT_YET) return 'check'
  if (contact.offlineSince !== null) return 'offline'
  if (all.some((other) => other.status !== 'accepted' && item.body.after.includes(other.id))) return 'order'
  if (item.attempts > 0) return 'retry'
  return item.heldUntil > 0 ? 'held' : 'queued'
}
