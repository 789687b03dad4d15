import { addDays } from '../../../domain/calendar/days.ts'
import type { CalendarEntry } from '../../../domain/schedule/personal/calendar-entry.ts'
import { MOST_GUESTS, guestMail } from '../../../domain/schedule/personal/guest-lines.ts'
import { attendeeOf } from '../attendee.ts'
import { eventOf, type CalendarEvent } from '../event.ts'
import { occurrenceMsOf, withAnswer } from '../itip/components.ts'
import { unchanged, type Received } from '../itip/received.ts'
import { componentsOf, propertyOf } from '../jcal.ts'
import { seriesOf } from '../series.ts'
import { instantMsOf, zonesOf, type Zones } from '../zones.ts'
import { appointmentOf, componentAt, type AppointmentTime } from './compose-entry.ts'
import { withEvents } from './entry-calendar.ts'
import { occurrenceChanged, seriesChanged } from './guest-changes.ts'
import { calledAs, guestsOf, mapped, told, withGuests, type Guest } from './guests.ts'
import { receivedIn, type CalendarMessage } from './open-file.ts'
import { zonesIn } from './personal-occurrences.ts'

/** What a guest sent: an answer, another time, or the question how it stands. */
export interface GuestWord {
  readonly guest: Guest
  /** PARTSTAT of an answer. */
  readonly partstat: string
  readonly comment: string
  /** Whom they send in their place, and who becomes a guest when the answer is noted; an address as guests have. */
  readonly delegate: string | undefined
  /** Which date of a series is meant; undefined: all. */
  readonly occurrenceMs: number | undefined
  readonly received: Received
}

const FROM_GUESTS: readonly string[] = ['REPLY', 'COUNTER', 'REFRESH']

/** Reads what a guest sent about an appointment of one's own; undefined when the message is not about one, or not from a guest's side. */
export function guestWordIn(
  message: CalendarMessage,
  entry: CalendarEntry | undefined,
  nowMs: number,
): GuestWord | undefined {
  const as = entry && calledAs(entry)
  if (entry?.guests === undefined || as === undefined || !FROM_GUESTS.includes(message.method))
    return undefined
  const [component] = componentsOf(message.calendar, 'vevent')
  const property = component && propertyOf(component, 'attendee')
  if (component === undefined || property === undefined) return undefined
  const { address, name, partstat, delegatedTo } = attendeeOf(property)
  const { reading, received } = receivedIn(message, { [entry.uid]: entry }, [as], nowMs)
  const problem = tooMany(entry, received, delegatedTo)
  const known = guestsOf(entry).find((one) => one.address === address)
  const comment = propertyOf(component, 'comment')?.[3]
  return {
    guest: { address, name: known?.name ?? name ?? '' },
    partstat,
    comment: typeof comment === 'string' ? comment.normalize('NFC').slice(0, 4000) : '',
    delegate: message.method === 'REPLY' ? delegatedTo[0] : undefined,
    occurrenceMs: occurrenceMsOf(component, reading.zones),
    received: problem === undefined ? received : unchanged(reading, 'refused', problem),
  }
}

/** Guests who come by an answer are bounded as those who are typed. */
function tooMany(
  entry: CalendarEntry,
  { outcome, reason }: Received,
  delegates: readonly string[],
): 'too-many-guests' | 'attendee-missing' | undefined {
  const known = guestsOf(entry).map(({ address }) => address)
  const isFull = known.length >= MOST_GUESTS
  if (reason === 'not-invited') return isFull ? 'too-many-guests' : undefined
  const added = outcome === 'applied' ? delegates.filter((one) => !known.includes(one)) : []
  if (added.some((one) => !isMail(one))) return 'attendee-missing'
  return isFull && added.length > 0 ? 'too-many-guests' : undefined
}

const isMail = (address: string): boolean =>
  address.startsWith('mailto:') && guestMail.safeParse(address.slice('mailto:'.length)).success

/** The entry with an answer that counts; the entry as it is with one that does not. */
export function withWord(entry: CalendarEntry, { received }: GuestWord): CalendarEntry {
  if (received.outcome !== 'applied') return entry
  const series = seriesOf(received.calendar).find(({ uid }) => uid === entry.uid)
  return series === undefined ? entry : withEvents(entry, series)
}

/** The entry with somebody as a guest who was not called and answered all the same; they know it as it stands. Taken in on purpose only. */
export function takenInAsGuest(entry: CalendarEntry, word: GuestWord): CalendarEntry {
  const organizer = { address: calledAs(entry) ?? '', name: '' }
  const joined = withGuests(entry, [...guestsOf(entry), word.guest], organizer)
  const answered = mapped(joined, (one) => withAnswer(one, word.guest.address, word.partstat))
  return told(answered, [word.guest.address], entry.guests?.revision ?? 0)
}

/** Another time as it is proposed, beside that of now. */
export interface ProposedTime {
  readonly time: AppointmentTime
  readonly place: string
  readonly before: { readonly time: AppointmentTime; readonly place: string }
}

/** What a counter-proposal proposes; undefined where it cannot be read, or is none. */
export function proposedIn(
  entry: CalendarEntry,
  { received, occurrenceMs }: GuestWord,
  { calendar }: CalendarMessage,
): ProposedTime | undefined {
  const { proposal } = received
  const event = proposal && eventOf(proposal)
  const component = componentAt(entry, occurrenceMs ?? null)
  const about = component && eventOf(component)
  if (typeof event !== 'object' || typeof about !== 'object') return undefined
  const before = { time: timeIn(about, zonesIn(entry)), place: about.location ?? '' }
  return { time: timeIn(event, zonesOf(calendar)), place: event.location ?? before.place, before }
}

function timeIn({ start, end }: CalendarEvent, zones: Zones): AppointmentTime {
  if (start.kind === 'date' && end.kind === 'date')
    return { kind: 'days', first: start.date, last: addDays(end.date, -1) }
  return { kind: 'hours', fromMs: instantMsOf(start, zones), untilMs: instantMsOf(end, zones) }
}

/** The entry at the time and place that were proposed; its guests are to be told. */
export function withProposal(
  entry: CalendarEntry,
  word: GuestWord,
  { time, place }: Pick<ProposedTime, 'time' | 'place'>,
  nowMs: number,
): CalendarEntry {
  const appointment = appointmentOf(entry, word.occurrenceMs ?? null, time)
  if (appointment === undefined) return entry
  const next = { ...appointment, place }
  return word.occurrenceMs === undefined
    ? seriesChanged(entry, next, nowMs)
    : occurrenceChanged(entry, word.occurrenceMs, next, nowMs)
}
