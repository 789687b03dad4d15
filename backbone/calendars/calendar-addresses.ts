import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '#shared/kernel/instant.ts'
import { calendarScope, type CalendarScope } from '#shared/protocol/calendar-addresses.ts'
import { jsonFile } from '../sealing/json-file.ts'
import type { SealedFiles } from '../sealing/sealed-files.ts'

const address = z.strictObject({
  workspace: z.string(),
  person: z.string(),
  scope: calendarScope,
  /** SHA-256 of the secret, as hex: who reads this file reads no calendar. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  madeAt: z.string(),
})
/** A secret address under which a person's calendar, or the schedule that person may read, is read. */
export type CalendarAddress = z.infer<typeof address>

/** Whose an address is. */
export type AddressOwner = Pick<CalendarAddress, 'workspace' | 'person'>

/** The secret addresses of calendars. */
export interface CalendarAddresses {
  of(owner: AddressOwner): Promise<readonly CalendarAddress[]>
  /** In the place of the one with the same scope, which ends. */
  make(owner: AddressOwner, scope: CalendarScope, secret: string, at: Instant): Promise<void>
  end(owner: AddressOwner, scope: CalendarScope): Promise<void>
  /** Undefined for a secret that opens nothing; takes as long for each. */
  find(secret: string): Promise<CalendarAddress | undefined>
}

const NAME = 'calendar-addresses'
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Addresses in a sealed file, none of them in words; changed one after the other. */
export function calendarAddresses(files: Pick<SealedFiles, 'read' | 'write'>): CalendarAddresses {
  const file = jsonFile(files, NAME, z.array(address).readonly(), [])
  const isOf =
    ({ workspace, person }: AddressOwner) =>
    (one: CalendarAddress): boolean =>
      one.workspace === workspace && one.person === person
  const without = (owner: AddressOwner, scope: CalendarScope, list: readonly CalendarAddress[]) =>
    list.filter((one) => !(isOf(owner)(one) && one.scope === scope))
  return {
    of: async (owner) => (await file.read()).filter(isOf(owner)),
    make: async (owner, scope, secret, madeAt) => {
      const { workspace, person } = owner
      const made = { workspace, person, scope, hash: hashOf(secret).toString('hex'), madeAt }
      await file.change((before) => [...without(owner, scope, before), made])
    },
    end: async (owner, scope) => {
      await file.change((before) => without(owner, scope, before))
    },
    find: async (secret) => {
      const wanted = hashOf(secret)
      let found: CalendarAddress | undefined
      for (const one of await file.read())
        if (timingSafeEqual(Buffer.from(one.hash, 'hex'), wanted)) found = one
      return found
    },
  }
}
