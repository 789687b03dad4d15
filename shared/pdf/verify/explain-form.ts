import type { PdfRevision } from '../structure/pdf-revision.ts'
import {
  changedKeys,
  dictionaryOf,
  isKind,
  sameValue,
  type PdfDictionary,
  type PdfValue,
} from '../structure/pdf-value.ts'
import { explainIfNamedOnlyBy, type ChangeLedger } from './change-ledger.ts'
import { signatureLock } from './field-locks.ts'
import { formFields, isDocumentTimestamp, isVisible, type FormField } from './form-tree.ts'

/** Keys of a field that change when it is signed or filled; its place, name, lock and flags of input never do. */
const SIGNING_KEYS: ReadonlySet<string> = new Set(['V', 'AP', 'M', 'F', 'MK', 'AS'])
const FILLING_KEYS: ReadonlySet<string> = new Set(['V', 'AP', 'M', 'AS'])

/** Judges the interactive form: signatures made, fields filled, fields added. Returns the new widgets. Throws `PdfStructureError`. */
export function explainForm(ledger: ChangeLedger): ReadonlySet<number> {
  const { before, after } = ledger.increment
  explainFormDictionary(ledger)
  const older = formFields(before)
  const newer = formFields(after)
  const oldObjects = new Set(older.map((field) => field.object))
  const byObject = new Map(newer.map((field) => [field.object ?? field.name, field]))
  for (const field of older) {
    const now = byObject.get(field.object ?? field.name)
    if (now === undefined)
      ledger.broken.add(isSigned(before, field) ? 'change.signed-field' : 'change.content')
    else explainField(ledger, field, now)
  }
  const fresh = newer.filter((field) => field.object !== undefined && !oldObjects.has(field.object))
  return new Set(fresh.flatMap((field) => explainNewField(ledger, field)))
}

function explainFormDictionary(ledger: ChangeLedger): void {
  const { before, after } = ledger.increment
  const older = before.dictionary(before.catalog, 'AcroForm')
  const newer = after.dictionary(after.catalog, 'AcroForm')
  if (older === undefined || newer === undefined) {
    if (older !== newer) ledger.broken.add('change.content')
    return
  }
  const isAllowed = changedKeys(older, newer).every((key) => isFormKeyAllowed(ledger, key, older, newer))
  const kept = before.items(older, 'Fields').flatMap(referenceNumber)
  const present = new Set(after.items(newer, 'Fields').flatMap(referenceNumber))
  if (!isAllowed || !kept.every((object) => present.has(object))) {
    ledger.broken.add('change.content')
    return
  }
  const owners = new Set([
    ...referenceNumber(before.catalog.entries.get('AcroForm')),
    ...referenceNumber(before.trailer.entries.get('Root')),
  ])
  for (const object of referenceNumber(before.catalog.entries.get('AcroForm'))) ledger.explained.add(object)
  for (const key of ['Fields', 'DR']) {
    for (const object of referenceNumber(older.entries.get(key))) explainIfNamedOnlyBy(ledger, object, owners)
  }
}

function isFormKeyAllowed(
  ledger: ChangeLedger,
  key: string,
  older: PdfDictionary,
  newer: PdfDictionary,
): boolean {
  switch (key) {
    case 'Fields':
    case 'SigFlags':
      return true
    case 'DA':
      return !older.entries.has('DA')
    case 'DR':
      return isExtended(
        ledger,
        ledger.increment.before.get(older, key),
        ledger.increment.after.get(newer, key),
        2,
      )
    default:
      return false
  }
}

/** Whether a dictionary only gained entries, down to the given depth. */
function isExtended(ledger: ChangeLedger, older: PdfValue, newer: PdfValue, depth: number): boolean {
  const from = dictionaryOf(older)
  const to = dictionaryOf(newer)
  if (from === undefined) return true
  if (to === undefined) return false
  const { before, after } = ledger.increment
  return changedKeys(from, to).every((key) => {
    if (!from.entries.has(key)) return true
    return depth > 1 && isExtended(ledger, before.get(from, key), after.get(to, key), depth - 1)
  })
}

function explainField(ledger: ChangeLedger, older: FormField, newer: FormField): void {
  const { before, after, changed } = ledger.increment
  const keys = new Set(differences(older, newer))
  const widgets = new Set(older.widgets.flatMap(({ object }) => (object === undefined ? [] : [object])))
  if (older.object !== undefined) widgets.add(older.object)
  const isChanged = keys.size > 0 || [...appearances(before, older)].some((object) => changed.has(object))
  if (!isChanged) return
  if (isSigned(before, older)) {
    ledger.broken.add('change.signed-field')
    return
  }
  const isSignature = older.type === 'Sig'
  const isValueSet = isSignature
    ? keys.has('V') && isSigned(after, newer)
    : isPlain(after.resolve(newer.value))
  const allowedKeys = isSignature ? SIGNING_KEYS : FILLING_KEYS
  if (!isValueSet || ![...keys].every((key) => allowedKeys.has(key))) {
    ledger.broken.add('change.content')
    return
  }
  for (const object of widgets) ledger.explained.add(object)
  for (const object of appearances(before, older)) explainIfNamedOnlyBy(ledger, object, widgets)
  if (isSignature) noteSigning(ledger, newer, false)
  else ledger.filled.push(older.name)
}

/** Keys that differ in the field or in one of its widgets. */
function differences(older: FormField, newer: FormField): string[] {
  const sameShape =
    older.name === newer.name && older.type === newer.type && older.widgets.length === newer.widgets.length
  if (!sameShape) return ['T']
  const ofWidgets = older.widgets.flatMap((widget, index) => {
    const now = newer.widgets[index]
    if (now === undefined || now.object !== widget.object) return ['Kids']
    return changedKeys(widget.dictionary, now.dictionary)
  })
  return [...changedKeys(older.dictionary, newer.dictionary), ...ofWidgets]
}

/** Appearance streams that a widget names itself. */
function appearances(revision: PdfRevision, field: FormField): Set<number> {
  const streams = field.widgets.flatMap(({ dictionary }) =>
    referenceNumber(revision.dictionary(dictionary, 'AP')?.entries.get('N')),
  )
  return new Set(streams)
}

function explainNewField(ledger: ChangeLedger, field: FormField): number[] {
  const { after, added } = ledger.increment
  const objects = [field, ...field.widgets].flatMap(({ object }) => (object === undefined ? [] : [object]))
  const shows = field.widgets.some((widget) => isVisible(after, widget))
  const isAcceptable = field.type === 'Sig' && objects.every((object) => added.has(object))
  if (!isAcceptable || (shows && !isSigned(after, field))) {
    ledger.broken.add('change.field-added')
    return []
  }
  if (isSigned(after, field)) noteSigning(ledger, field, shows)
  return objects
}

/** A signature counts as made now if its dictionary is new; one that stood elsewhere before is a copy. */
function noteSigning(ledger: ChangeLedger, field: FormField, bringsOwnPicture: boolean): void {
  const { after, added } = ledger.increment
  const signature = dictionaryOf(after.resolve(field.value))
  if (signature === undefined) return
  if (isKind(field.value, 'reference') && !added.has(field.value.object)) ledger.broken.add('change.content')
  const { locks } = signatureLock(after, field.dictionary, signature)
  ledger.signed.push({
    field: field.name,
    isTimestamp: isDocumentTimestamp(signature),
    bringsOwnPicture,
    locks,
  })
}

function isSigned(revision: PdfRevision, field: FormField): boolean {
  return field.type === 'Sig' && dictionaryOf(revision.resolve(field.value)) !== undefined
}

/** A value that is text, not something that could be drawn. */
function isPlain(value: PdfValue): boolean {
  return isKind(value, 'string') || isKind(value, 'name') || sameValue(value, null)
}

function referenceNumber(value: PdfValue | undefined): number[] {
  return isKind(value, 'reference') ? [value.object] : []
}
