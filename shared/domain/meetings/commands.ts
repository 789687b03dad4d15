import { z } from 'zod'
import { blobRef } from '../blob-ref.ts'
import { parserOf } from '../parse-command.ts'
import { agendaItem, attendances, callDetails, elsewhere, paper, stands } from './meeting.ts'
import { concludeCommands } from './conclude/commands.ts'
import { outsiderReply, settleProposal } from './outsider-answer.ts'
import { proposeTime, settleTime } from './propose-time.ts'
import { handOverCommand } from './hand-over.ts'
import { inviteAgencies } from './agency-invitation.ts'
import { adjustment } from './adjustment.ts'
import { follow } from './follow.ts'
import { laterLetter } from './later-letter.ts'
import { inSeries } from './series/series.ts'
import { motion, paperTally } from './motion.ts'

const id = z.string().min(1).max(64)
const words = z.string().max(8000)
const ofItem = z.strictObject({ item: id })
const ofMotion = z.strictObject({ item: id, motion: id })

/** What may be asked of a meeting. The names of votes and of floor requests say who asks: the actor. */
const meetingCommands = {
  'meeting.draft': callDetails,
  /** Takes a meeting that another agency calls from its letter, with who goes there. */
  'meeting.attend': z.strictObject({ details: callDetails, elsewhere }),
  /** Drafts and calls one date of a series. */
  'meeting.schedule': z.strictObject({
    details: callDetails,
    items: z.array(agendaItem).max(100),
    shortNotice: words,
    series: inSeries,
  }),
  'meeting.change': callDetails,
  'meeting.adjust': adjustment,
  'meeting.follow': follow,
  'meeting.followLetter': laterLetter,
  'meeting.setAgenda': z.strictObject({ items: z.array(agendaItem).max(100) }),
  'meeting.addPaper': z.strictObject({ item: id, paper }),
  'meeting.removePaper': z.strictObject({ item: id, paper: id }),
  /** `shortNotice` says why it is called later than working regulations have it. */
  'meeting.call': z.strictObject({ shortNotice: words }),
  /** The letter by which other agencies are told of it, drafted by whoever runs it. */
  'meeting.inviteAgencies': inviteAgencies,
  'meeting.noteReply': outsiderReply,
  'meeting.settleProposal': settleProposal,
  'meeting.proposeTime': proposeTime,
  'meeting.settleTime': settleTime,
  ...handOverCommand,
  'meeting.cancel': z.strictObject({ reason: words }),
  'meeting.answer': z.strictObject({
    attendance: z.enum(attendances),
    reason: words,
    substitute: id.nullable(),
  }),
  /** What a member without a device here told the secretary. */
  'meeting.answerFor': z.strictObject({ post: id, attendance: z.enum(attendances), reason: words }),
  'meeting.position': z.strictObject({ item: id, stand: z.enum(stands), text: words }),
  'meeting.askForFloor': ofItem,
  'meeting.giveFloor': z.strictObject({ item: id, post: id }),
  'meeting.open': z.strictObject({}),
  'meeting.checkIn': z.strictObject({ post: id, isRemote: z.boolean() }),
  'meeting.checkOut': z.strictObject({ post: id }),
  'meeting.takeItem': ofItem,
  'meeting.adoptTogether': z.strictObject({ items: z.array(id).min(1).max(100) }),
  'meeting.openVote': z.strictObject({ item: id, motion }),
  'meeting.closeVote': ofMotion,
  'meeting.recordTally': z.strictObject({ item: id, motion: id, tally: paperTally }),
  'meeting.declareVote': ofMotion,
  'meeting.conclude': z.strictObject({ item: id, text: words, publish: z.boolean() }),
  /** What was said of an item so far, written as the meeting goes. `over`: SHA-256 of what it takes the place of, empty before anything was written, hex. */
  'meeting.recordProceedings': z.strictObject({
    item: id,
    over: z.string().regex(/^[0-9a-f]{64}$/),
    text: words,
  }),
  'meeting.close': z.strictObject({}),
  'meeting.amend': z.strictObject({ amendment: id, item: id, text: words }),
  'meeting.settleAmendment': z.strictObject({ amendment: id, isTaken: z.boolean(), words }),
  /** `pdf`: the signed file, named so that everybody called may read it. */
  'meeting.fixMinutes': z.strictObject({ document: id, pdf: blobRef.optional() }),
  ...concludeCommands,
} as const

type MeetingCommandType = keyof typeof meetingCommands
/** A command of a meeting. */
export type MeetingCommand = {
  [T in MeetingCommandType]: { readonly type: T; readonly payload: z.infer<(typeof meetingCommands)[T]> }
}[MeetingCommandType]
/** The commands of these types. */
export type Commanded<T extends MeetingCommandType> = Extract<MeetingCommand, { type: T }>

/** Reads a command of a meeting; throws a ZodError on anything else. */
export const parseMeetingCommand = parserOf(meetingCommands)
