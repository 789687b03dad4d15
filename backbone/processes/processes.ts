import { statementsToChecks, ballotToSlips } from './ballot-to-slips.ts'
import { directiveToTasks } from './directive-to-tasks.ts'
import { dispatchToDeliveries } from './dispatch-to-deliveries.ts'
import { issuedToAmended } from './issued-to-amended.ts'
import { issuedToExchange } from './issued-to-exchange.ts'
import { letterMovesToStatus } from './letter-moves-to-status.ts'
import { meetingToRooms } from './meeting-to-rooms.ts'
import { meetingToTasks } from './meeting-to-tasks.ts'
import { papersToMeeting } from './papers-to-meeting.ts'
import { passedOnToTasks } from './passed-on-to-tasks.ts'
import { handoverToHolders } from './handover-to-holders.ts'
import { meetingToWeeks } from './meeting-to-weeks.ts'
import type { Process } from './process.ts'
import { disposalToErasure, erasedToBodies, submissionToFiles } from './records.ts'
import { requestAnswered } from './request-answered.ts'
import { replyToLetter } from './reply-to-letter.ts'
import { signedToChecks } from './signed-to-checks.ts'
import { taskPropagation } from './task-propagation.ts'
import { taskToLetter } from './task-to-letter.ts'
import { withdrawnToPages } from './withdrawn-to-pages.ts'

/** Everything that follows by itself from what people do. */
export const processes: readonly Process[] = [
  directiveToTasks,
  passedOnToTasks,
  taskPropagation,
  taskToLetter,
  signedToChecks,
  issuedToExchange,
  issuedToAmended,
  replyToLetter,
  dispatchToDeliveries,
  letterMovesToStatus,
  requestAnswered,
  submissionToFiles,
  disposalToErasure,
  erasedToBodies,
  handoverToHolders,
  withdrawnToPages,
  meetingToTasks,
  papersToMeeting,
  meetingToWeeks,
  meetingToRooms,
  ballotToSlips,
  statementsToChecks,
]
