import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { addressOf } from '#shared/exchange/calendar/attendee.ts'
import { answer, type Answered } from '#shared/exchange/calendar/itip/answer.ts'
import { componentsOf, textOf, type JComponent } from '#shared/exchange/calendar/jcal.ts'
import type { OutgoingMessage } from '#shared/exchange/calendar/itip/message.ts'
import { organize } from '#shared/exchange/calendar/itip/organize.ts'
import { occurrenceMsOf } from '#shared/exchange/calendar/itip/components.ts'
import { receiveMessage } from '#shared/exchange/calendar/itip/receive.ts'
import type { Reading, ReceivedReason } from '#shared/exchange/calendar/itip/received.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { zonesOf } from '#shared/exchange/calendar/zones.ts'
import { CommandError } from '../command.ts'
import { wholeCalendar, writeNewFile } from './calendar-file.ts'
import { calendarJson } from './calendar-json.ts'

const YEAR_MS = 365 * 86_400_000

/** Who acts, and where messages are laid as files beside being printed. */
export interface ItipOptions {
  readonly as: readonly string[]
  readonly out: string | undefined
}

export interface ReceiveOptions extends ItipOptions {
  readonly sender: string | undefined
  readonly partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | undefined
}

/** What a message does to a calendar, and the answer to it if one is given. */
export async function receiveFile(path: string, message: string, options: ReceiveOptions): Promise<object> {
  const calendar = await wholeCalendar(path)
  const received = await wholeCalendar(message)
  const nowMs = Date.now()
  const reading: Reading = {
    calendar,
    zones: zonesOf([calendar[0], calendar[1], [...calendar[2], ...received[2]]]),
    me: options.as.map(addressOf),
    from: options.sender === undefined ? undefined : addressOf(options.sender),
    nowMs,
  }
  const { outcome, reason, significance, changes, proposal, ...result } = receiveMessage(received, reading)
  const isAnswered = options.partstat !== undefined && outcome === 'applied'
  const answered = isAnswered
    ? answerTo({ ...reading, calendar: result.calendar }, received, options)
    : undefined
  const outgoing = [...result.outgoing, ...(answered === undefined ? [] : [answered.message])]
  return {
    outcome,
    reason: reason ?? null,
    significance,
    changes,
    proposal: proposal ?? null,
    calendar: calendarJson(answered?.calendar ?? result.calendar, windowFrom(nowMs)),
    outgoing: await messagesJson(outgoing, options.out),
  }
}

/** What an organizer's change of a calendar sends. */
export async function changeAsOrganizer(
  before: string,
  after: string,
  options: ItipOptions,
): Promise<object> {
  const old = await wholeCalendar(before)
  const next = await wholeCalendar(after)
  const nowMs = Date.now()
  const organized = organize(old, next, { zones: zonesOf(next), me: options.as.map(addressOf), nowMs })
  return {
    calendar: calendarJson(organized.calendar, windowFrom(nowMs)),
    outgoing: await messagesJson(organized.outgoing, options.out),
  }
}

function answerTo(reading: Reading, message: JComponent, { partstat }: ReceiveOptions): Answered {
  const [event] = componentsOf(message, 'vevent')
  const given: Answered | ReceivedReason =
    event === undefined || partstat === undefined
      ? 'event-missing'
      : answer(
          reading,
          {
            uid: textOf(event, 'uid') ?? '',
            occurrenceMs: occurrenceMsOf(event, reading.zones),
            comment: undefined,
          },
          partstat,
        )
  if (typeof given === 'string') throw new CommandError(`calendar.${given}`, `cannot answer: ${given}`)
  return given
}

function windowFrom(nowMs: number): { fromMs: number; toMs: number } {
  return { fromMs: nowMs - YEAR_MS, toMs: nowMs + YEAR_MS }
}

async function messagesJson(
  messages: readonly OutgoingMessage[],
  folder: string | undefined,
): Promise<object[]> {
  if (folder !== undefined) await mkdir(folder, { recursive: true })
  return Promise.all(
    messages.map(async ({ calendar, ...message }, index) => {
      const bytes = writeCalendar(calendar)
      if (folder === undefined) return { ...message, ics: new TextDecoder().decode(bytes) }
      const file = join(folder, `${String(index + 1).padStart(3, '0')}-${message.method.toLowerCase()}.ics`)
      await writeNewFile(file, bytes)
      return { ...message, file }
    }),
  )
}
