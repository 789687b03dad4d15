import { z } from 'zod'
import type { Changes } from '../changes.ts'
import type { OfficeStore } from '../office-store.ts'

const instant = z.string()

/** Where this desk stands in the log, and what it has proven of it. Hashes as hex. */
const feedPosition = z.strictObject({
  cursor: z.int().nonnegative(),
  epoch: z.int().nonnegative(),
  frontier: z.array(z.string()),
  /** Last server time seen in log or answers. */
  serverTime: instant.nullable(),
  /** The log is read again from its start after it was restored: acts of this desk are not judged before it is here whole. */
  isHealing: z.boolean(),
})
export type FeedPosition = z.infer<typeof feedPosition>

export const startPosition: FeedPosition = {
  cursor: 0,
  epoch: 0,
  frontier: [],
  serverTime: null,
  isHealing: false,
}

/** What is known about the way to the node. `failure`: a check of the log failed; syncing stays stopped until a person asks for it again. */
const contact = z.strictObject({
  lastAt: instant.nullable(),
  offlineSince: instant.nullable(),
  lastError: z.string().nullable(),
  /** Desk clock minus server clock. */
  clockSkewMs: z.int().nullable(),
  failure: z.strictObject({ check: z.string(), seq: z.int(), at: instant }).nullable(),
})
export type Contact = z.infer<typeof contact>

const noContact: Contact = {
  lastAt: null,
  offlineSince: null,
  lastError: null,
  clockSkewMs: null,
  failure: null,
}

/** Versions of what made the stored rows and states: others mean that they are made anew. */
const madeBy = z.strictObject({ projections: z.int(), eventTypes: z.string() })
export type MadeBy = z.infer<typeof madeBy>

/** Rows are being made anew, by these projections, and are there of all aggregates up to this key. */
const remaking = z.strictObject({ projections: z.int(), upTo: z.string() })
export type Remaking = z.infer<typeof remaking>

/** Small facts about this database, in clear: no content. */
export class MetaRepository {
  readonly #store: OfficeStore
  constructor(store: OfficeStore) {
    this.#store = store
  }

  async position(): Promise<FeedPosition> {
    return feedPosition.parse((await this.#get('position')) ?? startPosition)
  }
  putPosition(changes: Changes, position: FeedPosition): void {
    changes.putMeta('position', position)
  }

  async contact(): Promise<Contact> {
    return contact.parse((await this.#get('contact')) ?? noContact)
  }
  putContact(changes: Changes, value: Contact): void {
    changes.putMeta('contact', value)
  }

  /** Id of the node's key that the log here was read from. */
  async nodeKey(): Promise<string | undefined> {
    const value = await this.#get('nodeKey')
    return typeof value === 'string' ? value : undefined
  }
  putNodeKey(changes: Changes, keyId: string): void {
    changes.putMeta('nodeKey', keyId)
  }

  async madeBy(): Promise<MadeBy | undefined> {
    const value = await this.#get('madeBy')
    return value === undefined ? undefined : madeBy.parse(value)
  }
  putMadeBy(changes: Changes, value: MadeBy): void {
    changes.putMeta('madeBy', value)
  }

  async remaking(): Promise<Remaking | undefined> {
    const value = await this.#get('remaking')
    return value === undefined ? undefined : remaking.parse(value)
  }
  putRemaking(changes: Changes, value: Remaking): void {
    changes.putMeta('remaking', value)
  }

  async #get(name: string): Promise<unknown> {
    return (await this.#store.database.meta.get(name))?.value
  }
}
