import { z } from 'zod'

/** What whoever has an address reads there: when one is busy, or one's appointments with their words. */
export const calendarScopes = ['busy', 'full'] as const
export type CalendarScope = (typeof calendarScopes)[number]
const scope = z.enum(calendarScopes)

/** `POST /v1/calendar-addresses`: makes an address anew, which ends the one before, or ends it; without either it only asks. */
export const askCalendarAddresses = z.strictObject({
  workspace: z.string().min(1).max(64),
  make: scope.nullable(),
  end: scope.nullable(),
})
export type AskCalendarAddresses = z.infer<typeof askCalendarAddresses>

/** The addresses that hold. `made`: the path of the one that was made just now; it is told once and kept nowhere. */
export const calendarAddressesAnswer = z.strictObject({
  addresses: z
    .array(z.strictObject({ scope, madeAt: z.iso.datetime({ precision: 3 }) }))
    .max(calendarScopes.length),
  made: z
    .string()
    .regex(/^\/v1\/calendars\/[0-9a-f]{64}\.ics$/)
    .nullable(),
})
export type CalendarAddressesAnswer = z.infer<typeof calendarAddressesAnswer>
