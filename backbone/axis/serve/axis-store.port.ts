import type { MessageFields, ReadAttachment } from '#shared/exchange/edxml/message.ts'
import type { Deviation } from '#shared/exchange/edxml/deviations.ts'
import type { AgencyRegistration } from '#shared/exchange/vxp/answers.ts'
import type { VxpMessageType } from '#shared/exchange/vxp/operations.ts'
import type { Instant } from '#shared/kernel/instant.ts'

/** An agency in the lists of the axis. Codes are compared without regard to case. */
export interface AxisAgency {
  readonly id: string
  readonly parentId?: string
  /** OrganId. */
  readonly code: string
  readonly name: string
  readonly mail?: string
  /** Its code in the form of QCVN 102:2016, where `code` is the newer one. */
  readonly oldCode?: string
  readonly modifiedAt?: Instant
}

/** Whether an agency can be written to. */
export type ReceiverState = 'open' | 'locked' | 'unknown'

/** One addressee of a message. For those that are not `open` a failed delivery is recorded, so that the sender sees it. */
export interface MessageReceiver {
  readonly organId: string
  readonly state: ReceiverState
}

/** A message that passed all checks. */
export interface AcceptedMessage {
  /** The system that handed it in. */
  readonly systemId: string
  /** The organisation it speaks for: its own code or an agency registered under it. */
  readonly from: string
  /**
   * Whether the system may speak for the sender named inside the message, which nothing signs. Other software relays messages as
   * they are, so they are taken; what changes something in the name of that sender must ask for this.
   */
  readonly isSenderProven: boolean
  readonly messageType: VxpMessageType
  /** At least one is `open`; each organisation once. */
  readonly receivers: readonly MessageReceiver[]
  /** Same system, sender, kind, receivers and file give the same key: SHA-256, hex. */
  readonly sameAs: string
  /** The edXML file; gone once `accept` has settled, so move or copy it. */
  readonly file: { readonly path: string; readonly sizeBytes: number; readonly sha256: string }
  readonly fields: MessageFields
  /** Unpacked attachments; `content` is a path, gone once `accept` has settled. */
  readonly attachments: readonly ReadAttachment<string>[]
  readonly deviations: readonly Deviation[]
  readonly receivedAt: Instant
}

/** A delivery as its receiver sees it. */
export interface ReceivedDelivery {
  /** A UUID: clients make a file name of it. */
  readonly receiverDocId: string
  readonly messageType: VxpMessageType
  readonly from: string
  readonly to: string
  /** State word, see `delivery-state.ts`. */
  readonly word: string
  readonly description: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** A delivery as its sender sees it. */
export interface SentDelivery {
  readonly senderDocId: string
  readonly receiverDocId: string
  readonly messageType: VxpMessageType
  readonly from: string
  readonly to: string
  readonly title: string
  /** Full code. */
  readonly code: string
  readonly sentAt: Instant
  /** When the receiver acknowledged. */
  readonly receivedAt?: Instant
  readonly sendWord: string
  readonly sendDescription: string
  readonly receiveWord: string
  readonly receiveDescription: string
}

/** A stored edXML file. `open` is called once at most; its chunks are not used again by it. */
export interface StoredFile {
  readonly sizeBytes: number
  readonly open: () => AsyncIterable<Uint8Array>
}

/**
 * What the axis server needs from the node. Everything it answers from is here; the server itself keeps nothing. All writes are
 * durable when their promise resolves, and every one of them may be asked again after a broken connection.
 */
export interface AxisStore {
  /** Shared secret of a system, as typed; undefined when there is no such system. */
  secretOf(systemId: string): Promise<string | undefined>

  /** Creates or updates by code. `taken`: another system, or an agency of this node, has that code. */
  putAgency(systemId: string, agency: AgencyRegistration): Promise<'stored' | 'taken'>
  /** Removing what is not there succeeds; `foreign`: not registered under that system. */
  removeAgency(systemId: string, code: string): Promise<'removed' | 'foreign'>
  /** All agencies that take part; may be more than a hundred thousand. */
  agencies(): AsyncIterable<AxisAgency> | Iterable<AxisAgency>

  /** True for the system's own code and the agencies registered under it. */
  maySpeakFor(systemId: string, organId: string): Promise<boolean>
  /** One state per organisation, in order. */
  receiverStates(organIds: readonly string[]): Promise<readonly ReceiverState[]>

  /**
   * Stores a message with one delivery per receiver, whole or not at all, and answers the sender's id of it. The same `sameAs`
   * from the same system within 24 hours answers the first id and stores nothing, also when both come at once.
   */
  accept(message: AcceptedMessage): Promise<string>

  /** Deliveries for all organisations of the system that are not acknowledged with `done`, oldest first. */
  pending(
    systemId: string,
    messageType: VxpMessageType,
  ): AsyncIterable<ReceivedDelivery> | Iterable<ReceivedDelivery>
  countPending(systemId: string, messageType: VxpMessageType): Promise<number>
  /** Undefined unless it is a delivery for the system. */
  fetch(systemId: string, receiverDocId: string): Promise<StoredFile | undefined>
  /** Sets the word unless it is `done` already; false unless it is a delivery for the system. */
  acknowledge(systemId: string, receiverDocId: string, word: string, description: string): Promise<boolean>
  /** Deliveries of one message of the system, or of its latest messages, bounded, when no id is given. */
  sent(
    systemId: string,
    messageType: VxpMessageType | undefined,
    senderDocId: string | undefined,
  ): AsyncIterable<SentDelivery> | Iterable<SentDelivery>
}
