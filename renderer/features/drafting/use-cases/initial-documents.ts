import type { Doc } from 'yjs'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { kindFacts } from '#shared/domain/documents/kinds.ts'
import { officialPage } from '#shared/domain/format/official-page.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { printFonts } from '#shared/ipc/print-fonts.ts'
import { initialsField, routeFields, type RouteFieldLabels } from '#shared/pdf/route-fields.ts'
import type { NativeApi } from '../../../native/native-api.ts'
import type { Desk } from '../../../sync/desk-api.ts'
import { sign, type SignResult } from '../../../workplace/sign.ts'
import { bodyOfText } from './body-of-text.ts'

interface InitialDocuments {
  readonly native: NativeApi
  readonly desk: Desk
  readonly documents: readonly { readonly document: OfficialDocument; readonly text: Doc }[]
  readonly labels: RouteFieldLabels
  readonly heldBack?: number | undefined
}

/**
 * Initials (ký nháy): renders each page once, with every field of the route in place, signs the field of the initials (one PIN for all) and
 * freezes text and route. Rejects with an AppError when nothing was signed at all.
 */
export async function initialDocuments({
  native,
  desk,
  documents,
  labels,
  heldBack,
}: InitialDocuments): Promise<readonly SignResult[]> {
  const results: SignResult[] = []
  const rendered: { readonly document: OfficialDocument; readonly blob: BlobRef }[] = []
  for (const { document, text } of documents) {
    const page = await render(native, document, text, labels)
    if (page instanceof AppError) results.push({ ...about(document), problem: page })
    else rendered.push({ document, blob: page })
  }
  if (rendered.length === 0) return results
  const signed = await sign(native, {
    act: 'initial',
    field: initialsField(1),
    next: 'leader',
    heldBack,
    documents: rendered.map(({ document, blob }) => ({ blob, subject: document.fields.subject })),
  })
  for (const [index, { document }] of rendered.entries()) {
    const one = signed[index] ?? new AppError('internal')
    if (one instanceof AppError) {
      results.push({ ...about(document), problem: one })
      continue
    }
    const answer = await desk.act({ kind: 'document', id: document.id }, 'document.initial', {
      pdf: one.pdf,
      level: one.level,
    })
    results.push({ ...about(document), problem: answer.ok ? null : answer.error })
  }
  return results
}

const about = ({ id, fields }: OfficialDocument): Pick<SignResult, 'document' | 'subject'> => ({
  document: id,
  subject: fields.subject,
})

/** The page as PDF, or why it could not be made. */
async function render(
  native: NativeApi,
  document: OfficialDocument,
  text: Doc,
  labels: RouteFieldLabels,
): Promise<BlobRef | AppError> {
  try {
    const { blob } = await native.invoke('pdf.render', {
      html: officialPage(document, bodyOfText(text), printFonts),
      fields: [
        ...routeFields({
          initials: 1,
          labels,
          number: { sizePt: 13, align: 'center' },
          date: kindFacts[document.kind].isDated ? { sizePt: 13, align: 'left' } : null,
        }),
      ],
      title: `${document.fields.agency} - ${document.fields.subject}`,
      author: document.fields.agency,
      createdAt: document.changedAt,
    })
    return blob
  } catch (error) {
    return error instanceof AppError ? error : new AppError('internal')
  }
}
