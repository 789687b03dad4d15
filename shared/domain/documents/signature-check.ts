import type { ActorRef } from '../decision.ts'
import type { Instant } from '../../kernel/instant.ts'

/** The three files of a route, each beginning with the bytes of the one before it. */
export const signedSteps = ['initials', 'signature', 'seal'] as const
export type SignedStep = (typeof signedSteps)[number]

/** What may be wrong with a signed file. Stored: renaming one needs a migration. */
export const signatureFindings = [
  'unreadable',
  'not-continued',
  'field-unsigned',
  'other-fields',
  'changed',
  'certificate-revoked',
  'certificate-untrusted',
  'not-valid',
  'other-certificate',
  'certificate-unregistered',
] as const
export type SignatureFinding = (typeof signatureFindings)[number]

/** What the node found in the file of a step. `not-checked`: this node trusts nobody, so that it cannot tell. */
export interface SignatureCheck {
  readonly verdict: 'good' | 'not-checked'
  readonly at: Instant
  /** Name of the trust snapshot; empty when there is none. */
  readonly trust: string
  /** When a trusted time stamp over the signature itself (RFC 3161) says it was there; absent: no such stamp. */
  readonly stampedAt?: Instant
}

/** A signature that the node did not accept; whoever made it signs again. */
export interface SignatureRejection {
  readonly step: SignedStep
  readonly findings: readonly SignatureFinding[]
  readonly at: Instant
  /** Who had signed. */
  readonly signedBy: ActorRef
}
