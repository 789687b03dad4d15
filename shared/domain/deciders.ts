import type { AggregateKind } from '../log/command.ts'
import type { Decider } from './decision.ts'
import {
  agencyDecider,
  correspondentDecider,
  deviceDecider,
  postDecider,
  unitDecider,
} from './directory/deciders.ts'
import { documentDecider } from './documents/document-decider.ts'
import { bookDecider } from './registers/book-decider.ts'
import { dispatchDecider } from './correspondence/dispatch-decider.ts'
import { letterDecider } from './correspondence/letter-decider.ts'
import { senderRequestDecider } from './correspondence/sender-request-decider.ts'
import { unmatchedDecider } from './correspondence/unmatched-decider.ts'
import { taskDecider } from './work/task-decider.ts'
import { calendarDecider } from './calendar/calendar-decider.ts'
import { configurationDecider } from './configuration/configuration-decider.ts'
import { absenceDecider } from './directory/absence-decider.ts'
import { signingDelegationDecider } from './directory/signing-delegation-decider.ts'
import { groupsDecider } from './directory/groups-decider.ts'
import { meetingDecider } from './meetings/meeting-decider.ts'
import { voteDecider } from './meetings/vote-decider.ts'
import { weekDecider } from './schedule/week-decider.ts'
import { weekDraftDecider } from './schedule/week-draft-decider.ts'
import { ballotDecider } from './meetings/ballot/ballot-decider.ts'
import { slipDecider } from './meetings/ballot/slip-decider.ts'
import { noteDecider } from './notes/note-decider.ts'
import { roomDecider } from './rooms/room-decider.ts'
import { personalCalendarDecider } from './schedule/personal/personal-calendar-decider.ts'
import { erasable } from './erasure.ts'
import { caseFileDecider } from './records/case-file-decider.ts'
import { disposalDecider } from './records/disposal-decider.ts'
import { filePlanDecider } from './records/file-plan-decider.ts'
import { handoverDecider } from './records/handover-decider.ts'
import { submissionDecider } from './records/submission-decider.ts'
import { formerImportDecider } from './registers/former/former-import-decider.ts'
import { formerPageDecider } from './registers/former/former-page-decider.ts'
import { savedSearchesDecider } from './search/saved-searches-decider.ts'
import { usualDirectivesDecider } from './work/usual-directives-decider.ts'

/** A decider seen from the log, which does not know what the aggregate is about. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each decider is only ever given back its own state, command and events
export type AnyDecider = Decider<any, any, any>

/** The deciders of every kind of aggregate: the one place where desk and node find them. */
export const deciders: Readonly<Record<AggregateKind, AnyDecider>> = {
  agency: agencyDecider,
  unit: unitDecider,
  post: postDecider,
  device: deviceDecider,
  correspondent: correspondentDecider,
  document: erasable(documentDecider),
  book: bookDecider,
  letter: erasable(letterDecider),
  task: erasable(taskDecider),
  dispatch: erasable(dispatchDecider),
  unmatched: unmatchedDecider,
  'sender-request': senderRequestDecider,
  calendar: calendarDecider,
  absence: absenceDecider,
  'signing-delegation': signingDelegationDecider,
  'usual-directives': usualDirectivesDecider,
  'saved-searches': savedSearchesDecider,
  groups: groupsDecider,
  'file-plan': filePlanDecider,
  'case-file': caseFileDecider,
  submission: submissionDecider,
  disposal: disposalDecider,
  handover: handoverDecider,
  configuration: configurationDecider,
  'former-import': formerImportDecider,
  'former-page': formerPageDecider,
  meeting: meetingDecider,
  vote: voteDecider,
  'week-draft': weekDraftDecider,
  week: weekDecider,
  ballot: ballotDecider,
  'ballot-slip': slipDecider,
  note: noteDecider,
  room: roomDecider,
  'personal-calendar': personalCalendarDecider,
}
