import { z } from 'zod'

/** Calendars that one person may subscribe to. */
export const MOST_SUBSCRIPTIONS = 20
/** By which a subscribed calendar is marked beside its name; the number of a colour. */
export const SUBSCRIPTION_MARKS = 6
/** Letters of a host and its port that are told. */
export const MOST_HOST = 300
/** Of a calendar as it was sent, unpacked. */
export const MOST_CALENDAR_BYTES = 5 * 1024 * 1024

/**
 * Why a calendar was not read. Stored at the node: a value keeps its meaning.
 * - `address-invalid`: no https address, or one with a name and password in it.
 * - `address-refused`: it leads into a network that is not public, and the operator of the node did not name it.
 * - `host-unknown`, `unreachable`, `certificate`, `timeout`: there is no such host, no way to it, no proof that it is the one, or it is too slow.
 * - `redirected`: it leads on too often, or to where it may not.
 * - `forbidden`, `gone`: the host asks who it is (401, 403), or has no such calendar (404, 410).
 * - `server-failed`: it answers anything else.
 * - `too-large`: more than `MOST_CALENDAR_BYTES`, or more events than are shown.
 * - `too-costly`: its repetitions cannot be looked at in bounded work.
 * - `not-calendar`: what came is no calendar, or a message about one event.
 * - `secret`: something in it bears a secrecy mark.
 */
const subscriptionProblems = [
  'address-invalid',
  'address-refused',
  'host-unknown',
  'unreachable',
  'certificate',
  'timeout',
  'redirected',
  'forbidden',
  'gone',
  'server-failed',
  'too-large',
  'too-costly',
  'not-calendar',
  'secret',
] as const
export type SubscriptionProblem = (typeof subscriptionProblems)[number]

const id = z.string().min(1).max(64)
const name = z.string().trim().min(1).max(100)
const mark = z
  .int()
  .min(0)
  .max(SUBSCRIPTION_MARKS - 1)
const instant = z.iso.datetime({ precision: 3 })

/** What is done with one's subscriptions. `id` is made by the desk, so that a repetition adds nothing twice. */
const subscriptionAct = z.discriminatedUnion('what', [
  /** Reads it once at once; `name`: null takes the one the calendar gives itself. */
  z.strictObject({
    what: z.literal('add'),
    id,
    address: z.string().min(1).max(2000),
    name: name.nullable(),
    mark,
    isBusy: z.boolean(),
  }),
  z.strictObject({ what: z.literal('change'), id, name, mark, isBusy: z.boolean() }),
  z.strictObject({ what: z.literal('read'), id }),
  z.strictObject({ what: z.literal('remove'), id }),
])
export type SubscriptionAct = z.infer<typeof subscriptionAct>

/** `POST /v1/calendar-subscriptions`: does something with one's subscriptions, or only asks for them. */
export const askSubscriptions = z.strictObject({ workspace: id, act: subscriptionAct.nullable() })
export type AskSubscriptions = z.infer<typeof askSubscriptions>

/** A calendar that one reads. Of its address, which is often a secret, only the host is told. */
export const subscription = z.strictObject({
  id,
  name,
  host: z.string().max(MOST_HOST),
  mark,
  isBusy: z.boolean(),
  /** Of what is kept: SHA-256 as hex; null while nothing was read. */
  version: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** When it was last found to be as it is kept. */
  readAt: instant.nullable(),
  /** Events that are shown, and those that are not: their times cannot be read. */
  events: z.int().nonnegative(),
  unshown: z.int().nonnegative(),
  /** Why the last try failed; what was read before stays. */
  problem: z.enum(subscriptionProblems).nullable(),
  /** The next try. */
  nextAt: instant,
})
export type Subscription = z.infer<typeof subscription>

/** `refused`: why what was asked was not done. `too-often`: a calendar is read by hand now and then only. */
export const subscriptionsAnswer = z.strictObject({
  subscriptions: z.array(subscription).max(MOST_SUBSCRIPTIONS),
  refused: z.enum([...subscriptionProblems, 'too-many', 'too-often']).nullable(),
})
export type SubscriptionsAnswer = z.infer<typeof subscriptionsAnswer>

/** `GET /v1/calendar-subscriptions/<id>?workspace=`: the calendar as it was sent; its header `etag` is the version in quotes. */
export const SUBSCRIPTIONS_PATH = '/v1/calendar-subscriptions'
