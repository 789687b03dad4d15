import { z } from 'zod'
import { blobRef } from '../domain/blob-ref.ts'
import { signedStatement, statement } from '../domain/meetings/statement.ts'
import { request, type IpcDefinition } from './define.ts'
import { blobHash, bytes, instant, nothing } from './values.ts'

/** What a signature is for; the PIN window says it in words. */
export const signingAct = z.enum(['initial', 'sign', 'seal'])
export type SigningAct = z.infer<typeof signingAct>

/** Where the document goes after it; the PIN window says it in words. */
export const nextStep = z.enum(['leader', 'clerk', 'issue', 'none'])
export type NextStep = z.infer<typeof nextStep>

/** A key of the current person at this desk. `id`: SHA-256 of the certificate, hex. */
export const signingCertificate = z.strictObject({
  id: blobHash,
  use: z.enum(['person', 'seal']),
  holder: z.string(),
  organisation: z.string().nullable(),
  issuer: z.string(),
  validFrom: instant,
  validUntil: instant,
  practice: z.boolean(),
})
export type SigningCertificate = z.infer<typeof signingCertificate>

const appearance = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('picture'), png: bytes.refine((png) => png.length <= 2_000_000) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(200) }),
  z.strictObject({ kind: z.literal('none') }),
])

const signingItem = z.strictObject({
  blob: blobHash,
  /** Name of the signature field made when the page was rendered. */
  field: z.string().max(40),
  appearance,
  /** Texts written in the same increment, by field name: number and date with the seal. */
  fill: z.record(z.string().max(40), z.string().max(200)).exactOptional(),
  reason: z.string().max(300).exactOptional(),
  /** What the person reads in the PIN window. */
  subject: z.string().max(1000),
})

/** One document of a signing: the signed file, or why it was left as it was. */
const signingOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('signed'),
    blob: blobRef,
    level: z.enum(['B-B', 'B-T']),
    signedAt: instant,
    timestampAt: instant.nullable(),
  }),
  z.strictObject({
    outcome: z.literal('failed'),
    code: z.enum([
      'blob-missing',
      'blob-corrupt',
      'pdf-not-signed',
      'page-not-seen',
      'disk-full',
      'internal',
    ]),
    cause: z.string(),
  }),
])
export type SigningOutcome = z.infer<typeof signingOutcome>

/** Signing with the keys of the current person. */
export const signingIpc = {
  'signing.certificates': request({ input: nothing, output: z.array(signingCertificate), errors: [] }),
  /** What is seen of a signature with this key, as PNG: the hand of the person, initials, or the seal of the agency. */
  'signing.picture': request({
    input: z.strictObject({ certificate: blobHash, act: signingAct }),
    output: bytes,
    errors: ['key-missing'],
  }),
  /**
   * Opens the PIN window; answers once per document, in order. What fails for all of them is refused whole and changes nothing. With `sign`,
   * a document of which `pdf.pageImage` did not draw each page for this person to be signed is left out.
   */
  'signing.sign': request({
    input: z.strictObject({
      certificate: blobHash,
      act: signingAct,
      next: nextStep,
      documents: z.array(signingItem).min(1).max(200),
      /** Documents chosen but kept out, for the line that says so. */
      heldBack: z.int().nonnegative(),
    }),
    output: z.array(signingOutcome),
    errors: [
      'wrong-pin',
      'cancelled',
      'page-not-seen',
      'key-missing',
      'key-expired',
      'key-refused',
      'clock-skew',
    ],
  }),
  /**
   * Opens the PIN window, which shows all that is signed, and signs what the current person says to a ballot or a motion; of somebody else's
   * words nothing is signed (`key-missing`).
   */
  'signing.signStatement': request({
    input: z.strictObject({ certificate: blobHash, statement }),
    output: signedStatement,
    errors: ['wrong-pin', 'cancelled', 'key-missing', 'key-expired', 'key-refused', 'clock-skew'],
  }),
} satisfies IpcDefinition
