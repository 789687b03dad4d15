import type { Doc } from 'yjs'
import { AppError } from '#shared/errors/app-error.ts'
import type { Done, Desk } from '../../../sync/desk-api.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { officialPage } from '#shared/domain/format/official-page.ts'
import { printFonts } from '#shared/ipc/print-fonts.ts'
import type { Result } from '#shared/kernel/result.ts'
import { initialsField, routeFields, type RouteFieldLabels } from '#shared/pdf/route-fields.ts'
import type { NativeApi } from '../../../native/native-api.ts'
import { sign } from '../../../workplace/sign.ts'
import { bodyOfText } from './body-of-text.ts'

interface InitialDocument {
  readonly native: NativeApi
  readonly desk: Desk
  readonly document: OfficialDocument
  readonly text: Doc
  readonly labels: RouteFieldLabels
}

/**
 * Initials (ký nháy): renders the page once, with every field of the route in place, signs the field of the initials and freezes text and
 * route. Rejects with an AppError when the page could not be made or nothing was signed.
 */
export async function initialDocument({
  native,
  desk,
  document,
  text,
  labels,
}: InitialDocument): Promise<Result<Done, Refusal>> {
  const { blob } = await native.invoke('pdf.render', {
    html: officialPage(document.fields, bodyOfText(text), printFonts),
    fields: [
      ...routeFields({
        initials: 1,
        labels,
        number: { sizePt: 13, align: 'center' },
        date: { sizePt: 13, align: 'left' },
      }),
    ],
    title: `${document.fields.agency} - ${document.fields.subject}`,
    author: document.fields.agency,
    createdAt: document.changedAt,
  })
  const [signed] = await sign(native, {
    act: 'initial',
    field: initialsField(1),
    next: 'leader',
    documents: [{ blob, subject: document.fields.subject }],
  })
  if (signed === undefined || signed instanceof AppError) throw signed ?? new AppError('internal')
  return desk.act({ kind: 'document', id: document.id }, 'document.initial', {
    pdf: signed.pdf,
    level: signed.level,
  })
}
