import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { answer, counter } from '#shared/exchange/calendar/itip/answer.ts'
import { vietnamTime } from '#shared/exchange/calendar/calendar-time.ts'
import type { ReceivedReason } from '#shared/exchange/calendar/itip/received.ts'
import { occurrenceMsOf } from '#shared/exchange/calendar/itip/components.ts'
import { componentsOf } from '#shared/exchange/calendar/jcal.ts'
import { guestWordIn } from '#shared/exchange/calendar/personal/guest-replies.ts'
import { entryIn, receivedIn, type CalendarMessage } from '#shared/exchange/calendar/personal/open-file.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'

/** What is answered to an invitation. */
export type MessageAnswer =
  | { readonly kind: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED'; readonly comment: string }
  | { readonly kind: 'COUNTER'; readonly comment: string; readonly fromMs: number; readonly untilMs: number }

type Entries = Readonly<Record<string, CalendarEntry>>

/** What a guest says of an appointment of one's own; undefined when the message is none of that. */
export const guestWord = (message: CalendarMessage, entry: CalendarEntry | undefined) =>
  guestWordIn(message, entry, Date.now())

/** The entry as the message makes it; undefined when it changes nothing. */
export function takenIn(message: CalendarMessage, entries: Entries, me: readonly string[]) {
  const { received: found } = receivedIn(message, entries, me, Date.now())
  return found.outcome === 'applied' ? entryIn(found.calendar, message.uid, message.calendar) : undefined
}

/** The entry with one's answer, and the file that tells who called; or why it cannot be answered. */
export function answered(
  message: CalendarMessage,
  entries: Entries,
  me: readonly string[],
  said: MessageAnswer,
): { readonly entry: CalendarEntry | undefined; readonly file: Uint8Array } | ReceivedReason {
  const { reading, received: found } = receivedIn(message, entries, me, Date.now())
  const now = { ...reading, calendar: found.calendar }
  const [first] = componentsOf(message.calendar, 'vevent')
  const to = {
    uid: message.uid,
    occurrenceMs: first && occurrenceMsOf(first, reading.zones),
    comment: said.comment === '' ? undefined : said.comment,
  }
  const done =
    said.kind === 'COUNTER'
      ? counter(now, to, {
          start: vietnamTime(said.fromMs),
          end: vietnamTime(said.untilMs),
          location: undefined,
        })
      : answer(now, to, said.kind)
  if (typeof done === 'string') return done
  return {
    entry: entryIn(done.calendar, message.uid, message.calendar),
    file: writeCalendar(done.message.calendar),
  }
}
