import type { Instant } from '#shared/kernel/instant.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { CadesKey } from '#shared/pdf/cades.ts'
import type { FieldSpec } from '#shared/pdf/form-fields.ts'
import type { Timestamp, TimestampProblem } from '#shared/pdf/timestamp/timestamp-response.ts'

/** What a file says about itself. `tool` names the program and its version; `createdAt` is the moment of freezing. */
export interface DocumentMeta {
  readonly title: string
  /** BCP 47, such as `vi`. */
  readonly language: string
  readonly author?: string
  readonly subject?: string
  readonly tool: string
  readonly createdAt: Instant
}

/** Font files for form fields, TrueType. */
export interface FieldFontFiles {
  readonly regular: Uint8Array
  readonly italic: Uint8Array
}

/** A file inside the PDF, named in its catalogue as belonging to the document (ISO 19005-3, 6.8). */
export interface EmbeddedFile {
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array
  readonly description?: string
}

export interface BaseInput {
  /** The tagged print of Chromium, with a placeholder link per field. */
  readonly print: Uint8Array
  readonly meta: DocumentMeta
  /** All fields of the route, in the order of signing and drawing. */
  readonly fields: readonly FieldSpec[]
  readonly fonts: FieldFontFiles
  /** Never for what is issued over the axis, where annexes travel beside the document. */
  readonly embedded?: readonly EmbeddedFile[]
  /** Beginnings of the font names the layout may use, such as `Tinos`. */
  readonly allowedFonts: readonly string[]
}

/** What is seen of a signature: a picture (PNG), a line of text, or nothing. Leader and seal show pictures only (Decree 30). */
export type SignatureAppearance =
  | { readonly kind: 'picture'; readonly png: Uint8Array }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }

export interface SignatureRequest {
  readonly bytes: Uint8Array
  readonly field: string
  readonly appearance: SignatureAppearance
  /** Values of read-only text fields that this signature closes with it. */
  readonly fill?: Readonly<Record<string, string>>
  readonly reason?: string
  /** The claimed time of signing, to the second. */
  readonly time: Instant
}

/** Stamps a SHA-256 digest; `TimestampAuthority.stamp`. */
export type SignatureStamp = (digest: Uint8Array) => Promise<Result<Timestamp, TimestampProblem>>

/** Judges a file that was just signed; answers what is wrong with it, or undefined. */
export type SelfCheck = (bytes: Uint8Array, field: string) => Promise<string | undefined>

export interface SignPdfRequest extends SignatureRequest {
  readonly signer: CadesKey
  /** Left out, the signature is B-B. */
  readonly timestamp?: SignatureStamp
  /** Looks at the finished file before it is handed on. */
  readonly selfCheck: SelfCheck
}

export interface SignedPdf {
  readonly bytes: Uint8Array
  readonly level: 'B-B' | 'B-T'
  /** Time of the stamp, for B-T. */
  readonly timestampAt?: Instant
  /** Why a stamp that was asked for is missing. */
  readonly timestampProblem?: TimestampProblem
}

/** Makes and signs the PDF of an outgoing document. Bytes in, bytes out; throws PdfError and hands nothing on then. */
export interface PdfDocuments {
  /** Chromium's print → PDF/A-3a and PDF/UA-1 with all fields of the route. */
  finalizeBase(input: BaseInput): Promise<Uint8Array>
  /** Signs one field, with the values that belong into the same increment. */
  signPdf(request: SignPdfRequest): Promise<SignedPdf>
}
