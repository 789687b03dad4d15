import { PdfArray, PdfDict, PdfName, PdfString } from '@libpdf/core'
import { PdfError, PdfErrorCode } from '../pdf-error.ts'
import type { OpenForm } from './open-form.ts'

function lockedNames(lock: PdfDict, open: OpenForm): readonly string[] {
  const names = lock.getArray('Fields', open.resolve)?.toArray() ?? []
  return names.flatMap((name) => (name instanceof PdfString ? [name.asString()] : []))
}

function isLocked(lock: PdfDict, field: string, open: OpenForm): boolean {
  const action = lock.getName('Action', open.resolve)?.value
  if (action === 'All') return true
  return lockedNames(lock, open).includes(field) === (action === 'Include')
}

/** Refuses to touch a field that an earlier signature closed (ISO 32000-1, 12.8.2.4). */
export function refuseLocked(open: OpenForm, fields: readonly string[]): void {
  for (const { name, widget } of open.fields) {
    const lock = widget.has('V') ? widget.getDict('Lock', open.resolve) : undefined
    const closed = lock && fields.find((field) => isLocked(lock, field, open))
    if (closed !== undefined) throw new PdfError(PdfErrorCode.fieldLocked, { field: closed, by: name })
  }
}

/** The field's lock as the FieldMDP transform that the signature itself must carry; undefined when the field locks nothing. */
export function fieldLockReference(lock: PdfDict | undefined, open: OpenForm): PdfArray | undefined {
  if (!lock) return undefined
  const action = lock.getName('Action', open.resolve)
  const fields = lock.getArray('Fields', open.resolve)
  const parameters = PdfDict.of({ Type: PdfName.of('TransformParams'), V: PdfName.of('1.2') })
  if (action) parameters.set('Action', action)
  if (fields) parameters.set('Fields', PdfArray.of(...fields.toArray()))
  const reference = {
    Type: PdfName.of('SigRef'),
    TransformMethod: PdfName.of('FieldMDP'),
    TransformParams: parameters,
    Data: open.catalog,
  }
  return PdfArray.of(PdfDict.of(reference))
}
