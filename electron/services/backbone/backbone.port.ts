import type { Instant } from '#shared/kernel/instant.ts'
import type { AccessLog, AccessOutcome, SubmitAccesses } from '#shared/protocol/accesses.ts'
import type { AskBusy, BusyAnswer } from '#shared/protocol/busy.ts'
import type { AskCalendarAddresses, CalendarAddressesAnswer } from '#shared/protocol/calendar-addresses.ts'
import type { AskSubscriptions, SubscriptionsAnswer } from '#shared/protocol/calendar-subscriptions.ts'
import type { AskCalendarServer, CalendarServerAnswer } from '#shared/protocol/calendar-server.ts'
import type { BlobManifest } from '#shared/protocol/blobs.ts'
import type { SubmitAnswer, SubmitCommands } from '#shared/protocol/commands.ts'
import type { SessionInfo } from '#shared/protocol/session.ts'

/**
 * The node, for one person. Everything throws AppError: `offline` when no whole answer came (what was sent may have been done all the
 * same), `node-refused` with `status` and `problem`, `node-unreadable`.
 */
export interface Backbone {
  readSession(): Promise<SessionInfo>
  /** Has the raw public key certified for this person; the moment it lapses. */
  enrolDevice(workspace: string, publicKey: Uint8Array): Promise<{ readonly until: Instant }>
  submitCommands(request: SubmitCommands): Promise<SubmitAnswer>
  /** NDJSON lines verbatim, and the node's clock, to the second, when it said it. */
  readFeed(workspace: string, after: number, limit: number): Promise<FeedPage>
  /** Lines of the chain of custody of one document or letter, verbatim. */
  readCustody(workspace: string, kind: 'document' | 'letter', id: string): Promise<string[]>
  /** One answer a record, in order. */
  submitAccesses(request: SubmitAccesses): Promise<readonly AccessOutcome[]>
  readAccesses(workspace: string, kind: 'document' | 'letter', id: string): Promise<AccessLog>
  readBusy(request: AskBusy): Promise<BusyAnswer>
  /** `made` is a whole address. */
  calendarAddresses(request: AskCalendarAddresses): Promise<CalendarAddressesAnswer>
  /** Waits while the node reads a calendar. */
  subscriptions(request: AskSubscriptions): Promise<SubscriptionsAnswer>
  readSubscription(workspace: string, id: string): Promise<SubscribedText>
  calendarServer(request: AskCalendarServer): Promise<CalendarServerAnswer>
  missingChunks(workspace: string, chunks: readonly string[]): Promise<readonly string[]>
  putChunk(workspace: string, sha256: string, content: Uint8Array): Promise<void>
  completeBlob(manifest: BlobManifest): Promise<void>
  readBlob(workspace: string, sha256: string): Promise<AsyncIterable<Uint8Array>>
}

interface SubscribedText {
  readonly version: string
  readonly text: string
}

interface FeedPage {
  readonly lines: string[]
  readonly serverTime: Instant | null
}

/** Where the node is and what proves who asks. */
export interface NodeAccess {
  /** `https://…` or, on the loopback, `http://…`, without a path; undefined while there is none. */
  address(): string | undefined
  /** Throws AppError as `Backbone` does. */
  token(): Promise<string>
  /** The node does not know the token any more: get another one next time. */
  forgetToken(): void
}
