import { z } from 'zod'
import type { Happened } from '../decision.ts'
import type { Instant } from '../../kernel/instant.ts'

/** Delivery truth per recipient: transport states, then the codes the receiver sends (edXML 5.2). Stored and exchanged. */
export const deliveryStates = [
  'queued',
  'sent',
  'failed',
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '13',
  '15',
  '16',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** One line of a delivery timeline. `staff`, `description`: as the receiver wrote them. */
export const deliveryStep = z.strictObject({
  state: z.enum(deliveryStates),
  at: z.iso.datetime({ precision: 3 }),
  staff: z.string().max(300),
  description: z.string().max(2000),
})
export type DeliveryStep = z.infer<typeof deliveryStep>

export interface DeliveryTo {
  readonly code: string
  readonly name: string
  /** The furthest state reached. */
  readonly state: DeliveryState
  readonly steps: readonly DeliveryStep[]
  /** When it was chased to accept, oldest first; absent: never. */
  readonly chases?: readonly Happened[]
}

/** The exchange of one issued document with all its recipients. Its id is the document's id. */
export interface Dispatch {
  readonly id: string
  readonly code: string
  readonly subject: string
  readonly issuedOn: string
  readonly documentId: string
  readonly drafter: string
  readonly signer: string
  readonly openedAt: Instant
  readonly recipients: readonly DeliveryTo[]
}

const rank: Record<DeliveryState, number> = {
  queued: 0,
  sent: 1,
  failed: 2,
  '01': 3,
  '02': 4,
  '03': 4,
  '04': 5,
  '05': 6,
  '06': 7,
  '13': 8,
  '15': 9,
  '16': 9,
}

/**
 * Never goes backwards: a lower state that comes late is kept in the timeline but does not become the state. A further request (13) to take it
 * back opens again what was answered.
 */
export function furthest(a: DeliveryState, b: DeliveryState): DeliveryState {
  return b === '13' || rank[b] > rank[a] ? b : a
}

/** Who has it, as far as is known: those it could not be delivered to, and those who returned it, have it not. */
export const mayHold = ({ state }: Pick<DeliveryTo, 'state'>): boolean => state !== 'failed' && state !== '02'
