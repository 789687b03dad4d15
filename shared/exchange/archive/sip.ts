import { strToU8, zipSync } from 'fflate'
import type { AsideReason, CaseFile, FileItem } from '../../domain/records/case-file.ts'
import { contentsText, inOrder } from '../../domain/records/case-file.ts'
import { maintenanceCode, printedRetention } from '../../domain/records/retention.ts'
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import { sha256Hex } from '../../kernel/hash.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import { documentTypeCode } from './type-codes.ts'

/** What goes into a package beside the file itself. */
export interface SipSources {
  /** Identification code of the agency that made the file. */
  readonly agencyCode: string
  readonly agencyName: string
  /** Bytes by SHA-256. */
  readonly bytes: ReadonlyMap<string, Uint8Array>
  /** Reports of signature checks by SHA-256 of the file checked; what was not checked has none. */
  readonly reports: ReadonlyMap<string, Json>
  /** Who did what with each document, by the source's key `kind/id`: the workflow that level 01 asks for. */
  readonly workflows: ReadonlyMap<string, Json>
}

/** A file of the item is not among the bytes, or its bytes are not those of its hash. */
export class SipIncomplete extends Error {
  override readonly name = 'SipIncomplete'
  readonly sha256: string
  constructor(sha256: string) {
    super('a file of the package is missing or differs')
    this.sha256 = sha256
  }
}

const FIXED_TIME = new Date(Date.UTC(2026, 0, 1))

/**
 * A submission package (SIP) of one work file as a zip: documents, `simpledc` metadata as XML and JSON (Circular 05/2025 Annex I), validation
 * data, process data, and a contents list with the SHA-256 of everything. The same input makes the same bytes. Throws SipIncomplete.
 */
export function buildSip(file: CaseFile, sources: SipSources): Uint8Array {
  const entries: Record<string, Uint8Array> = {}
  const items = inOrder(file.items)
  items.forEach((item, index) => {
    const folder = `documents/${ordinalOf(index)}`
    item.files.forEach(({ name, file: { sha256 } }, number) => {
      entries[`${folder}/${number + 1}-${safeName(name)}`] = bytesOf(sources, sha256)
      const report = sources.reports.get(sha256)
      if (report !== undefined) entries[`validation/${ordinalOf(index)}/${number + 1}.json`] = json(report)
    })
    const metadata = simpledc(file, item, index, sources)
    entries[`metadata/${ordinalOf(index)}.json`] = json(metadata)
    entries[`metadata/${ordinalOf(index)}.xml`] = strToU8(xml('simpledc', metadata))
    const workflow = sources.workflows.get(`${item.source.kind}/${item.source.id}`)
    if (workflow !== undefined) entries[`process/${ordinalOf(index)}.json`] = json(workflow)
  })
  entries['process/aside.json'] = json(file.aside.map(asideLine))
  entries['metadata/file.json'] = json(fileMetadata(file, sources))
  entries['metadata/file.xml'] = strToU8(xml('hoso', fileMetadata(file, sources)))
  entries['contents.json'] = strToU8(contentsText(file.items))
  const manifest = Object.keys(entries)
    .sort()
    .map((path) => `${sha256Hex(entries[path] ?? new Uint8Array())}  ${path}`)
  entries['manifest-sha256.txt'] = strToU8(`${manifest.join('\n')}\n`)
  return zipSync(entries, { level: 6, mtime: FIXED_TIME })
}

function bytesOf({ bytes }: SipSources, sha256: string): Uint8Array {
  const found = bytes.get(sha256)
  if (found === undefined || sha256Hex(found) !== sha256) throw new SipIncomplete(sha256)
  return found
}

/** Metadata of the file (hồ sơ; Decree 30 Annex VI Part II). */
const fileMetadata = (file: CaseFile, { agencyCode, agencyName }: SipSources): Record<string, string> => ({
  organId: agencyCode,
  organName: agencyName,
  fileCatalog: String(file.year),
  fileNotation: file.notation,
  title: file.title,
  maintenance: printedRetention(file.retention),
  rights: 'Công khai',
  language: 'Tiếng Việt',
  startDate: printed(file.startedOn),
  endDate: printed(file.endedOn),
  docTotal: String(file.items.length),
  contents: file.contents ?? '',
})

/** Metadata of a document (Circular 05/2025 Annex I). */
function simpledc(
  file: CaseFile,
  item: FileItem,
  index: number,
  { agencyCode, workflows }: SipSources,
): Record<string, string> {
  const [codeNumber = '', ...notation] = item.code.split('/')
  const hasWorkflow = workflows.has(`${item.source.kind}/${item.source.id}`)
  return {
    docId: `${String(file.year)}.${file.notation}.${ordinalOf(index)}`.slice(0, 25),
    arcDocCode: `${agencyCode}.${String(file.year)}.${file.notation}.${ordinalOf(index)}`.slice(0, 100),
    maintenance: maintenanceCode(file.retention),
    typeName: documentTypeCode(item.typeName),
    codeNumber: codeNumber.slice(0, 11),
    codeNotation: notation.join('/').slice(0, 30),
    issuedDate: printed(item.date),
    organName: item.author.slice(0, 200),
    subject: item.subject.slice(0, 500),
    language: '01',
    numberOfPage: item.pages === null ? '' : String(item.pages),
    mode: '01',
    confidenceLevel: item.source.kind === 'other' ? '02' : '01',
    autograph: '',
    format: '01',
    process: hasWorkflow ? '1' : '0',
    riskRecovery: '0',
    description: '',
  }
}

const asideLine = ({ item, reason }: { readonly item: FileItem; readonly reason: AsideReason }): Json => ({
  source: { ...item.source },
  code: item.code,
  subject: item.subject,
  reason,
})

const printed = (date: LocalDate | null): string => (date === null ? '' : date.split('-').reverse().join('/'))
const ordinalOf = (index: number): string => String(index + 1).padStart(7, '0')
const json = (value: Json): Uint8Array => strToU8(canonicalJson(value))
/** No name from outside is used as a path. */
const safeName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^\.+/, '')
    .slice(-120)

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
function xml(root: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(
    ([name, value]) => `  <${name}>${value.replace(/[&<>"]/g, (mark) => escaped[mark] ?? mark)}</${name}>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${lines.join('\n')}\n</${root}>\n`
}
