import { z } from 'zod'
import { blobRef, type BlobRef } from '../blob-ref.ts'
import type { ActorRef } from '../decision.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Concluded, NamedDocument } from './conclude/state.ts'
import type { AgencyInvitation } from './agency-invitation.ts'
import type { OutsiderAnswer } from './outsider-answer.ts'
import type { ProposedTime } from './propose-time.ts'
import type { Motion } from './motion.ts'
import type { FollowedLetter } from './followed-letter.ts'
import type { InSeries } from './series/series.ts'

const id = z.string().min(1).max(64)
const line = z.string().trim().min(1).max(500)
const words = z.string().max(8000)

/** Stored and exchanged. A meeting is called (giấy mời), held, concluded (kết luận) and its papers filed, or does not take place. */
export type MeetingStatus = 'draft' | 'called' | 'inSession' | 'concluded' | 'archived' | 'cancelled'

/** Who takes part: members (thành viên) vote and count for the quorum, those invited (mời dự) do neither. Stored and exchanged. */
export const memberParts = ['member', 'invited'] as const
export type MemberPart = (typeof memberParts)[number]

/** What somebody answers to an invitation. Stored and exchanged. */
export const attendances = ['coming', 'remote', 'absent'] as const
export type Attendance = (typeof attendances)[number]

/** Somebody from outside the agency: gets a calendar file, takes part in the room only. */
export const outsider = z.strictObject({
  name: line,
  agency: z.string().max(500),
  address: z.email().nullable(),
})
export type Outsider = z.infer<typeof outsider>

/** How many members must be there: so many of all, such as two thirds; null where no rule asks for a number. */
export const quorum = z
  .strictObject({ of: z.int().min(1).max(100), outOf: z.int().min(1).max(100) })
  .refine(({ of, outOf }) => of <= outOf)
export type Quorum = z.infer<typeof quorum>

/** What an invitation says (working regulations; Decision 45/2018: chair, people, content, time, place, requirements). */
export const callDetails = z.strictObject({
  title: line,
  from: z.iso.datetime({ precision: 3 }),
  until: z.iso.datetime({ precision: 3 }),
  place: z.string().max(500),
  /** Where to join from afar: the agency's own video service. */
  callUrl: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .nullable(),
  chair: id,
  members: z.array(z.strictObject({ post: id, part: z.enum(memberParts) })).max(500),
  outsiders: z.array(outsider).max(500),
  quorum: quorum.nullable(),
  requirements: words,
  /** The letter that invites to it, when another agency called it. */
  letter: id.nullable(),
  /** Rooms and equipment it asks for; what it holds is said by their bookings. Absent: as before, at first none. */
  rooms: z.array(id).max(20).optional(),
})
export type CallDetails = z.infer<typeof callDetails>

/** What is known of a meeting that another agency calls and holds; here it is written who goes there and what comes of it. */
export const elsewhere = z.strictObject({
  agency: line,
  chair: z.string().max(500),
  /** Who is invited, in the words of the invitation. */
  people: z.string().max(4000),
})
export type Elsewhere = z.infer<typeof elsewhere>

/** One item of the agenda as the secretary sets it. */
export const agendaItem = z.strictObject({
  id,
  title: line,
  presenter: id.nullable(),
  minutes: z.int().min(0).max(600),
  /** Decided without discussion when nobody has an objection. */
  mayBeAdoptedTogether: z.boolean(),
  /** The earlier meeting whose minutes are approved under it; absent: it is about something else. */
  minutesOf: id.optional(),
})
export type AgendaItem = z.infer<typeof agendaItem>

/** A paper of an item; a new version keeps the ones before it. */
export const paper = z.strictObject({ id, name: line, file: blobRef })
export interface Paper {
  readonly id: string
  readonly name: string
  /** The newest last; never empty. */
  readonly versions: readonly { readonly file: BlobRef; readonly at: Instant }[]
}

/** What a member thinks of an item before the meeting. Stored and exchanged. */
export const stands = ['noObjection', 'discuss', 'objection'] as const
export type Stand = (typeof stands)[number]
export interface Position {
  readonly post: string
  readonly stand: Stand
  readonly text: string
  readonly at: Instant
}

/** Somebody who asked for the floor. */
export interface Speaker {
  readonly post: string
  readonly askedAt: Instant
  readonly spokeAt: Instant | null
}

/** What was concluded of an item; published the moment it is taken, or with the meeting's end. */
export interface Conclusion {
  readonly text: string
  readonly at: Instant
  readonly publishedAt: Instant | null
}

/** An item with all that was said and decided about it. */
export interface ItemState extends AgendaItem {
  readonly papers: readonly Paper[]
  readonly positions: readonly Position[]
  readonly speakers: readonly Speaker[]
  readonly motions: readonly Motion[]
  /** Stretches of time the meeting spent on it; the last one is open while it is being dealt with. */
  readonly spent: readonly { readonly from: Instant; readonly until: Instant | null }[]
  readonly conclusion: Conclusion | null
  /** The course of the discussion (diễn biến) as it goes into the minutes; absent: nothing was written. */
  readonly proceedings?: string
  /** The quyết định or nghị quyết that was drafted on what was decided; absent: none. */
  readonly decision?: NamedDocument
}

/** Somebody called to a meeting, and whether they come and came. */
export interface Member {
  readonly post: string
  readonly part: MemberPart
  readonly answer: {
    readonly attendance: Attendance
    readonly reason: string
    /** Who comes instead: listens and speaks, but has no vote. */
    readonly substitute: string | null
    readonly at: Instant
    /** Who noted it for them; absent: they themselves. */
    readonly enteredBy?: string
  } | null
  /** Another time they proposed and nobody answered yet; absent: none. */
  readonly proposed?: ProposedTime | undefined
  /** Since when they are there, in the room or from afar; null: not, or not any more. */
  readonly present: { readonly from: Instant; readonly isRemote: boolean } | null
}

/** A change wished of the minutes while they are open for it. */
export interface Amendment {
  readonly id: string
  readonly item: string
  readonly text: string
  readonly by: ActorRef
  readonly at: Instant
  readonly settled: { readonly isTaken: boolean; readonly words: string; readonly at: Instant } | null
}

/** What is changed in a called meeting, told to those who were called. */
export interface CallChange {
  readonly at: Instant
  readonly names: readonly (keyof CallDetails | 'agenda' | 'papers' | 'secretary')[]
}

/** A meeting (cuộc họp) with its agenda. Visible whole to everybody called to it. */
export interface Meeting extends Omit<CallDetails, 'members'>, Concluded {
  readonly id: string
  readonly status: MeetingStatus
  readonly secretary: string
  readonly members: readonly Member[]
  readonly items: readonly ItemState[]
  /** The item being dealt with. */
  readonly current: string | null
  readonly calledAt: Instant | null
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  readonly changes: readonly CallChange[]
  readonly cancelled: { readonly reason: string; readonly at: Instant } | null
  readonly amendments: readonly Amendment[]
  /** The minutes (biên bản) as a document of the agency, once they are fixed. */
  readonly minutes: { readonly document: string; readonly at: Instant; readonly pdf?: BlobRef } | null
  /** Another agency holds it, and `chair` is who heads those who go there. Absent: it is held here. */
  readonly elsewhere?: Elsewhere
  /** Letters to other agencies about it, oldest first; absent: none. */
  readonly told?: readonly AgencyInvitation[]
  /** What people from outside answered, one for each address; absent: nothing. */
  readonly outsiderAnswers?: readonly OutsiderAnswer[]
  /** Absent: it is no date of a series. */
  readonly series?: InSeries
  /** The earlier meeting that it goes on from; absent: none. */
  readonly follows?: string
  /** Later letters of the inviting agency that changed it, oldest first; absent: none. */
  readonly followed?: readonly FollowedLetter[]
}

/** Posts called to it, the chair and the secretary with them, each once. */
export function peopleOf(meeting: Pick<Meeting, 'chair' | 'secretary' | 'members'>): readonly string[] {
  const substitutes = meeting.members.flatMap(({ answer }) => answer?.substitute ?? [])
  const posts = [meeting.chair, meeting.secretary, ...meeting.members.map(({ post }) => post), ...substitutes]
  return [...new Set(posts)]
}

/** Posts that vote: the members; the chair votes only as one of them. */
export const votersOf = (meeting: Pick<Meeting, 'members'>): readonly string[] =>
  meeting.members.filter(({ part }) => part === 'member').map(({ post }) => post)

/** Whether enough members are there; true where no number is asked for. */
export function hasQuorum({ members, quorum }: Pick<Meeting, 'members' | 'quorum'>): boolean {
  if (quorum === null) return true
  const voting = members.filter(({ part }) => part === 'member')
  const present = voting.filter(({ present }) => present !== null).length
  return present * quorum.outOf >= voting.length * quorum.of
}
