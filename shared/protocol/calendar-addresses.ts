import { z } from 'zod'

/** What of one's own calendar whoever has an address reads there: when one is busy, or one's appointments with their words. */
export const calendarScopes = ['busy', 'full'] as const

/** The weekly schedule as it is published: `week` of all leaders, `week:<post>` of one. */
const weekScope = z.union([z.literal('week'), z.templateLiteral(['week:', z.string().min(1).max(64)])])
export type WeekScope = z.infer<typeof weekScope>

/** What is read at an address. Stored and exchanged. */
export const calendarScope = z.union([z.enum(calendarScopes), weekScope])
export type CalendarScope = z.infer<typeof calendarScope>

/** The scope of the schedule of one leader, or of all. */
export const weekScopeOf = (leader?: string): WeekScope =>
  leader === undefined ? 'week' : (`week:${leader}` as const)

/** Whether the weekly schedule is told, and of which leader; undefined for what is of one's own calendar. */
export function weekToldBy(scope: CalendarScope): { readonly leader: string | undefined } | undefined {
  if (scope === 'busy' || scope === 'full') return undefined
  return { leader: scope === 'week' ? undefined : scope.slice('week:'.length) }
}

/** So many addresses one person has at most. */
export const MOST_ADDRESSES = 200

/** `POST /v1/calendar-addresses`: makes an address anew, which ends the one before, or ends it; without either it only asks. */
export const askCalendarAddresses = z.strictObject({
  workspace: z.string().min(1).max(64),
  make: calendarScope.nullable(),
  end: calendarScope.nullable(),
})
export type AskCalendarAddresses = z.infer<typeof askCalendarAddresses>

/** The addresses that hold. `made`: the path of the one that was made just now; it is told once and kept nowhere. */
export const calendarAddressesAnswer = z.strictObject({
  addresses: z
    .array(z.strictObject({ scope: calendarScope, madeAt: z.iso.datetime({ precision: 3 }) }))
    .max(MOST_ADDRESSES),
  made: z
    .string()
    .regex(/^\/v1\/calendars\/[0-9a-f]{64}\.ics$/)
    .nullable(),
})
export type CalendarAddressesAnswer = z.infer<typeof calendarAddressesAnswer>
