import { AppError } from '#shared/errors/app-error.ts'
import { refuse } from '#shared/domain/decision.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { RouteField } from '#shared/pdf/route-fields.ts'
import type { NativeApi } from '../../../native/native-api.ts'
import type { Desk } from '../../../sync/desk-api.ts'
import { sign, type SignResult } from '../../../workplace/sign.ts'

/** Signs documents that were initialled, one PIN for all; each is signed and recorded by itself. Rejects when nothing was signed at all. */
export async function signDocuments(
  native: NativeApi,
  desk: Desk,
  documents: readonly OfficialDocument[],
  heldBack: number,
): Promise<readonly SignResult[]> {
  const initialled = documents.flatMap((document) =>
    document.initials === null ? [] : [{ document, blob: document.initials.pdf }],
  )
  const signed = await sign(native, {
    act: 'sign',
    field: RouteField.leader,
    next: 'clerk',
    heldBack,
    documents: initialled.map(({ document, blob }) => ({ blob, subject: document.fields.subject })),
  })
  const results: SignResult[] = []
  for (const [index, { document, blob }] of initialled.entries()) {
    const about = { document: document.id, subject: document.fields.subject }
    const one = signed[index] ?? new AppError('internal')
    if (one instanceof AppError) {
      results.push({ ...about, problem: one })
      continue
    }
    // While the PIN was asked for, the initials may have been voided and given to another page: that one was not signed.
    const now = await desk.readers.office.seen('document', document.id)
    if (now?.state.initials?.pdf.sha256 !== blob.sha256) {
      results.push({ ...about, problem: refuse('not-seen').refusal })
      continue
    }
    const answer = await desk.act({ kind: 'document', id: document.id }, 'document.sign', {
      pdf: one.pdf,
      level: one.level,
    })
    results.push({ ...about, problem: answer.ok ? null : answer.error })
  }
  return results
}
