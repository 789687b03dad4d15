import { createHash } from 'node:crypto'
import { z } from 'zod'
import { subscription } from '#shared/protocol/calendar-subscriptions.ts'
import { jsonFile, readJson } from '../../sealing/json-file.ts'
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
  const owners = jsonFile(files, WHO, z.array(owner).readonly(), [])
  const note = async (one: Subscriber, isThere: boolean): Promise<void> => {
    if ((await owners.read()).some((other) => isSame(one, other)) === isThere) return
    await owners.change((all) => {
      const others = all.filter((other) => !isSame(one, other))
      return isThere ? [...others, one] : others
    })
  }
  const listFor = async (one: Subscriber): Promise<readonly KeptSubscription[]> =>
    (await readJson(files, listOf(one), z.array(kept))) ?? []
  const remove = (one: Subscriber, id: string, version: string): Promise<void> =>
    files.remove(bodyOf(one, id, version))
  return {
    subscribers: owners.read,
    of: listFor,
    keep: async (one, list) => {
      const before = await listFor(one)
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
