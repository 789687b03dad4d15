import { AppError } from '#shared/errors/app-error.ts'
import type { NextStep, SigningAct } from '#shared/ipc/signing.ipc.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { NativeApi } from '../native/native-api.ts'

/** One document to be signed. */
export interface ToSign {
  readonly blob: BlobRef
  readonly subject: string
  /** Number and date, written in the same increment as the seal. */
  readonly fill?: Readonly<Record<string, string>>
}

export interface Signed {
  readonly pdf: BlobRef
  readonly level: 'B-B' | 'B-T'
}

/** What became of one document that was to be signed and recorded. */
export interface SignResult {
  readonly document: string
  readonly subject: string
  readonly problem: AppError | Refusal | null
}

/** Signs or initials these with one PIN; `heldBack` further ones were chosen and left out. Rejects when nothing was signed at all. */
export type SignMany = (
  documents: readonly OfficialDocument[],
  heldBack: number,
) => Promise<readonly SignResult[]>

interface Signing {
  readonly act: SigningAct
  readonly field: string
  readonly next: NextStep
  readonly documents: readonly ToSign[]
  /** Chosen, but left out for a reason that the person is told. */
  readonly heldBack?: number | undefined
}

/**
 * Asks for the PIN once and signs every document with the key of the person (or the agency's seal). Answers in order; a document that failed
 * carries its AppError. Rejects with `cancelled`, `wrong-pin`, `key-missing`, `key-expired`, `clock-skew` when nothing was signed.
 */
export async function sign(
  native: NativeApi,
  { act, field, next, documents, heldBack = 0 }: Signing,
): Promise<readonly (Signed | AppError)[]> {
  const use = act === 'seal' ? 'seal' : 'person'
  const certificate = (await native.invoke('signing.certificates', undefined)).find((one) => one.use === use)
  if (certificate === undefined) throw new AppError('key-missing')
  const png = await native.invoke('signing.picture', { certificate: certificate.id, act })
  const outcomes = await native.invoke('signing.sign', {
    certificate: certificate.id,
    act,
    next,
    heldBack,
    documents: documents.map(({ blob, subject, fill }) => ({
      blob: blob.sha256,
      field,
      subject,
      appearance: { kind: 'picture', png },
      ...(fill === undefined ? {} : { fill: { ...fill } }),
    })),
  })
  return outcomes.map((one) =>
    one.outcome === 'signed' ? { pdf: one.blob, level: one.level } : new AppError(one.code),
  )
}
