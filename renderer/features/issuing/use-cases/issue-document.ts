import { AppError } from '#shared/errors/app-error.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { kindFacts } from '#shared/domain/documents/kinds.ts'
import { printedDate, printedNumber } from '#shared/domain/format/boxes.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { fail, ok, type Result } from '#shared/kernel/result.ts'
import { RouteField } from '#shared/pdf/route-fields.ts'
import type { NativeApi } from '../../../native/native-api.ts'
import type { Desk } from '../../../sync/desk-api.ts'
import { shownState } from '../../../workplace/shown-state.ts'
import { sign } from '../../../workplace/sign.ts'
import { holdFor } from '../../../workplace/use-undoable-act.ts'

/** How far issuing came: waiting for the number, or out. */
export type IssueProgress =
  { readonly waits: RuleId } | { readonly issued: OfficialDocument; readonly command: string }

/**
 * Numbers, seals and issues, going on wherever an earlier try or another clerk stopped: the number and its date stay what they are. Number
 * and date are written into the PDF in the increment that carries the seal. Rejects with an AppError when nothing was sealed.
 */
export async function issueDocument(
  native: NativeApi,
  desk: Desk,
  document: OfficialDocument,
  book: string,
  isOffline: boolean,
  undoSeconds: number,
): Promise<Result<IssueProgress, Refusal>> {
  const ref = { kind: 'document', id: document.id } as const
  if (document.status === 'signed') {
    const given = await desk.giveNumber(ref, book)
    if (!given.ok) return given
    if (given.value.waits !== null && isOffline) return ok({ waits: given.value.waits })
  }
  const numbered = await shownState(desk, 'document', document.id, (one) => one.number !== null)
  if (numbered === undefined) return ok({ waits: 'number-awaits-node' })
  if (numbered.status === 'numbered') {
    const sealed = await seal(native, numbered)
    const answer = await desk.act(ref, 'document.seal', sealed)
    if (!answer.ok) return fail(answer.error)
  }
  const issued = await desk.act(ref, 'document.issue', {}, holdFor(undoSeconds))
  if (!issued.ok) return fail(issued.error)
  const seen = await desk.readers.office.seen('document', document.id)
  return ok({ issued: seen?.state ?? numbered, command: issued.value.command })
}

async function seal(
  native: NativeApi,
  document: OfficialDocument,
): Promise<{ pdf: OfficialDocument['attachments'][number]['file']; level: 'B-B' | 'B-T' }> {
  if (document.signature === null || document.number === null) throw new AppError('internal')
  const { number, date } = document.number
  const [sealed] = await sign(native, {
    act: 'seal',
    field: RouteField.seal,
    next: 'issue',
    documents: [
      {
        blob: document.signature.pdf,
        subject: document.fields.subject,
        fill: {
          [RouteField.number]: printedNumber(number),
          ...(kindFacts[document.kind].isDated ? { [RouteField.date]: printedDate(date) } : {}),
        },
      },
    ],
  })
  if (sealed === undefined || sealed instanceof AppError) throw sealed ?? new AppError('internal')
  return { pdf: sealed.pdf, level: sealed.level }
}
