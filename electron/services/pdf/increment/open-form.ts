import { PDF, PdfDict, PdfNumber } from '@libpdf/core'
import type { PdfObject, PdfRef } from '@libpdf/core'
import { PdfError, PdfErrorCode } from '../pdf-error.ts'

/** A widget that is also its field, as the finaliser makes them. `width` and `height` in points. */
export interface FormField {
  readonly name: string
  readonly widget: PdfDict
  readonly width: number
  readonly height: number
}

/** A file opened for one incremental update. */
export interface OpenForm {
  readonly pdf: PDF
  readonly form: PdfDict
  readonly catalog: PdfRef
  readonly fields: readonly FormField[]
  readonly resolve: (ref: PdfRef) => PdfObject | null
}

function sizeOf(
  widget: PdfDict,
  resolve: (ref: PdfRef) => PdfObject | null,
): { width: number; height: number } {
  const rect = widget.getArray('Rect', resolve)?.toArray() ?? []
  const [left = 0, bottom = 0, right = 0, top = 0] = rect.map((side) =>
    side instanceof PdfNumber ? side.value : 0,
  )
  return { width: right - left, height: top - bottom }
}

/** Opens a file for signing. Refuses one that could only be rewritten, since that would break the signatures in it. */
export async function openForm(bytes: Uint8Array): Promise<OpenForm> {
  const pdf = await PDF.load(bytes)
  const blocker = pdf.canSaveIncrementally()
  if (blocker !== null || pdf.isEncrypted)
    throw new PdfError(PdfErrorCode.notExtendable, { blocker: blocker ?? 'encrypted' })
  const resolve = (ref: PdfRef) => pdf.context.resolve(ref)
  const root = pdf.context.catalog.getDict()
  const form = root.getDict('AcroForm', resolve)
  const catalog = pdf.context.getRef(root)
  if (!form || !catalog) throw new PdfError(PdfErrorCode.fieldMissing, { field: 'AcroForm' })
  const fields = (form.getArray('Fields', resolve)?.toArray() ?? []).flatMap((item) => {
    const widget = item.type === 'ref' ? resolve(item) : item
    if (!(widget instanceof PdfDict)) return []
    return [{ name: widget.getString('T', resolve)?.asString() ?? '', widget, ...sizeOf(widget, resolve) }]
  })
  return { pdf, form, catalog, fields, resolve }
}

/** The field of that name and type (`Sig`, `Tx`) that is still empty. Throws PdfError. */
export function emptyField(open: OpenForm, name: string, type: 'Sig' | 'Tx'): FormField {
  const field = open.fields.find((candidate) => candidate.name === name)
  if (field?.widget.getName('FT', open.resolve)?.value !== type)
    throw new PdfError(PdfErrorCode.fieldMissing, { field: name })
  if (field.widget.has('V')) throw new PdfError(PdfErrorCode.fieldTaken, { field: name })
  return field
}
