import type { Instant, LocalDate } from '#shared/kernel/instant.ts'
import { sameLetterKey } from '#shared/domain/correspondence/duplicates.ts'
import {
  verdictOf,
  type Correction,
  type Letter,
  type VerdictWord,
} from '#shared/domain/correspondence/letter.ts'
import type { SenderRequest } from '#shared/domain/correspondence/sender-request.ts'
import type { LetterStatus } from '#shared/domain/correspondence/letter-status.ts'
import type { Unmatched } from '#shared/domain/correspondence/unmatched-decider.ts'
import type { Amendment } from '#shared/domain/documents/amendment.ts'
import type { Urgency } from '#shared/domain/documents/document.ts'
import type { ProjectedRow, Projection, ShownFacts } from './projection.ts'
import { NO_DEADLINE } from './work.ts'

/** Boxes of *Incoming*. Stored as index: renaming one needs a rebuild of the table. */
export const incomingBoxes = [
  'toAccept',
  'toRegister',
  'toDirect',
  'toHandle',
  'inProgress',
  'finished',
  'refused',
  'requests',
  'unmatched',
] as const
export type IncomingBox = (typeof incomingBoxes)[number]

const boxOfLetter: Record<LetterStatus, IncomingBox> = {
  arrived: 'toAccept',
  accepted: 'toRegister',
  registered: 'toDirect',
  presented: 'toDirect',
  directed: 'toHandle',
  inProgress: 'inProgress',
  finished: 'finished',
  refused: 'refused',
}

/** A letter in a box. */
export interface IncomingLetterRow extends ShownFacts {
  readonly what: 'letter'
  readonly id: string
  readonly box: IncomingBox
  readonly status: LetterStatus
  readonly fromName: string
  readonly fromCode: string
  /** The sender's number and symbol. */
  readonly number: string
  readonly symbol: string
  readonly subject: string
  readonly typeName: string
  readonly urgency: Urgency
  readonly issuedOn: LocalDate | null
  /** What the sender asks for, else the leader's deadline. */
  readonly dueDate: LocalDate | null
  readonly verdict: VerdictWord
  readonly arrivedAt: Instant
  readonly arrivalNumber: Letter['number']
  readonly presentedTo: string | null
  readonly lead: string | null
  readonly fileCount: number
  readonly paper: Letter['paper'] | null
  readonly corrections: readonly Correction[]
  readonly amendments: readonly Amendment[]
  /** When it went to a leader or, by a directive, to whoever handles it: the later of the two. */
  readonly transferredAt: Instant | null
  /** When its handling was begun: the receipt of who handles it. */
  readonly startedAt: Instant | null
  readonly refusedReason: string | null
}

/** A message that matches nothing (Không khớp). */
export interface UnmatchedRow extends ShownFacts {
  readonly what: 'unmatched'
  readonly id: string
  readonly box: 'unmatched'
  readonly message: Unmatched['kind']
  readonly fromName: string
  readonly fromCode: string
  readonly reason: string
  readonly fields: Unmatched['fields']
  readonly arrivedAt: Instant
}

/** What a sender asks about a letter. Answered ones lie in no box, but the register speaks of them. */
export interface RequestRow extends ShownFacts {
  readonly what: 'request'
  readonly id: string
  readonly box: 'requests' | 'answered'
  readonly fromName: string
  readonly fromCode: string
  readonly arrivedAt: Instant
  readonly state: SenderRequest
}
export type IncomingRow = IncomingLetterRow | UnmatchedRow | RequestRow

/** Newest first in each box; what a clerk has settled leaves *Không khớp*. */
export const incoming: Projection = {
  table: 'incoming',
  rowsOf(of, facts) {
    switch (of.kind) {
      case 'letter':
        return [row(letterRow(of.state, facts), sameLetterKey(of.state.content))]
      case 'unmatched':
        return of.state.settled === null ? [row(unmatchedRow(of.state, facts))] : []
      case 'sender-request':
        return of.state.settledAt === null ? [row(requestRow(of.state, facts), '', of.state.letter)] : []
      default:
        return []
    }
  },
}

/** Place in a box, rising with time. */
export const sortOf = ({ arrivedAt, id }: IncomingRow): string => `${arrivedAt} ${id}`

/** The day from which on it cannot wait any more: the last for what has a deadline; empty for an express letter and a recall, which never can. */
export function pressOf(row: IncomingRow): string {
  if (row.what === 'request') return row.state.way === 'recall' ? '' : NO_DEADLINE
  if (row.what === 'unmatched' || row.status === 'finished' || row.status === 'refused') return NO_DEADLINE
  return row.urgency === 'express' ? '' : (row.dueDate ?? NO_DEADLINE)
}

/** `about`: the letter a request is about. */
const row = (content: IncomingRow, same = '', about = ''): ProjectedRow => ({
  id: content.id,
  index: { box: content.box, sort: sortOf(content), press: pressOf(content), same, about },
  content,
  counts: content.box === 'answered' ? [] : [`incoming/${content.box}`],
})

const letterRow = (state: Letter, facts: ShownFacts): IncomingLetterRow => ({
  ...facts,
  what: 'letter',
  id: state.id,
  box: boxOfLetter[state.status],
  status: state.status,
  fromName: state.content.from.name,
  fromCode: state.content.from.code,
  number: state.content.number,
  symbol: state.content.symbol,
  subject: state.content.subject,
  typeName: state.content.typeName,
  urgency: state.content.urgency,
  issuedOn: state.content.issuedOn,
  dueDate: state.directive?.deadline ?? state.content.dueDate,
  verdict: verdictOf(state),
  arrivedAt: state.arrivedAt,
  arrivalNumber: state.number,
  presentedTo: state.presentedTo,
  lead: state.directive?.lead ?? null,
  fileCount: state.files.length,
  paper: state.paper ?? null,
  corrections: state.corrections ?? [],
  amendments: state.amendments ?? [],
  transferredAt: state.trail.findLast((one) => one.act === 'directed' || one.act === 'presented')?.at ?? null,
  startedAt: state.trail.find((one) => one.act === 'started' || one.act === 'finished')?.at ?? null,
  refusedReason: state.refused?.reason ?? null,
})

const requestRow = (state: SenderRequest, facts: ShownFacts): RequestRow => ({
  ...facts,
  what: 'request',
  id: state.id,
  box: state.answer === null ? 'requests' : 'answered',
  fromName: state.from.name,
  fromCode: state.from.code,
  arrivedAt: state.askedAt,
  state,
})

const unmatchedRow = (state: Unmatched, facts: ShownFacts): UnmatchedRow => ({
  ...facts,
  what: 'unmatched',
  id: state.id,
  box: 'unmatched',
  message: state.kind,
  fromName: state.from.name,
  fromCode: state.from.code,
  reason: state.reason,
  fields: state.fields,
  arrivedAt: state.receivedAt,
})
