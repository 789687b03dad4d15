import { answered, attendeeOf, type Partstat } from '../attendee.ts'
import { timeProperty, type CalendarTime } from '../calendar-time.ts'
import { eventOf } from '../event.ts'
import { propertiesOf, withProperties, withProperty, type JComponent, type JProperty } from '../jcal.ts'
import { MOST_EFFORT } from '../limits.ts'
import { occurrenceComponent } from '../occurrence-component.ts'
import { seriesOf, withSeries, type Series } from '../series.ts'
import { changesOf } from './changes.ts'
import { componentFor, organizerOf, stamped, withComponent } from './components.ts'
import { messageOf, type ItipMethod, type OutgoingMessage, type Significance } from './message.ts'
import type { Reading, ReceivedReason } from './received.ts'

/** What is answered: an event, or one occurrence of it by its original start in milliseconds. */
export interface AnswerTo {
  readonly uid: string
  readonly occurrenceMs: number | undefined
  readonly comment: string | undefined
}

/** Another time or place for an event. */
export interface Counter {
  readonly start: CalendarTime
  readonly end: CalendarTime
  readonly location: string | undefined
}

/** An answer given: the calendar that holds it, and the message that tells it. */
export interface Answered {
  readonly calendar: JComponent
  readonly message: OutgoingMessage
}

/** Answers an invitation (RFC 5546, 3.2.3); the organizer alone gets it. */
export function answer(
  reading: Reading,
  to: AnswerTo,
  partstat: Exclude<Partstat, 'NEEDS-ACTION' | 'DELEGATED'>,
): Answered | ReceivedReason {
  const found = invitation(reading, to)
  if (typeof found === 'string') return found
  const { series, about, me } = found
  const isNew = attendeeOf(me).partstat !== partstat
  const mine = answered(me, partstat)
  const kept = withProperties(
    about,
    'attendee',
    propertiesOf(about, 'attendee').map((one) => (one === me ? mine : one)),
  )
  const reply = spoken(kept, mine, to.comment, reading.nowMs)
  return {
    calendar: withSeries(reading.calendar, series.uid, withComponent(series, kept, reading.zones)),
    message: toOrganizer('REPLY', reply, mine, isNew ? 'significant' : 'minor'),
  }
}

/** Proposes another time or place (RFC 5546, 3.2.7); the calendar stays as it is until the organizer takes it up. */
export function counter(reading: Reading, to: AnswerTo, proposed: Counter): Answered | ReceivedReason {
  const found = invitation(reading, to)
  if (typeof found === 'string') return found
  const { about, me } = found
  const timed = [timeProperty('dtstart', proposed.start), timeProperty('dtend', proposed.end)].reduce(
    (component, property) => withProperty(component, property[0], property),
    withProperty(about, 'duration', undefined),
  )
  const placed =
    proposed.location === undefined
      ? timed
      : withProperty(timed, 'location', ['location', {}, 'text', proposed.location])
  const mine = answered(me, 'TENTATIVE')
  const message = spoken(placed, mine, to.comment, reading.nowMs)
  return {
    calendar: reading.calendar,
    message: toOrganizer('COUNTER', message, mine, changesOf(about, placed).significance),
  }
}

interface Invitation {
  readonly series: Series
  readonly about: JComponent
  readonly me: JProperty
}

function invitation(
  { calendar, zones, me }: Reading,
  { uid, occurrenceMs }: AnswerTo,
): Invitation | ReceivedReason {
  const series = seriesOf(calendar).find((one) => one.uid === uid)
  if (series === undefined) return 'unknown-event'
  const about =
    componentFor(series, occurrenceMs, zones) ??
    (occurrenceMs === undefined
      ? series.overrides[0]
      : occurrenceComponent(series, occurrenceMs, zones, { timesLeft: MOST_EFFORT }))
  if (about === undefined) return 'unknown-occurrence'
  if (typeof eventOf(about) === 'string') return 'event-unreadable'
  const organizer = organizerOf(about)
  if (organizer === undefined) return 'organizer-missing'
  if (me.includes(organizer)) return 'own-event'
  const mine = propertiesOf(about, 'attendee').find((one) => me.includes(attendeeOf(one).address))
  return mine === undefined ? 'not-invited' : { series, about, me: mine }
}

/** Of the attendees only who speaks; no alarms. */
function spoken(about: JComponent, mine: JProperty, comment: string | undefined, nowMs: number): JComponent {
  const [name, properties] = withProperty(
    withProperties(about, 'attendee', [mine]),
    'comment',
    comment === undefined ? undefined : ['comment', {}, 'text', comment],
  )
  return stamped([name, properties, []], nowMs)
}

function toOrganizer(
  method: ItipMethod,
  component: JComponent,
  mine: JProperty,
  significance: Significance,
): OutgoingMessage {
  const to = organizerOf(component)
  return {
    method,
    from: attendeeOf(mine).address,
    to: to === undefined ? [] : [to],
    significance,
    calendar: messageOf(method, [component]),
  }
}
