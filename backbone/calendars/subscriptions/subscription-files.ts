import { createHash } from 'node:crypto'
import { z } from 'zod'
import { subscription } from '#shared/protocol/calendar-subscriptions.ts'
import type { SealedFiles } from '../../sealing/sealed-files.ts'

const instant = z.iso.datetime({ precision: 3 })
const owner = z.strictObject({ workspace: z.string(), person: z.string() })
/** Whose subscriptions. */
export type Subscriber = z.infer<typeof owner>

/** A subscription as it is kept. Stored, sealed: the address is often a secret. */
const kept = subscription.omit({ host: true, nextAt: true }).extend({
  address: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Times of tries in milliseconds; the failed ones since the last that was not. */
  triedMs: z.number(),
  failures: z.int().nonnegative(),
  nextMs: z.number(),
  /** When it keeps its reader busy, as far as it was looked at. */
  busy: z.array(z.strictObject({ from: instant, until: instant })),
  lookedAtMs: z.number(),
})
export type KeptSubscription = z.infer<typeof kept>
type SealedStore = Pick<SealedFiles, 'read' | 'write' | 'remove'>

/** Subscriptions and what was read, one sealed file for each person and calendar. */
export interface SubscriptionFiles {
  subscribers(): Promise<readonly Subscriber[]>
  of(owner: Subscriber): Promise<readonly KeptSubscription[]>
  /** What is none of these any more goes, with all that was read of it; nothing left: the owner is forgotten, too. */
  keep(owner: Subscriber, list: readonly KeptSubscription[]): Promise<void>
  readBody(owner: Subscriber, id: string, version: string): Promise<Uint8Array | undefined>
  writeBody(owner: Subscriber, id: string, bytes: Uint8Array): Promise<string>
  removeBody(owner: Subscriber, id: string, version: string): Promise<void>
}

/** By what the bytes of a calendar are told apart: SHA-256 as hex. */
export const versionOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const WHO = 'calendar-subscribers'
const listOf = ({ workspace, person }: Subscriber): string => `calendar-subscriptions ${workspace} ${person}`
const bodyOf = ({ workspace, person }: Subscriber, id: string, version: string): string =>
  `subscribed-calendar ${workspace} ${person} ${id} ${version}`
const isSame = (one: Subscriber, other: Subscriber): boolean =>
  one.workspace === other.workspace && one.person === other.person

/** Over sealed files; whoever calls does one thing for one owner at a time. */
export function subscriptionFiles(files: SealedStore): SubscriptionFiles {
  let last: Promise<unknown> = Promise.resolve()
  const read = async <T>(name: string, schema: z.ZodType<T>): Promise<readonly T[]> => {
    const bytes = await files.read(name)
    return bytes === undefined ? [] : z.array(schema).parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  }
  /** One after the other, whoever they are. */
  const note = (one: Subscriber, isThere: boolean): Promise<void> => {
    const turn = last.then(async () => {
      const all = await read(WHO, owner)
      if (all.some((other) => isSame(one, other)) === isThere) return
      const others = all.filter((other) => !isSame(one, other))
      await files.write(WHO, JSON.stringify(isThere ? [...others, one] : others))
    })
    last = turn.catch(() => undefined)
    return turn
  }
  const remove = (one: Subscriber, id: string, version: string): Promise<void> =>
    files.remove(bodyOf(one, id, version))
  return {
    subscribers: () => read(WHO, owner),
    of: (one) => read(listOf(one), kept),
    keep: async (one, list) => {
      const before = await read(listOf(one), kept)
      if (list.length > 0) await note(one, true)
      if (list.length > 0) await files.write(listOf(one), JSON.stringify(list))
      for (const { id, version } of before)
        if (version !== null && !list.some((other) => other.id === id)) await remove(one, id, version)
      if (list.length > 0) return
      await files.remove(listOf(one))
      await note(one, false)
    },
    readBody: (one, id, version) => files.read(bodyOf(one, id, version)),
    writeBody: async (one, id, bytes) => {
      const version = versionOf(bytes)
      await files.write(bodyOf(one, id, version), bytes)
      return version
    },
    removeBody: remove,
  }
}
