import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { SignedStep } from '#shared/domain/documents/signature-check.ts'
import type { Process } from './process.ts'

const stepOf: Readonly<Record<string, SignedStep>> = {
  initialled: 'initials',
  signed: 'signature',
  sealed: 'seal',
}
const stepBefore = { initials: null, signature: 'initials', seal: 'signature' } as const

/** Whatever a desk signed is looked at before the next one rests on it: a job for each file, those of one document in order. */
export const signedToChecks: Process = {
  name: 'signed-to-checks',
  follows: ['document.initialled', 'document.signed', 'document.sealed'],
  react: async ({ workspace, aggregate, event }, read) => {
    const document = (await read(aggregate)) as OfficialDocument | undefined
    const step = stepOf[event.type]
    const { pdf } = event as unknown as { readonly pdf: BlobRef }
    if (document === undefined || step === undefined || document.status === 'issued') return []
    if (document[step]?.pdf.sha256 !== pdf.sha256) return []
    const before = stepBefore[step]
    return [
      {
        kind: 'job',
        job: 'check-signature',
        lane: `${workspace}/signed/${document.id}`,
        payload: {
          document: document.id,
          step,
          pdf: pdf.sha256,
          before: before === null ? null : (document[before]?.pdf.sha256 ?? null),
        },
      },
    ]
  },
}
