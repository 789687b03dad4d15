import { Dexie } from 'dexie'
import { roomKinds, type Room } from '#shared/domain/rooms/room.ts'
import type { Subscription } from '#shared/protocol/calendar-subscriptions.ts'
import type { BallotRow, SlipRow } from '../projections/ballots.ts'
import type { MeetingRow, VoteRow } from '../projections/meetings.ts'
import type { NoteRow } from '../projections/notes.ts'
import type { Office } from './office.ts'
import type { SubscribedText } from './repositories/subscribed-repository.ts'
import { WHOLE, type SealedRows } from './sealed-rows.ts'

/** What the screens ask of meetings and ballots, and of what stands in a calendar beside them. */
export class MeetingsReader {
  readonly #office: Office
  readonly #rows: SealedRows

  constructor(office: Office, rows: SealedRows) {
    this.#office = office
    this.#rows = rows
  }

  /** Meetings one is called to: those ahead with the next one first, past ones with the last one first. */
  async inState(state: 'ahead' | 'past'): Promise<readonly MeetingRow[]> {
    const found = this.#rows
      .table('meetings')
      .where('[state+from]')
      .between([state, Dexie.minKey], [state, Dexie.maxKey])
    const rows = await (state === 'ahead' ? found : found.reverse()).limit(WHOLE.limit).toArray()
    return this.#rows.open('meetings', rows)
  }

  /** Rooms and equipment with their bookings, rooms first, by name. */
  async rooms(): Promise<readonly Room[]> {
    const rows = await this.#rows.all<Room>('rooms')
    return rows.toSorted(
      (a, b) => roomKinds.indexOf(a.kind) - roomKinds.indexOf(b.kind) || a.name.localeCompare(b.name, 'vi'),
    )
  }

  /** Votes on a question that are visible here, in no order. */
  async votesOn(motion: string): Promise<readonly VoteRow[]> {
    return this.#rows.open('votes', await this.#rows.table('votes').where('motion').equals(motion).toArray())
  }

  /** Ballots one is asked by or asks with: running ones by when they are due, ended ones newest first. */
  async ballots(state: 'running' | 'ended'): Promise<readonly BallotRow[]> {
    const found = this.#rows
      .table('ballots')
      .where('[state+sort]')
      .between([state, Dexie.minKey], [state, Dexie.maxKey])
    const rows = await (state === 'running' ? found : found.reverse()).limit(WHOLE.limit).toArray()
    return this.#rows.open('ballots', rows)
  }

  /** The slips of these ballots that are visible here, in no order. */
  async slipsOf(ballots: readonly string[]): Promise<readonly SlipRow[]> {
    return this.#rows.open(
      'slips',
      await this.#rows
        .table('slips')
        .where('ballot')
        .anyOf([...ballots])
        .toArray(),
    )
  }

  /** What this person noted on a meeting, in no order. */
  async notesOn(meeting: string): Promise<readonly NoteRow[]> {
    return this.#rows.open(
      'notes',
      await this.#rows.table('notes').where('meeting').equals(meeting).toArray(),
    )
  }

  /** Calendars one subscribed to, as the node last told. */
  subscriptions(): Promise<readonly Subscription[]> {
    return this.#office.subscribed.all()
  }

  /** One of them as it was sent; undefined when it is not on this desk. */
  subscribedText(id: string): Promise<SubscribedText | undefined> {
    return this.#office.subscribed.text(id)
  }
}
