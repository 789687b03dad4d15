import { AppError } from '#shared/errors/app-error.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { RouteField } from '#shared/pdf/route-fields.ts'
import type { NativeApi } from '../../../native/native-api.ts'
import type { Desk } from '../../../sync/desk-api.ts'
import { sign } from '../../../workplace/sign.ts'

/** What became of one document. */
export interface SignResult {
  readonly document: string
  readonly problem: AppError | Refusal | null
}

/** Signs documents that were initialled, one PIN for all; each is signed and recorded by itself. Rejects when nothing was signed at all. */
export async function signDocuments(
  native: NativeApi,
  desk: Desk,
  documents: readonly OfficialDocument[],
): Promise<readonly SignResult[]> {
  const initialled = documents.flatMap((document) =>
    document.initials === null ? [] : [{ document, blob: document.initials.pdf }],
  )
  const signed = await sign(native, {
    act: 'sign',
    field: RouteField.leader,
    next: 'clerk',
    documents: initialled.map(({ document, blob }) => ({ blob, subject: document.fields.subject })),
  })
  const results: SignResult[] = []
  for (const [index, { document }] of initialled.entries()) {
    const one = signed[index] ?? new AppError('internal')
    if (one instanceof AppError) {
      results.push({ document: document.id, problem: one })
      continue
    }
    const answer = await desk.act({ kind: 'document', id: document.id }, 'document.sign', {
      pdf: one.pdf,
      level: one.level,
    })
    results.push({ document: document.id, problem: answer.ok ? null : answer.error })
  }
  return results
}
