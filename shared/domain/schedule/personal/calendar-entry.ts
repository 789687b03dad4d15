import { z } from 'zod'

/** Any value of a calendar as JSON has it. */
export type EntryValue =
  string | number | boolean | readonly EntryValue[] | { readonly [key: string]: EntryValue }
/** One property of jCal (RFC 7265, 3.4): name, parameters, type, values. */
export type EntryProperty = readonly [
  name: string,
  parameters: Readonly<Record<string, string | readonly string[]>>,
  type: string,
  ...values: EntryValue[],
]
/** One component of jCal (RFC 7265, 3.3): name, properties, components. */
export type EntryComponent = readonly [
  name: string,
  properties: readonly EntryProperty[],
  components: readonly EntryComponent[],
]

/** Where an entry comes from. Stored. */
const entrySources = ['own', 'file', 'message'] as const
export type EntrySource = (typeof entrySources)[number]

/**
 * What guests of an appointment of one's own were told, by address (`mailto:…` in lower case). `revision` rises with each change that they are to know;
 * whoever was told an earlier one, or none, has still to be told. `leaving`: told once, no longer guests, and not yet told that.
 */
export interface GuestLedger {
  readonly revision: number
  readonly told: Readonly<Record<string, number>>
  readonly leaving: readonly { readonly address: string; readonly name: string; readonly told: number }[]
}

/**
 * One event of a personal calendar: its series and the occurrences that were changed by themselves, with the clocks they name. What it was read with stays in
 * it, known or not, so that it can be given back as it came.
 */
export interface CalendarEntry {
  readonly uid: string
  readonly source: EntrySource
  readonly components: readonly EntryComponent[]
  /** Where its owner has called guests. */
  readonly guests?: GuestLedger | undefined
}

/** What is kept under a UID, which may be any word that somebody else wrote; undefined: nothing. */
export const entryUnder = (
  entries: Readonly<Record<string, CalendarEntry>>,
  uid: string,
): CalendarEntry | undefined => (Object.hasOwn(entries, uid) ? entries[uid] : undefined)

/** Of the JSON of one entry, in UTF-16 units: a meeting of some four hundred people, or a series with a hundred changed dates. */
const MOST_ENTRY_UNITS = 50_000
const MOST_DEPTH = 4

const value: z.ZodType<EntryValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(value), z.record(z.string(), value)]),
)
const name = z.string().regex(/^[a-z0-9-]{1,100}$/)
const property = z
  .tuple([name, z.record(z.string(), z.union([z.string(), z.array(z.string())])), name], value)
  .refine((one) => one.length > 3)

function component(depth: number): z.ZodType<EntryComponent> {
  const below = depth === 0 ? z.array(z.never()) : z.array(z.lazy(() => component(depth - 1)))
  return z.tuple([name, z.array(property).max(2000), below])
}

const revision = z.number().int().min(0)
const address = z.string().min(3).max(500)
const guestLedger: z.ZodType<GuestLedger> = z.strictObject({
  revision,
  told: z.record(address, revision),
  leaving: z.array(z.strictObject({ address, name: z.string().max(500), told: revision })).max(500),
})

const counted = new WeakMap<CalendarEntry, number>()

/** What an entry takes as JSON, in UTF-16 units. Entries are never changed in place, so each is measured once. */
export function unitsOf(entry: CalendarEntry): number {
  const units = counted.get(entry) ?? JSON.stringify(entry).length
  counted.set(entry, units)
  return units
}

const uidOf = ([, properties]: EntryComponent): EntryValue | undefined =>
  properties.find(([one]) => one === 'uid')?.[3]

/** Events of one UID, at least one of them, and nothing beside but clocks. */
export const calendarEntry = z
  .strictObject({
    uid: z.string().min(1).max(1000),
    source: z.enum(entrySources),
    components: z.array(component(MOST_DEPTH)).min(1).max(500),
    guests: guestLedger.optional(),
  })
  .refine(({ uid, components }) => {
    const events = components.filter(([kind]) => kind === 'vevent')
    const clocks = components.filter(([kind]) => kind === 'vtimezone')
    return (
      events.length > 0 &&
      events.length + clocks.length === components.length &&
      events.every((one) => uidOf(one) === uid)
    )
  })
  .refine((entry) => unitsOf(entry) <= MOST_ENTRY_UNITS)
