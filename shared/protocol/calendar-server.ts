import { z } from 'zod'

/**
 * Why a calendar does not get to its server.
 * - `wrong-password`: the server does not know the user, or not with this password.
 * - `collection-refused`: the user may not write there, or the server makes no calendar there.
 * - `not-reachable`: no answer, or the server is busy or broken.
 * - `not-a-calendar-server`: something else answers at the address.
 * - `server-full`: there is no room left for this user.
 * - `server-not-named`: the operator of the node names no server for people's calendars, or another one than this.
 * - `path-outside`: the collection that was typed does not lie on the server that the operator named.
 * - `failed`: the node's own fault; its journal knows more.
 */
export const publishProblems = [
  'wrong-password',
  'collection-refused',
  'not-reachable',
  'not-a-calendar-server',
  'server-full',
  'server-not-named',
  'path-outside',
  'failed',
] as const
export type PublishProblem = (typeof publishProblems)[number]
const problem = z.enum(publishProblems)
const instant = z.iso.datetime({ precision: 3 })

/** How far a calendar on its server is what it is here. */
export const publishing = z.strictObject({
  /** When it last was; null: not yet. */
  publishedAt: instant.nullable(),
  /** Entries that lay there then, and those which the server did not take. */
  entries: z.int().nonnegative(),
  leftOut: z.int().nonnegative(),
  /** Of the last try; null: it went well. */
  problem: problem.nullable(),
  /** When the server is looked at again, if nothing changes before; null: now. */
  nextTryAt: instant.nullable(),
})
export type Publishing = z.infer<typeof publishing>

/** As HTTP carries it (RFC 7617): a user is without a colon. */
const user = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^:\p{Cc}]+$/u)
const password = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^\P{Cc}+$/u)

const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('look') }),
  /** Publishes one's own calendar from now on. `path`: of the collection on the server; null: one of its own where the server keeps this user's. */
  z.strictObject({
    kind: z.literal('begin'),
    user,
    password,
    path: z.string().trim().min(1).max(500).nullable(),
  }),
  z.strictObject({ kind: z.literal('changePassword'), password }),
  z.strictObject({ kind: z.literal('tryNow') }),
  /** `takeAway`: the entries are taken from the server first. Said again while they are, with false: it ends at once. */
  z.strictObject({ kind: z.literal('end'), takeAway: z.boolean() }),
])
export type CalendarServerAct = z.infer<typeof act>

/** `POST /v1/calendar-server`: one's own calendar on the agency's calendar server, and how the weekly schedule gets there. */
export const askCalendarServer = z.strictObject({ workspace: z.string().min(1).max(64), act })
export type AskCalendarServer = z.infer<typeof askCalendarServer>

export const calendarServerAnswer = z.strictObject({
  /** Where people may publish, as the operator of the node named it; null: nowhere. */
  server: z.string().max(2000).nullable(),
  own: z
    .strictObject({
      user: z.string().max(200),
      /** Of the collection. */
      address: z.string().max(3000),
      /** Its entries are being taken away, then it ends. */
      isEnding: z.boolean(),
      publishing,
    })
    .nullable(),
  /** Of the weekly schedule, for whoever publishes it; null for others, or when it goes nowhere. */
  weeks: z.strictObject({ server: z.string().max(2000), publishing }).nullable(),
  /** Why the act was not done; nothing changed then. */
  refused: problem.nullable(),
})
export type CalendarServerAnswer = z.infer<typeof calendarServerAnswer>
