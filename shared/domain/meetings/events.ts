import type { Happened } from '../decision.ts'
import type { BlobRef } from '../blob-ref.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import type { ConcludeHappening } from './conclude/events.ts'
import type { AgendaItem, Attendance, CallDetails, Elsewhere, Stand } from './meeting.ts'
import type { InviteAgencies } from './agency-invitation.ts'
import type { MeetingHandedOver } from './hand-over.ts'
import type { OutsiderReply, SettleProposal } from './outsider-answer.ts'
import type { ProposeTime, SettleTime } from './propose-time.ts'
import type { InSeries } from './series/series.ts'
import type { Motion, MotionOutcome, PaperTally, Tally } from './motion.ts'

/** Stored for ever: a changed meaning is a new type. */
export type MeetingEvent = Happened &
  (
    | {
        readonly type: 'drafted'
        readonly secretary: string
        readonly details: CallDetails
        readonly series?: InSeries
      }
    | { readonly type: 'followed'; readonly meeting: string }
    | { readonly type: 'letterFollowed'; readonly letter: string; readonly issuedOn: LocalDate }
    | {
        readonly type: 'attending'
        readonly secretary: string
        readonly details: CallDetails
        readonly elsewhere: Elsewhere
      }
    | ({ readonly type: 'replyNoted' } & OutsiderReply)
    | ({ readonly type: 'proposalSettled' } & SettleProposal)
    | ({ readonly type: 'timeProposed'; readonly post: string } & ProposeTime)
    | ({ readonly type: 'timeSettled' } & SettleTime)
    | ({ readonly type: 'agenciesInvited'; readonly sequence: number } & InviteAgencies)
    | {
        readonly type: 'changed'
        readonly details: CallDetails
        readonly names: readonly (keyof CallDetails)[]
      }
    | MeetingHandedOver
    | { readonly type: 'agendaSet'; readonly items: readonly AgendaItem[] }
    | {
        readonly type: 'paperAdded'
        readonly item: string
        readonly paper: { readonly id: string; readonly name: string; readonly file: BlobRef }
      }
    | { readonly type: 'paperRemoved'; readonly item: string; readonly paper: string }
    | { readonly type: 'called'; readonly shortNotice: string }
    | { readonly type: 'cancelled'; readonly reason: string }
    | {
        readonly type: 'answered'
        readonly post: string
        readonly attendance: Attendance
        readonly reason: string
        readonly substitute: string | null
        /** By whoever runs the meeting; absent: by themselves. */
        readonly isEntered?: true
      }
    | {
        readonly type: 'positionTaken'
        readonly item: string
        readonly post: string
        readonly stand: Stand
        readonly text: string
      }
    | { readonly type: 'floorAsked'; readonly item: string; readonly post: string }
    | { readonly type: 'floorGiven'; readonly item: string; readonly post: string }
    | { readonly type: 'opened' }
    | { readonly type: 'checkedIn'; readonly post: string; readonly isRemote: boolean }
    | { readonly type: 'checkedOut'; readonly post: string }
    | { readonly type: 'itemTaken'; readonly item: string }
    | { readonly type: 'adoptedTogether'; readonly items: readonly string[] }
    | {
        readonly type: 'voteOpened'
        readonly item: string
        readonly motion: Pick<Motion, 'id' | 'question' | 'majority' | 'isSecret' | 'isSigned' | 'voters'>
      }
    | { readonly type: 'voteClosed'; readonly item: string; readonly motion: string }
    | {
        readonly type: 'tallyRecorded'
        readonly item: string
        readonly motion: string
        readonly tally: PaperTally
      }
    | {
        readonly type: 'voteDeclared'
        readonly item: string
        readonly motion: string
        readonly tally: Tally
        readonly outcome: MotionOutcome
      }
    | { readonly type: 'concluded'; readonly item: string; readonly text: string; readonly publish: boolean }
    | { readonly type: 'proceedingsRecorded'; readonly item: string; readonly text: string }
    | { readonly type: 'closed'; readonly noticeBy?: string }
    | {
        readonly type: 'amendmentAsked'
        readonly amendment: string
        readonly item: string
        readonly text: string
      }
    | {
        readonly type: 'amendmentSettled'
        readonly amendment: string
        readonly isTaken: boolean
        readonly words: string
      }
    | { readonly type: 'minutesFixed'; readonly document: string; readonly pdf?: BlobRef }
    | ConcludeHappening
  )
