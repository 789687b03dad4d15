import type { Happened } from '../decision.ts'
import type { Span } from '../free/span.ts'
import type { LossReason, RoomDetails } from './room.ts'

/** Stored for ever: a changed meaning is a new type. */
export type RoomEvent = Happened &
  (
    | { readonly type: 'kept'; readonly details: RoomDetails }
    | ({ readonly type: 'booked'; readonly meeting: string; readonly post: string } & Span)
    | {
        readonly type: 'released'
        readonly meeting: string
        readonly why: LossReason
        readonly reason: string
      }
  )
