import { calendarSeen } from '../../configuration/effective.ts'
import { addWorkingDays } from '../../calendar/working-calendar.ts'
import { events, refuse, type Decision, type DecisionContext } from '../../decision.ts'
import type { OfficialDocument } from '../../documents/document.ts'
import { meetingPapers, type MeetingPart } from '../../documents/of-meeting.ts'
import { linesOfText } from '../../documents/lines-of-text.ts'
import type { CaseFile } from '../../records/case-file.ts'
import { taskIdOf } from '../../work/task.ts'
import { localDateOf, type Instant, type LocalDate } from '../../../kernel/instant.ts'
import { happened, itemIn, unlessCalled, unlessIn, unlessRunning } from '../entitled.ts'
import type { Meeting } from '../meeting.ts'
import type { ConcludeCommand } from './commands.ts'
import type { ConcludeEvent } from './evolve.ts'
import { isDecided } from './decided.ts'
import { isRoundOver, roundRunsUntil } from './minutes-round.ts'
import { mayGiveTasks } from './signed-by-chair.ts'
import { isKindOfPart, missingRule, NOTICE_WITHIN_WORKING_DAYS, paperOf } from './state.ts'

type Of<T extends ConcludeCommand['type']> = Extract<ConcludeCommand, { type: T }>['payload']
type Answer = Decision<ConcludeEvent>

/** From the end of a meeting to its work file: minutes, notice of conclusions, tasks (Decree 30 forms 1.9 and 1.4; Decision 45/2018). */
export function decideConcluded(state: Meeting, command: ConcludeCommand, context: DecisionContext): Answer {
  if (command.type === 'meeting.noteIssued') return decideIssued(state, command.payload, context)
  const refused = unlessRunning(state, context)
  if (refused !== undefined) return refused
  switch (command.type) {
    case 'meeting.nameDocument':
      return decideNaming(state, command.payload, context)
    case 'meeting.sendMinutes':
      return decideSending(state, command.payload, context)
    case 'meeting.lockMinutes':
      return decideLocking(state, context)
    case 'meeting.giveTasks':
      return decideGiving(state, command.payload, context)
    case 'meeting.approveMinutes':
      return decideApproving(state, command.payload, context)
    case 'meeting.file':
      return decideFiling(state, command.payload, context)
  }
}

/** The last day for the notice of conclusions of a meeting that ends now. */
export const noticeDay = (at: Instant, { look, today }: Pick<DecisionContext, 'look' | 'today'>): LocalDate =>
  addWorkingDays(calendarSeen(look, today), localDateOf(at), NOTICE_WITHIN_WORKING_DAYS)

/** The document that was made out of this meeting for this part; undefined otherwise. */
export function documentOf(
  state: Meeting,
  part: MeetingPart,
  id: string,
  look: DecisionContext['look'],
): OfficialDocument | undefined {
  const document = look('document', id) as OfficialDocument | undefined
  if (document?.ofMeeting === undefined) return undefined
  const { meeting, ...its } = document.ofMeeting
  return meeting === state.id && isSamePart(its, part) && isKindOfPart(document.kind, part)
    ? document
    : undefined
}

const isSamePart = (one: MeetingPart, other: MeetingPart): boolean =>
  one.paper === other.paper &&
  (one.paper !== 'decision' || other.paper !== 'decision' || one.item === other.item)

function decideNaming(
  state: Meeting,
  { document, ...part }: Of<'meeting.nameDocument'>,
  context: DecisionContext,
): Answer {
  const refused = unlessNamedNow(state, part)
  if (refused !== undefined) return refused
  const known = paperOf(state, part)
  if (known?.document === document) return events()
  if (known !== undefined) return refuse('meeting-document-named')
  return documentOf(state, part, document, context.look) === undefined
    ? refuse(missingRule[part.paper])
    : events({ ...happened(context), type: 'documentNamed', document, ...part })
}

/** Minutes are drafted from the opening on, the notice once it has ended, a decision also when all the rest lies in a work file. */
function unlessNamedNow(state: Meeting, part: MeetingPart): ReturnType<typeof refuse> | undefined {
  switch (part.paper) {
    case 'minutes':
      return unlessIn(state, 'inSession', 'concluded')
    case 'notice':
      return unlessIn(state, 'concluded')
    case 'decision': {
      const item = itemIn(state, part.item)
      if (item === undefined) return refuse('unknown-object')
      return (
        unlessIn(state, 'concluded', 'archived') ?? (isDecided(item) ? undefined : refuse('item-not-decided'))
      )
    }
  }
}

/** Everybody called reads the text in the meeting; the draft stays with the secretary. */
function decideSending(
  state: Meeting,
  { until }: Of<'meeting.sendMinutes'>,
  context: DecisionContext,
): Answer {
  const refused = unlessIn(state, 'concluded')
  if (refused !== undefined) return refused
  if (state.lockedAt !== undefined) return refuse('minutes-locked')
  if (state.minutesDraft === undefined) return refuse('minutes-missing')
  if (until !== null && until < context.today) return refuse('deadline-in-past', { date: until })
  const promised = roundRunsUntil(state, context.today)
  if (promised !== undefined && (until === null || until < promised)) return refuse('minutes-round-open')
  const text = textOfDraft(draftOf(state, context))
  return text.length === 0
    ? refuse('minutes-missing')
    : events({ ...happened(context), type: 'minutesSent', text, until })
}

/** Ends the wishes and keeps the text that goes to be signed; once more only when the chair gave it back to be changed. */
function decideLocking(state: Meeting, context: DecisionContext): Answer {
  const refused = unlessIn(state, 'concluded')
  if (refused !== undefined) return refused
  if (state.minutesDraft === undefined) return refuse('minutes-missing')
  const draft = draftOf(state, context)
  if (state.lockedAt !== undefined && !isReturnedByChair(state, draft)) return events()
  const open = state.amendments.filter(({ settled }) => settled === null).length
  if (open > 0) return refuse('amendments-open', { count: open })
  if (!isRoundOver(state, context.today)) return refuse('minutes-round-open')
  const text = textOfDraft(draft)
  return text.length === 0
    ? refuse('minutes-missing')
    : events({ ...happened(context), type: 'minutesLocked', text })
}

const draftOf = (state: Meeting, { look }: DecisionContext): OfficialDocument | undefined =>
  state.minutesDraft === undefined
    ? undefined
    : documentOf(state, { paper: 'minutes' }, state.minutesDraft.document, look)

const textOfDraft = (draft: OfficialDocument | undefined): readonly string[] =>
  draft?.text == null ? [] : linesOfText(draft.text)

const isReturnedByChair = ({ chair }: Meeting, draft: OfficialDocument | undefined): boolean =>
  draft?.status === 'returned' && draft.returned?.by.post === chair

function decideIssued(state: Meeting, payload: Of<'meeting.noteIssued'>, context: DecisionContext): Answer {
  if (!context.actor.roles.includes('node')) return refuse('node-only')
  const known = paperOf(state, payload)
  return known?.document !== payload.document || known.issued !== null
    ? events()
    : events({ ...happened(context), type: 'documentIssued', ...payload })
}

/** The chair gives what was concluded; the secretary confirms it in the chair's name once the chair signed minutes or notice. */
function decideGiving(state: Meeting, { works }: Of<'meeting.giveTasks'>, context: DecisionContext): Answer {
  const refused = unlessIn(state, 'inSession', 'concluded')
  if (refused !== undefined) return refused
  const papers = meetingPapers.map((paper) => {
    const named = paperOf(state, { paper })
    return named && documentOf(state, { paper }, named.document, context.look)
  })
  if (!mayGiveTasks(state, context.actor.post, papers)) return refuse('tasks-by-chair')
  const already = (state.tasks ?? []).length
  for (const { item, parts, deadline } of works) {
    const concluded = itemIn(state, item)
    if (concluded === undefined) return refuse('unknown-object')
    if (concluded.conclusion === null) return refuse('item-not-concluded', { item: concluded.title })
    const posts = parts.map(({ post }) => post)
    if (posts.some((post) => context.look('post', post) === undefined)) return refuse('post-unknown')
    if (new Set(posts).size < posts.length) return refuse('person-twice')
    if (posts.includes(state.chair)) return refuse('assign-to-self')
    if (!parts.some(({ role }) => role === 'lead')) return refuse('lead-missing')
    if (deadline !== null && deadline < context.today) return refuse('deadline-in-past', { date: deadline })
  }
  const tasks = works.flatMap(({ item, parts, text, deadline }, index) =>
    parts.map(({ post, role }) => ({
      task: taskIdOf({ kind: 'meeting', id: state.id }, already + index, post),
      ...{ post, role, item, text, deadline },
    })),
  )
  return events({ ...happened(context), type: 'tasksGiven', tasks })
}

/** A meeting approves the minutes of an earlier one as they were signed, or with what it puts right in them. */
function decideApproving(
  state: Meeting,
  { meeting: id, corrections = '' }: Of<'meeting.approveMinutes'>,
  context: DecisionContext,
): Answer {
  const refused = unlessIn(state, 'inSession')
  if (refused !== undefined) return refused
  const earlier = context.look('meeting', id) as Meeting | undefined
  if (earlier === undefined || id === state.id) return refuse('unknown-object')
  const stranger = unlessCalled(earlier, context)
  if (stranger !== undefined) return stranger
  if (earlier.minutes === null) return refuse('minutes-not-signed')
  return state.approved?.some(({ meeting }) => meeting === id) === true
    ? events()
    : events({
        ...happened(context),
        type: 'minutesApproved',
        ...{ meeting: id, title: earlier.title },
        ...(corrections.trim() === '' ? {} : { corrections: corrections.trim() }),
      })
}

/** What was signed and issued lies in a work file of the agency (Decree 30 Art 29). */
function decideFiling(state: Meeting, { file }: Of<'meeting.file'>, context: DecisionContext): Answer {
  const refused = unlessIn(state, 'concluded')
  if (refused !== undefined) return refused
  if (state.minutesDraft === undefined || state.minutes === null) return refuse('minutes-not-signed')
  const named = meetingPapers.flatMap((paper) => paperOf(state, { paper }) ?? [])
  if (named.some(({ issued }) => issued === null)) return refuse('meeting-papers-not-issued')
  const held = (context.look('case-file', file) as CaseFile | undefined)?.items ?? []
  const isWhole = named.every(({ document }) =>
    held.some(({ source }) => source.kind === 'document' && source.id === document),
  )
  return isWhole ? events({ ...happened(context), type: 'filed', file }) : refuse('meeting-not-in-file')
}
