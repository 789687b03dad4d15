import type { AggregateKind } from '#shared/log/command.ts'
import type { Dispatch } from '#shared/domain/correspondence/dispatch.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import type { SenderRequest } from '#shared/domain/correspondence/sender-request.ts'
import type { Unmatched } from '#shared/domain/correspondence/unmatched-decider.ts'
import type { Agency, Correspondent, Device, Post, Unit } from '#shared/domain/directory/directory.ts'
import type { CaseFile } from '#shared/domain/records/case-file.ts'
import type { Disposal } from '#shared/domain/records/disposal-decider.ts'
import type { FilePlan } from '#shared/domain/records/file-plan.ts'
import type { Handover } from '#shared/domain/records/handover-decider.ts'
import type { Submission } from '#shared/domain/records/submission-decider.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { Book } from '#shared/domain/registers/book.ts'
import type { AgencyCalendar } from '#shared/domain/calendar/calendar-decider.ts'
import type { Configuration } from '#shared/domain/configuration/configuration.ts'
import type { Absence } from '#shared/domain/directory/absence-decider.ts'
import type { FormerImport } from '#shared/domain/registers/former/former-import.ts'
import type { FormerPage } from '#shared/domain/registers/former/former-page-decider.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Vote } from '#shared/domain/meetings/vote.ts'
import type { Week } from '#shared/domain/schedule/week-decider.ts'
import type { WeekDraft } from '#shared/domain/schedule/week-draft.ts'
import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import type { Slip } from '#shared/domain/meetings/ballot/slip.ts'
import type { Note } from '#shared/domain/notes/note.ts'
import type { Room } from '#shared/domain/rooms/room.ts'
import type { PersonalCalendar } from '#shared/domain/schedule/personal/personal-calendar-decider.ts'
import type { Task } from '#shared/domain/work/task.ts'
import type { SigningDelegation } from '#shared/domain/directory/signing-delegation.ts'
import type { Groups } from '#shared/domain/directory/groups.ts'
import type { SavedSearches } from '#shared/domain/search/saved-searches-decider.ts'
import type { UsualDirectives } from '#shared/domain/work/usual-directives-decider.ts'

/** What the state of each kind of aggregate is. */
export interface StateOf {
  readonly agency: Agency
  readonly unit: Unit
  readonly post: Post
  readonly device: Device
  readonly correspondent: Correspondent
  readonly document: OfficialDocument
  readonly book: Book
  readonly letter: Letter
  readonly task: Task
  readonly dispatch: Dispatch
  readonly unmatched: Unmatched
  readonly 'sender-request': SenderRequest
  readonly calendar: AgencyCalendar
  readonly absence: Absence
  readonly 'signing-delegation': SigningDelegation
  readonly 'usual-directives': UsualDirectives
  readonly 'saved-searches': SavedSearches
  readonly groups: Groups
  readonly 'file-plan': FilePlan
  readonly 'case-file': CaseFile
  readonly submission: Submission
  readonly disposal: Disposal
  readonly handover: Handover
  readonly configuration: Configuration
  readonly 'former-import': FormerImport
  readonly 'former-page': FormerPage
  readonly meeting: Meeting
  readonly vote: Vote
  readonly 'week-draft': WeekDraft
  readonly week: Week
  readonly ballot: Ballot
  readonly 'ballot-slip': Slip
  readonly note: Note
  readonly room: Room
  readonly 'personal-calendar': PersonalCalendar
}

/** A state with the kind that says what it is. */
export type KnownState = {
  [K in AggregateKind]: { readonly kind: K; readonly state: StateOf[K] }
}[AggregateKind]
