import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'
import type { BlobService } from '../blobs/blob-service.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { NodeIdentity } from '../node-identity.ts'
import type { CalendarOutlets } from '../caldav/calendar-outlets.ts'
import type { CalendarPublishing } from '../caldav/calendar-publishing.ts'
import type { CalendarAddresses } from '../calendars/calendar-addresses.ts'
import type { Subscriptions } from '../calendars/subscriptions/subscriptions.ts'
import type { Clock, RandomBytes } from '../ports.ts'
import type { BusyTimes } from '../workspace/busy-times.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Sessions } from './auth.ts'

/** What routes need of the node. */
export interface RouteDeps {
  readonly engine: Engine
  readonly identity: NodeIdentity
  readonly verifier: Ed25519Verifier
  readonly blobs: BlobService
  readonly sessions: Sessions
  /** Under which calendars are read without logging in. */
  readonly addresses: CalendarAddresses
  /** Where calendars are published. */
  readonly outlets: CalendarOutlets
  readonly publishing: CalendarPublishing
  /** Calendars that people read. */
  readonly subscriptions: Subscriptions
  readonly busyTimes: (workspace: Workspace) => BusyTimes
  readonly clock: Clock
  readonly random: RandomBytes
  readonly isPractice: boolean
  /** What the operator of the node proves to be one with; undefined: nobody is. */
  readonly secret: string | undefined
  /** Undefined when there is no such workspace. */
  readonly open: (id: string) => Promise<Workspace | undefined>
  readonly workspaces: () => readonly Workspace[]
}
