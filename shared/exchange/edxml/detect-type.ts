import { EDXML_NAMESPACE } from './vocabulary.ts'

/** Media types that are told apart by their first bytes. Stored with letters. */
export const DetectedType = {
  pdf: 'application/pdf',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  epub: 'application/epub+zip',
  /** Word, Excel, PowerPoint before 2007, Outlook messages, encrypted Office files. */
  ole: 'application/x-ole-storage',
  rtf: 'application/rtf',
  edxml: 'application/edxml+xml',
  xml: 'application/xml',
  html: 'text/html',
  text: 'text/plain',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
  webp: 'image/webp',
  rar: 'application/vnd.rar',
  sevenZip: 'application/x-7z-compressed',
  gzip: 'application/gzip',
  mp4: 'video/mp4',
  cms: 'application/pkcs7-mime',
  executable: 'application/x-msdownload',
  empty: 'application/x-empty',
  unknown: 'application/octet-stream',
} as const
export type DetectedType = (typeof DetectedType)[keyof typeof DetectedType]

const MAGIC: readonly (readonly [hex: string, type: DetectedType])[] = [
  ['25504446', DetectedType.pdf],
  ['d0cf11e0a1b11ae1', DetectedType.ole],
  ['7b5c727466', DetectedType.rtf],
  ['89504e470d0a1a0a', DetectedType.png],
  ['ffd8ff', DetectedType.jpeg],
  ['47494638', DetectedType.gif],
  ['49492a00', DetectedType.tiff],
  ['4d4d002a', DetectedType.tiff],
  ['424d', DetectedType.bmp],
  ['526172211a07', DetectedType.rar],
  ['377abcaf271c', DetectedType.sevenZip],
  ['1f8b08', DetectedType.gzip],
  ['4d5a', DetectedType.executable],
]

const ZIP_PARTS: readonly (readonly [prefix: string, type: DetectedType])[] = [
  ['word/', DetectedType.docx],
  ['xl/', DetectedType.xlsx],
  ['ppt/', DetectedType.pptx],
]

const MIMETYPE_PARTS: readonly DetectedType[] = [
  DetectedType.odt,
  DetectedType.ods,
  DetectedType.odp,
  DetectedType.epub,
]

/** The type by magic number. `zipNames`: names of the entries where the content is a zip. */
export function detectType(head: Uint8Array, zipNames?: readonly string[]): DetectedType {
  if (head.length === 0) return DetectedType.empty
  if (zipNames !== undefined) return detectZip(head, zipNames)
  const start = latin1(head.subarray(0, 16))
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return detectZip(head, [])
  const byMagic = MAGIC.find(([hex]) => startsWithHex(head, hex))
  if (byMagic !== undefined && !(byMagic[0].length <= 4 && isText(head))) return byMagic[1]
  if (start.slice(4, 8) === 'ftyp') return DetectedType.mp4
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return DetectedType.webp
  if (latin1(head.subarray(0, 32)).includes('\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07'))
    return DetectedType.cms
  return isText(head) ? detectText(head) : DetectedType.unknown
}

function detectZip(head: Uint8Array, names: readonly string[]): DetectedType {
  const start = latin1(head.subarray(0, 256))
  const byMimetype = MIMETYPE_PARTS.find((type) => start.includes(`mimetype${type}`))
  if (byMimetype !== undefined) return byMimetype
  const byPart = ZIP_PARTS.find(([prefix]) => names.some((name) => name.startsWith(prefix)))
  return byPart?.[1] ?? DetectedType.zip
}

function detectText(head: Uint8Array): DetectedType {
  const text = latin1(head)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (/^<!doctype html|^<html/i.test(text)) return DetectedType.html
  const looksLikeXml = /^[^<]{0,16}<\?xml\s/.test(text) || /^<[\w:-]+[\s>]/.test(text)
  if (looksLikeXml && text.includes(EDXML_NAMESPACE)) return DetectedType.edxml
  return text.startsWith('<?xml') ? DetectedType.xml : DetectedType.text
}

function isText(head: Uint8Array): boolean {
  return head.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d,
  )
}

function startsWithHex(head: Uint8Array, hex: string): boolean {
  for (let i = 0; i < hex.length / 2; i++) {
    if (head[i] !== Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)) return false
  }
  return true
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

const EXPECTED: Readonly<Record<string, readonly DetectedType[]>> = {
  pdf: [DetectedType.pdf],
  doc: [DetectedType.ole, DetectedType.rtf],
  xls: [DetectedType.ole],
  ppt: [DetectedType.ole],
  msg: [DetectedType.ole],
  rtf: [DetectedType.rtf],
  docx: [DetectedType.docx, DetectedType.ole],
  xlsx: [DetectedType.xlsx, DetectedType.ole],
  pptx: [DetectedType.pptx, DetectedType.ole],
  odt: [DetectedType.odt],
  ods: [DetectedType.ods],
  odp: [DetectedType.odp],
  zip: [DetectedType.zip],
  rar: [DetectedType.rar],
  '7z': [DetectedType.sevenZip],
  png: [DetectedType.png],
  jpg: [DetectedType.jpeg],
  jpeg: [DetectedType.jpeg],
  gif: [DetectedType.gif],
  tif: [DetectedType.tiff],
  tiff: [DetectedType.tiff],
  bmp: [DetectedType.bmp],
  txt: [DetectedType.text, DetectedType.html, DetectedType.xml],
  csv: [DetectedType.text],
  xml: [DetectedType.xml, DetectedType.edxml, DetectedType.text],
  edxml: [DetectedType.edxml],
  html: [DetectedType.html, DetectedType.text, DetectedType.xml],
}

/** False when a known extension promises something else than what was found. */
export function extensionAllows(extension: string, detected: DetectedType): boolean {
  return EXPECTED[extension]?.includes(detected) ?? true
}

const EXTENSION_OF: Partial<Record<DetectedType, string>> = {
  [DetectedType.pdf]: 'pdf',
  [DetectedType.zip]: 'zip',
  [DetectedType.docx]: 'docx',
  [DetectedType.xlsx]: 'xlsx',
  [DetectedType.pptx]: 'pptx',
  [DetectedType.odt]: 'odt',
  [DetectedType.ods]: 'ods',
  [DetectedType.odp]: 'odp',
  [DetectedType.epub]: 'epub',
  [DetectedType.ole]: 'ole',
  [DetectedType.rtf]: 'rtf',
  [DetectedType.edxml]: 'edxml',
  [DetectedType.xml]: 'xml',
  [DetectedType.html]: 'html',
  [DetectedType.text]: 'txt',
  [DetectedType.png]: 'png',
  [DetectedType.jpeg]: 'jpg',
  [DetectedType.gif]: 'gif',
  [DetectedType.tiff]: 'tif',
  [DetectedType.bmp]: 'bmp',
  [DetectedType.webp]: 'webp',
  [DetectedType.rar]: 'rar',
  [DetectedType.sevenZip]: '7z',
  [DetectedType.gzip]: 'gz',
  [DetectedType.mp4]: 'mp4',
  [DetectedType.cms]: 'p7m',
}

/** The extension to give a file of that type, `bin` when there is none. */
export function extensionFor(detected: DetectedType): string {
  return EXTENSION_OF[detected] ?? 'bin'
}

/** Extension of a file name, lower case, without the dot; '' when it has none. */
export function extensionOf(name: string): string {
  return /\.([^./\\\s]{1,12})\s*$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
