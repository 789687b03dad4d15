import { z } from 'zod'
import { subscription, type Subscription } from '#shared/protocol/calendar-subscriptions.ts'
import type { Changes } from '../changes.ts'
import type { OfficeStore } from '../office-store.ts'

const list = z.array(subscription)
/** A calendar as it was sent. */
const text = z.strictObject({ version: z.string(), text: z.string() })
export type SubscribedText = z.infer<typeof text>

const LIST = 'list'
const textOf = (id: string): string => `text/${id}`

/** What the node last told of the calendars one subscribed to, for when it does not answer. It is not in the log, so it is not made anew from there. */
export class SubscribedRepository {
  readonly #store: OfficeStore
  constructor(store: OfficeStore) {
    this.#store = store
  }

  /** What an earlier or later version wrote is as if it were not there: the node tells it again. */
  async all(): Promise<readonly Subscription[]> {
    return list.safeParse(await this.#open(LIST)).data ?? []
  }

  async text(id: string): Promise<SubscribedText | undefined> {
    return text.safeParse(await this.#open(textOf(id))).data
  }

  /** With the texts that are new, by id; texts of what is gone go with it. */
  async putAll(
    changes: Changes,
    subscriptions: readonly Subscription[],
    texts: ReadonlyMap<string, SubscribedText>,
  ): Promise<void> {
    const kept = new Set([LIST, ...subscriptions.map(({ id }) => textOf(id))])
    const keys = await this.#store.database.subscribed.toCollection().primaryKeys()
    for (const key of keys) if (!kept.has(key)) changes.delete('subscribed', key)
    changes.putSubscribed({ id: LIST }, subscriptions)
    for (const [id, one] of texts) changes.putSubscribed({ id: textOf(id) }, one)
  }

  async #open(id: string): Promise<unknown> {
    const row = await this.#store.database.subscribed.get(id)
    return row && this.#store.sealing.open('subscribed', id, row.sealed)
  }
}
