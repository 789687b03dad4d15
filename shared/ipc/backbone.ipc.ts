import { z } from 'zod'
import { accessLog } from '../protocol/accesses.ts'
import { askBusy, busyAnswer } from '../protocol/busy.ts'
import { askCalendarAddresses, calendarAddressesAnswer } from '../protocol/calendar-addresses.ts'
import {
  askSubscriptions,
  MOST_CALENDAR_BYTES,
  subscriptionsAnswer,
} from '../protocol/calendar-subscriptions.ts'
import { askCalendarServer, calendarServerAnswer } from '../protocol/calendar-server.ts'
import { submitAnswer, submitCommands } from '../protocol/commands.ts'
import { event, request, type IpcDefinition } from './define.ts'
import { connectivity } from './session.ipc.ts'
import { blobHash, instant, nothing, plainId } from './values.ts'

const nodeErrors = ['offline', 'node-refused', 'node-unreadable', 'wrong-workspace'] as const

/** The node this desk talks to. */
export const backboneIpc = {
  'backbone.submitCommands': request({ input: submitCommands, output: submitAnswer, errors: nodeErrors }),
  /** Lines of the feed behind the cursor, verbatim, the last one a head; each is a `feedItem` of the protocol. */
  'backbone.readFeed': request({
    input: z.strictObject({
      workspace: plainId,
      after: z.int().nonnegative(),
      limit: z.int().min(1).max(1000),
    }),
    /** `serverTime`: the node's clock when it answered, to the second; null when it did not say. */
    output: z.strictObject({ lines: z.array(z.string()), serverTime: instant.nullable() }),
    errors: nodeErrors,
  }),
  /** What the log says of one document or letter: lines of `shared/protocol/custody`, verbatim. Written down as an export. */
  'backbone.readCustody': request({
    input: z.strictObject({ workspace: plainId, kind: z.enum(['document', 'letter']), id: plainId }),
    output: z.array(z.string()),
    errors: [...nodeErrors, 'disk-full'],
  }),
  /** Who opened, saved and exported one document or letter, or the rule that keeps it from this person. */
  'backbone.readAccesses': request({
    input: z.strictObject({ workspace: plainId, kind: z.enum(['document', 'letter']), id: plainId }),
    output: accessLog,
    errors: nodeErrors,
  }),
  /** When colleagues are busy: stretches of time and nothing else. */
  'backbone.readBusy': request({ input: askBusy, output: busyAnswer, errors: nodeErrors }),
  /** Makes, ends and tells the secret addresses of one's calendar; `made` is a whole address, told once. */
  'backbone.calendarAddresses': request({
    input: askCalendarAddresses,
    output: calendarAddressesAnswer.extend({ made: z.url().nullable() }),
    errors: nodeErrors,
  }),
  /** What one does with the calendars one subscribed to, or only what there is of them. */
  'backbone.subscriptions': request({
    input: askSubscriptions,
    output: subscriptionsAnswer,
    errors: nodeErrors,
  }),
  /** A calendar one subscribed to, as it was sent. */
  'backbone.readSubscription': request({
    input: z.strictObject({ workspace: plainId, id: plainId }),
    output: z.strictObject({ version: z.string().max(64), text: z.string().max(MOST_CALENDAR_BYTES) }),
    errors: nodeErrors,
  }),
  /** Publishes one's own calendar on the agency's calendar server, ends it, and tells how far it is; the password goes one way. */
  'backbone.calendarServer': request({
    input: askCalendarServer,
    output: calendarServerAnswer,
    errors: nodeErrors,
  }),
  /** Sends a file of this desk to the node, resuming what an earlier try left; done when the node has all of it. */
  'backbone.uploadBlob': request({
    input: z.strictObject({ workspace: plainId, sha256: blobHash }),
    output: nothing,
    errors: [...nodeErrors, 'blob-missing', 'blob-corrupt', 'too-large'],
  }),
  /** Fetches a file of the agency into the store of this desk, checked against its name; at once when it is there. */
  'backbone.downloadBlob': request({
    input: z.strictObject({ workspace: plainId, sha256: blobHash, mediaType: z.string().max(120) }),
    output: nothing,
    errors: [...nodeErrors, 'blob-corrupt', 'too-large', 'disk-full'],
  }),
  /** Tries the node now instead of at the end of the back-off. */
  'backbone.reconnect': request({ input: nothing, output: nothing, errors: [] }),
  /** The log has grown to `head` entries; may come late, twice or never. */
  'backbone.doorbell': event({
    payload: z.strictObject({ workspace: plainId, head: z.int().nonnegative() }),
  }),
  'backbone.connectivity': event({ payload: connectivity }),
} satisfies IpcDefinition
