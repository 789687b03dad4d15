import type { PdfRevision } from '../structure/pdf-revision.ts'
import {
  changedKeys,
  isKind,
  sameValue,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from '../structure/pdf-value.ts'
import { explainIfNamedOnlyBy, type ChangeLedger } from './change-ledger.ts'
import { referencesIn } from './reference-index.ts'

/** Catalog keys that may change after a signature; the form is looked at by itself. */
const FREE_CATALOG_KEYS: ReadonlySet<string> = new Set([
  'DSS',
  'Extensions',
  'Metadata',
  'Version',
  'AcroForm',
])
const FREE_INFO_KEYS: ReadonlySet<string> = new Set(['ModDate', 'Producer'])
const STORE_LISTS = ['Certs', 'OCSPs', 'CRLs', 'Cert', 'OCSP', 'CRL'] as const

/** Judges the trailer, the catalog and what hangs on it besides pages and form. Throws `PdfStructureError`. */
export function explainCatalog(ledger: ChangeLedger): void {
  const { before, after } = ledger.increment
  const rootBefore = before.trailer.entries.get('Root')
  const isSameRoot =
    isKind(rootBefore, 'reference') && sameValue(rootBefore, after.trailer.entries.get('Root'))
  const isSameIdentity = sameValue(firstIdentifier(before), firstIdentifier(after))
  if (!isSameRoot || !isSameIdentity || after.trailer.entries.has('Encrypt')) {
    ledger.broken.add('change.content')
    return
  }
  const keys = changedKeys(before.catalog, after.catalog)
  if (keys.some((key) => !FREE_CATALOG_KEYS.has(key))) ledger.broken.add('change.content')
  ledger.explained.add(rootBefore.object)
  for (const key of ['Metadata', 'Extensions']) explainBranch(ledger, rootBefore, key)
  explainSecurityStore(ledger, rootBefore)
  explainInformation(ledger)
}

/** An object that nothing but this key of the catalog names. */
function explainBranch(ledger: ChangeLedger, root: PdfReference, key: string): void {
  const branch = ledger.increment.before.catalog.entries.get(key)
  if (!isKind(branch, 'reference') || isNamedElsewhere(ledger, key, branch.object)) return
  explainIfNamedOnlyBy(ledger, branch.object, new Set([root.object]))
}

/** The dictionaries and arrays of the document security store (ETSI EN 319 142-1, 5.4.2); its streams never change. */
function explainSecurityStore(ledger: ChangeLedger, root: PdfReference): void {
  const { before } = ledger.increment
  const skeleton = new Set<number>()
  const note = (owner: PdfDictionary | undefined, key: string) => {
    const value = owner?.entries.get(key)
    if (isKind(value, 'reference')) skeleton.add(value.object)
  }
  note(before.catalog, 'DSS')
  const store = before.dictionary(before.catalog, 'DSS')
  for (const list of STORE_LISTS) note(store, list)
  note(store, 'VRI')
  const related = before.dictionary(store, 'VRI')
  for (const key of related?.entries.keys() ?? []) {
    note(related, key)
    for (const list of STORE_LISTS) note(before.dictionary(related, key), list)
  }
  const allowed = new Set([...skeleton, root.object])
  for (const object of skeleton) {
    if (!isNamedElsewhere(ledger, 'DSS', object)) explainIfNamedOnlyBy(ledger, object, allowed)
  }
}

/** Signing programs note the time and themselves in the information dictionary, which no page shows. */
function explainInformation(ledger: ChangeLedger): void {
  const { before, after } = ledger.increment
  const older = before.dictionary(before.trailer, 'Info')
  const newer = after.dictionary(after.trailer, 'Info')
  if (older === undefined || newer === undefined) return
  const isHarmless = changedKeys(older, newer).every(
    (key) => FREE_INFO_KEYS.has(key) && isTextOrNothing(newer.entries.get(key)),
  )
  const reference = before.trailer.entries.get('Info')
  if (!isHarmless) ledger.broken.add('change.content')
  else if (isKind(reference, 'reference')) ledger.explained.add(reference.object)
}

function isTextOrNothing(value: PdfValue | undefined): boolean {
  return value === undefined || isKind(value, 'string')
}

function isNamedElsewhere(ledger: ChangeLedger, key: string, object: number): boolean {
  return [...ledger.increment.before.catalog.entries].some(
    ([other, value]) => other !== key && [...referencesIn(value)].includes(object),
  )
}

/** The first file identifier stays for the life of a file; the second one changes with each update (14.4). */
function firstIdentifier(revision: PdfRevision): PdfValue {
  return revision.resolve(revision.items(revision.trailer, 'ID')[0])
}
