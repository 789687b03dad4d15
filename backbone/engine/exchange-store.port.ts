import type { StoredBlob } from './blob-index.port.ts'

/** Something to be done outside the log. */
export interface NewJob {
  /** Derived from its cause: adding it again changes nothing, also when it is long done. */
  readonly id: string
  readonly workspace: string
  /** One after the other within a lane, in the order in which they were added. */
  readonly lane: string
  readonly kind: string
  /** JSON; parsed again before use. */
  readonly payload: string
}

export interface Job extends NewJob {
  readonly attempts: number
}

/** An edXML message under way, whoever sent it. */
export interface NewMessage {
  /** What its sender knows it by. */
  readonly id: string
  readonly from: string
  readonly kind: 'edoc' | 'status'
  readonly file: Pick<StoredBlob, 'sha256' | 'sizeBytes' | 'chunks'>
  readonly documentId: string
  readonly title: string
  readonly code: string
  readonly sentAt: string
  /** Which system handed it in: `''` for this node. */
  readonly system: string
  /** The same key within its system and a span of time is the same sending. */
  readonly sameAs: string
  /** The dispatch it delivers, when an agency of this node issued the document. */
  readonly dispatch: { readonly workspace: string; readonly id: string } | null
  /** The letter of which it tells, when an agency of this node answers with it. */
  readonly letter?: { readonly workspace: string; readonly id: string }
}

/** A message with its deliveries and the work that follows. */
export interface Sending {
  readonly message: NewMessage
  readonly deliveries: readonly Delivery[]
  readonly jobs: readonly NewJob[]
}

/** Transport words (axis protocol, section 6). */
export type SendState = 'done' | 'fail'

/** One message on its way to one receiver. */
export interface Delivery {
  /** What its receiver knows it by; a UUID. */
  readonly id: string
  readonly message: string
  readonly to: string
  readonly sendState: SendState
  readonly sendDescription: string
  /** `initial` until the receiver says otherwise; `done` is final. */
  readonly receiveState: string
  readonly receiveDescription: string
  readonly createdAt: string
  readonly updatedAt: string
}

export interface DeliveredMessage {
  readonly delivery: Delivery
  readonly message: NewMessage
}

/** An agency of an outside system that exchanges through this node. Codes are compared without regard to case. */
export interface OutsideAgency {
  readonly code: string
  readonly system: string
  readonly name: string
  readonly fields: Readonly<Record<string, string>>
}

/** A system that talks to this node by the axis protocol. */
export interface OutsideSystem {
  readonly id: string
  /** As typed. */
  readonly secret: string
}

/** Work under way and messages in transit. Writes are durable when resolved. */
export interface ExchangeStore {
  addJobs(jobs: readonly NewJob[]): Promise<void>
  /** The first of each lane, if it is due, oldest first. */
  readyJobs(nowMs: number, limit: number): Promise<readonly Job[]>
  /** When the next job is due that is not due yet; undefined when none waits. */
  nextDueMs(nowMs: number): Promise<number | undefined>
  finishJob(id: string): Promise<void>
  postponeJob(id: string, dueMs: number, problem: string): Promise<void>

  /**
   * Whole or not at all. Answers the id under which the message is kept: that of an earlier one of its system with the same `sameAs` sent
   * since `sameSince`, for which nothing new is stored but deliveries and jobs that it lacks.
   */
  send(sending: Sending, sameSince: string): Promise<string>
  message(id: string): Promise<NewMessage | undefined>
  /** Dispatches of a workspace by the identifier or the full code of what they deliver, newest first. */
  dispatchesOf(workspace: string, by: 'documentId' | 'code', value: string): Promise<readonly string[]>
  delivery(id: string): Promise<DeliveredMessage | undefined>
  deliveriesOf(message: string): Promise<readonly Delivery[]>
  setReceiveState(delivery: string, state: string, description: string, at: string): Promise<void>
  /** Which letter of an agency here a delivery became, or of which dispatch it told. */
  setTaken(delivery: string, workspace: string, by: string): Promise<void>
  /**
   * A letter or a dispatch was erased: removes its deliveries, and each message that nobody here keeps or waits for any more; what
   * was sent of it goes with it, wherever that has got to. Answers the chunks that no message names now; the rest is unreadable on the disk too.
   */
  forget(workspace: string, id: string): Promise<readonly string[]>
  /** Not yet `done` and sent for these receivers, oldest first. */
  waitingFor(
    codes: readonly string[],
    kind: NewMessage['kind'],
    limit: number,
  ): Promise<readonly DeliveredMessage[]>
  countWaitingFor(codes: readonly string[], kind: NewMessage['kind']): Promise<number>
  /** The latest messages of a system, newest first. */
  sentBy(system: string, limit: number): Promise<readonly NewMessage[]>

  /** Outside systems and the secrets they sign with. */
  putSystem(system: OutsideSystem): Promise<void>
  system(id: string): Promise<OutsideSystem | undefined>

  /** Creates or updates by code. */
  putAgency(agency: OutsideAgency): Promise<void>
  deleteAgency(code: string): Promise<void>
  agency(code: string): Promise<OutsideAgency | undefined>
  /** All of them, or those of one system. */
  agencies(system?: string): Promise<readonly OutsideAgency[]>
}
