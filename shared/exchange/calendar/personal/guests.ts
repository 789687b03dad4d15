import type { CalendarEntry, GuestLedger } from '../../../domain/schedule/personal/calendar-entry.ts'
import { addressOf, attendeeOf } from '../attendee.ts'
import { attendeesOf, componentsOfSeries, organizerOf } from '../itip/components.ts'
import { propertiesOf, propertyOf, textOf, withProperties, withProperty } from '../jcal.ts'
import type { JComponent, JProperty } from '../jcal.ts'
import { seriesIn, withEvents } from './entry-calendar.ts'

/** Somebody called to an appointment of one's own. */
export interface Guest {
  /** `mailto:` and an address, in lower case. */
  readonly address: string
  readonly name: string
}

/** A guest, what they answered, and whether they know the appointment as it stands. */
export interface ShownGuest extends Guest {
  /** PARTSTAT (RFC 5545, 3.2.12). */
  readonly partstat: string
  readonly isTold: boolean
  /** They know an earlier state of it. */
  readonly knowsEarlier: boolean
}

/** Who has to be told what: how the appointment stands, or that it does not take place with them. */
export interface ToTell {
  readonly request: readonly Guest[]
  readonly cancel: readonly Guest[]
}

const NONE: GuestLedger = { revision: 0, told: {}, leaving: [] }

/** Those called to an appointment, but who calls; none where somebody else calls. */
export function guestsOf(entry: CalendarEntry): readonly ShownGuest[] {
  const { guests: ledger } = entry
  const organizer = calledAs(entry)
  if (ledger === undefined || organizer === undefined) return []
  const found = new Map<string, ShownGuest>()
  for (const { address, name = '', partstat } of componentsOfSeries(seriesIn(entry)).flatMap(attendeesOf))
    if (address !== organizer && !found.has(address)) {
      const revision = ledger.told[address]
      const isTold = revision === ledger.revision
      found.set(address, { address, name, partstat, isTold, knowsEarlier: !isTold && revision !== undefined })
    }
  return [...found.values()]
}

/** Whether one may call guests to it: an appointment that nobody else called. */
export function mayHaveGuests(entry: CalendarEntry, me: readonly string[]): boolean {
  const organizer = calledAs(entry)
  return entry.guests !== undefined || organizer === undefined || me.includes(organizer)
}

/** The address under which guests were called; undefined as long as none was. */
export function calledAs(entry: CalendarEntry): string | undefined {
  const [first] = componentsOfSeries(seriesIn(entry))
  return first && organizerOf(first)
}

/** What the appointment is about. */
export function titleOf(entry: CalendarEntry): string {
  const [first] = componentsOfSeries(seriesIn(entry))
  return (first && textOf(first, 'summary'))?.normalize('NFC') ?? ''
}

/** Whether the appointment is called off as a whole. */
export function isCalledOff(entry: CalendarEntry): boolean {
  const all = componentsOfSeries(seriesIn(entry))
  return all.length > 0 && all.every((one) => textOf(one, 'status') === 'CANCELLED')
}

/** Who has still to be told something. */
export function toTell(entry: CalendarEntry): ToTell {
  const untold = guestsOf(entry).filter(({ isTold }) => !isTold)
  const leaving = entry.guests?.leaving ?? []
  return isCalledOff(entry)
    ? { request: [], cancel: [...untold, ...leaving] }
    : { request: untold, cancel: leaving }
}

/** How many have still to be told something. */
export function countToTell(entry: CalendarEntry): number {
  const { request, cancel } = toTell(entry)
  return request.length + cancel.length
}

/**
 * The entry with these guests in the place of those it had, called by `organizer`; in every date of a series. Answers of those who stay are kept. Who was told of it and
 * is no longer a guest is owed a cancellation; whoever is new, an invitation. An entry once called under an address stays called under it; to
 * one that is called off nobody is called any more.
 */
export function withGuests(entry: CalendarEntry, guests: readonly Guest[], organizer: Guest): CalendarEntry {
  if (isCalledOff(entry)) return entry
  const wanted = new Map(guests.map((one) => [addressOf(one.address), one]))
  const before = entry.guests ?? NONE
  wanted.delete(calledAs(entry) ?? addressOf(organizer.address))
  const known = new Map(guestsOf(entry).map((one) => [one.address, one]))
  const back = new Map(before.leaving.map((one) => [one.address, one.told]))
  const left = [...known.values()].flatMap(({ address, name }) => {
    const told = before.told[address]
    return wanted.has(address) || told === undefined ? [] : [{ address, name, told }]
  })
  const told = Object.fromEntries(
    [...wanted.keys()].flatMap((address) => {
      const revision = before.told[address] ?? back.get(address)
      return revision === undefined ? [] : [[address, revision] as const]
    }),
  )
  const leaving = [...before.leaving.filter(({ address }) => !wanted.has(address)), ...left]
  const isOver = wanted.size === 0 && leaving.length === 0
  const next = mapped(entry, (component) => called(component, wanted, known, isOver ? undefined : organizer))
  if (isOver) return withLedger(next, undefined)
  return withLedger(next, { revision: before.revision, told, leaving })
}

/** The entry after these were told it as of this revision. */
export function told(entry: CalendarEntry, addresses: readonly string[], revision: number): CalendarEntry {
  const { guests: ledger } = entry
  if (ledger === undefined) return entry
  const reached = new Set(addresses)
  const current = guestsOf(entry).filter(({ address }) => reached.has(address))
  return withLedger(entry, {
    ...ledger,
    told: { ...ledger.told, ...Object.fromEntries(current.map(({ address }) => [address, revision])) },
    leaving: ledger.leaving.filter(({ address }) => !reached.has(address)),
  })
}

/** The entry with what its guests were told. */
export function withLedger(entry: CalendarEntry, ledger: GuestLedger | undefined): CalendarEntry {
  const { uid, source, components } = entry
  return ledger === undefined ? { uid, source, components } : { uid, source, components, guests: ledger }
}

/** The entry with each of its events changed. */
export function mapped(entry: CalendarEntry, change: (component: JComponent) => JComponent): CalendarEntry {
  const { uid, master, overrides } = seriesIn(entry)
  return withEvents(entry, { uid, master: master && change(master), overrides: overrides.map(change) })
}

function called(
  component: JComponent,
  wanted: ReadonlyMap<string, Guest>,
  known: ReadonlyMap<string, Guest>,
  organizer: Guest | undefined,
): JComponent {
  const caller = propertyOf(component, 'organizer')
  const own = caller ?? (organizer && personProperty('organizer', organizer))
  const callerAddress = organizerOf(component)
  const before = propertiesOf(component, 'attendee')
  const byAddress = new Map(before.map((one) => [attendeeOf(one).address, one]))
  const self = callerAddress === undefined ? undefined : byAddress.get(callerAddress)
  // Who is called to some dates only, as somebody's delegate, is not called to the others.
  const guests = [...wanted].flatMap(([address, guest]): readonly JProperty[] => {
    const standing = byAddress.get(address)
    if (standing !== undefined) return [standing]
    return known.has(address) ? [] : [asked(address, guest)]
  })
  const attendees = self === undefined ? guests : [self, ...guests]
  return withProperties(
    withProperty(component, 'organizer', organizer === undefined ? undefined : own),
    'attendee',
    organizer === undefined ? [] : attendees,
  )
}

const asked = (address: string, { name }: Guest): JProperty =>
  personProperty(
    'attendee',
    { address, name },
    {
      role: 'REQ-PARTICIPANT',
      partstat: 'NEEDS-ACTION',
      rsvp: 'TRUE',
    },
  )

const personProperty = (
  property: string,
  { address, name }: Guest,
  parameters: Readonly<Record<string, string>> = {},
): JProperty => [
  property,
  { ...(name === '' ? {} : { cn: name }), ...parameters },
  'cal-address',
  addressOf(address),
]
