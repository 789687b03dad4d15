import { z } from 'zod'
import { events, refuse, type Audience, type Decider, type Happened } from '../../decision.ts'
import { linesIn, secretMarkIn } from '../../law/secret-marks.ts'
import { parserOf } from '../../parse-command.ts'
import { calendarEntry, unitsOf, type CalendarEntry } from './calendar-entry.ts'

/** Entries of one calendar: some ten years of a full desk, and little enough to be read at once. */
export const MOST_ENTRIES = 5000
/** What all entries of a calendar may take together, in UTF-16 units of JSON: it is kept, sealed and read as one. */
export const MOST_UNITS = 5_000_000
/** Entries that one act may keep. */
export const MOST_AT_ONCE = 200
/** Own addresses that invitations may name. */
const MOST_ADDRESSES = 10

const owner = z.string().min(1).max(64)
const uid = z.string().min(1).max(1000)
const address = z.string().min(3).max(320)

const personalCalendarCommands = {
  'personal-calendar.keep': z.strictObject({
    owner,
    entries: z
      .array(calendarEntry)
      .min(1)
      .max(MOST_AT_ONCE)
      .refine((entries) => new Set(entries.map((one) => one.uid)).size === entries.length),
  }),
  'personal-calendar.remove': z.strictObject({ owner, uids: z.array(uid).min(1).max(MOST_AT_ONCE) }),
  /** `addresses`: those under which invitations from elsewhere name its owner. */
  'personal-calendar.answerAs': z.strictObject({ owner, addresses: z.array(address).max(MOST_ADDRESSES) }),
} as const
/** What may be asked of a personal calendar; `owner`: the id it is kept under. */
export type PersonalCalendarCommand = {
  [T in keyof typeof personalCalendarCommands]: {
    readonly type: T
    readonly payload: z.infer<(typeof personalCalendarCommands)[T]>
  }
}[keyof typeof personalCalendarCommands]

/** The appointments of one person, whatever posts they hold. Id = the person's. */
export interface PersonalCalendar {
  readonly id: string
  /** By UID, in the order in which they came. */
  readonly entries: Readonly<Record<string, CalendarEntry>>
  readonly addresses: readonly string[]
}

/** Stored for ever: a changed meaning is a new type. */
type PersonalCalendarEvent = Happened & { readonly owner: string } & (
    | { readonly type: 'kept'; readonly entries: readonly CalendarEntry[] }
    | { readonly type: 'removed'; readonly uids: readonly string[] }
    | { readonly type: 'answersAs'; readonly addresses: readonly string[] }
  )

/** Everyone keeps their own, entry by entry, so that two desks of one person that change different ones at once both succeed; nobody else sees them. */
export const personalCalendarDecider: Decider<
  PersonalCalendar,
  PersonalCalendarCommand,
  PersonalCalendarEvent
> = {
  kind: 'personal-calendar',
  parse: parserOf(personalCalendarCommands),
  decide: (state, { type, payload }, { actor, at, id }) => {
    const isTheirs = actor.person === payload.owner && id === payload.owner
    if (!isTheirs) return refuse('own-calendar-only')
    const stamp = { at, by: { person: actor.person, post: actor.post }, owner: payload.owner }
    switch (type) {
      case 'personal-calendar.keep': {
        if (secretMarkIn(linesIn(payload.entries)) !== undefined) return refuse('secret-refused')
        const known = state?.entries ?? {}
        const added = payload.entries.filter((one) => !Object.hasOwn(known, one.uid))
        if (Object.keys(known).length + added.length > MOST_ENTRIES)
          return refuse('own-calendar-full', { most: MOST_ENTRIES })
        return isTooLarge(known, payload.entries)
          ? refuse('own-calendar-too-large', { most: MOST_UNITS })
          : events({ ...stamp, type: 'kept', entries: payload.entries })
      }
      case 'personal-calendar.remove': {
        const uids = payload.uids.filter((one) => Object.hasOwn(state?.entries ?? {}, one))
        return uids.length === 0 ? events() : events({ ...stamp, type: 'removed', uids })
      }
      case 'personal-calendar.answerAs':
        return events({ ...stamp, type: 'answersAs', addresses: payload.addresses })
    }
  },
  /** Kept under another id they are nobody's. */
  evolve: (state, event, id) => {
    const before = state ?? { id, entries: {}, addresses: [] }
    if (event.owner !== id) return before
    switch (event.type) {
      case 'kept':
        return {
          ...before,
          entries: record([
            ...Object.entries(before.entries),
            ...event.entries.map((one) => [one.uid, one] as const),
          ]),
        }
      case 'removed': {
        const gone = new Set(event.uids)
        return {
          ...before,
          entries: record(Object.entries(before.entries).filter(([uid]) => !gone.has(uid))),
        }
      }
      case 'answersAs':
        return { ...before, addresses: event.addresses }
    }
  },
  audienceOf: (state): Audience => [`person:${state.id}`],
  eventTypes: ['kept', 'removed', 'answersAs'],
}

type Entries = Readonly<Record<string, CalendarEntry>>

/** Whether keeping these makes it too large; one that is larger already may still become smaller. */
function isTooLarge(known: Entries, kept: readonly CalendarEntry[]): boolean {
  const before = sum(Object.values(known))
  const replaced = kept.flatMap(({ uid }) => (Object.hasOwn(known, uid) ? (known[uid] ?? []) : []))
  const after = before - sum(replaced) + sum(kept)
  return after > MOST_UNITS && after > before
}
const sum = (entries: readonly CalendarEntry[]): number =>
  entries.reduce((total, one) => total + unitsOf(one), 0)

/** `fromEntries` defines each name as its own, whatever it is. */
const record = (
  entries: readonly (readonly [string, CalendarEntry])[],
): Readonly<Record<string, CalendarEntry>> => Object.fromEntries(entries)
