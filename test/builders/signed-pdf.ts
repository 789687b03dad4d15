import { createHash, createPrivateKey, sign as signWithKey } from 'node:crypto'
import { encodeCades, signCades, type CadesKey } from '#shared/pdf/cades.ts'
import { DER_TRUE, derInteger, derOctets, derOid, derSequence } from '#shared/kernel/der-writer.ts'
import { derChildrenOf, DerTag, readWholeDer } from '#shared/kernel/der-reader.ts'
import type { IssuedIdentity, PracticeAuthority } from '../../backbone/practice/pki/authority.ts'
import {
  currentBody,
  latin1,
  rawPdf,
  rawStream,
  rawUpdate,
  type RawLayout,
  type RawObjects,
} from './raw-pdf.ts'

/** Object numbers of the plain form file. */
export const FORM = {
  catalog: 1,
  pages: 2,
  page: 3,
  content: 4,
  font: 5,
  acroForm: 6,
  initials: 7,
  leader: 8,
  number: 9,
  date: 10,
  seal: 11,
  secondPage: 12,
  secondContent: 13,
  hidden: 14,
  emptyAppearance: 15,
} as const

const PLACE_BYTES = 16 * 1024

/** A two-page letter with all fields of a route, as plain as a PDF can be. */
export function formObjects(): Record<number, string | Uint8Array> {
  const widget = (name: string, type: string, rect: string, more = '') =>
    `<< /Type /Annot /Subtype /Widget /FT /${type} /T (${name}) /Rect [${rect}] /F 132 /P 3 0 R ${more} >>`
  return {
    1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R 12 0 R] /Count 2 >>',
    3: page(4, '/Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R]'),
    4: rawStream('', 'BT /F1 14 Tf 72 700 Td (Cong van so: ) Tj ET'),
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
    6: '<< /Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R] /SigFlags 3 /DR << /Font << /F1 5 0 R >> >> >>',
    7: widget('initials', 'Sig', '400 100 420 110'),
    8: widget(
      'leader',
      'Sig',
      '350 120 500 180',
      '/Lock << /Type /SigFieldLock /Action /Exclude /Fields [(number) (date) (seal)] >>',
    ),
    9: widget('number', 'Tx', '120 690 180 710', '/Ff 1 /DA (/F1 13 Tf 0 g) /AP << /N 15 0 R >>'),
    10: widget('date', 'Tx', '300 690 500 710', '/Ff 1 /DA (/F1 13 Tf 0 g)'),
    11: widget('seal', 'Sig', '320 110 420 210', '/Lock << /Type /SigFieldLock /Action /All >>'),
    12: page(13, ''),
    13: rawStream('', 'BT /F1 14 Tf 72 700 Td (Trang hai) Tj ET'),
    14: rawStream('', 'BT /F1 14 Tf 72 700 Td (Noi dung khac) Tj ET'),
    15: rawStream('/Type /XObject /Subtype /Form /BBox [0 0 60 20]', ''),
  }
}

function page(content: number, more: string): string {
  const resources = '/Resources << /Font << /F1 5 0 R >> >>'
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${content} 0 R ${more} >>`
}

/** The form file, with objects replaced or added before anything is signed. */
export function aForm(objects: RawObjects = {}, layout: RawLayout = {}): Uint8Array {
  return rawPdf({ ...formObjects(), ...objects }, layout)
}

export interface SignOptions {
  readonly field: keyof typeof FORM
  readonly identity: IssuedIdentity
  /** Claimed time; now unless told. */
  readonly time?: Date
  /** Adds a signature time stamp. */
  readonly timestamp?: PracticeAuthority
  /** Further objects of the same update: filled fields, say. */
  readonly objects?: RawObjects
  /** Replaces the body of the field; `V` must be the signature dictionary's number. */
  readonly fieldBody?: (signature: number) => string
  /** Field object, if it is not one of the form. */
  readonly fieldObject?: number
  readonly layout?: RawLayout
  /** Further keys of the signature dictionary. */
  readonly dictionary?: string
  readonly subFilter?: string
  /** Makes the CMS of the digest of the covered bytes; the default is CAdES. */
  readonly makeCms?: (digest: Uint8Array, covered: Uint8Array) => Promise<Uint8Array>
  /** Digits behind the CMS in the place for it; zeros unless told. */
  readonly padding?: string
}

/** Signs a field with an incremental update of its own making, independent of the product's writer. */
export async function signRaw(file: Uint8Array, options: SignOptions): Promise<Uint8Array> {
  const text = latin1(file)
  const size = Math.max(...[...text.matchAll(/\/Size (\d+)/gu)].map((match) => Number(match[1])))
  const own = Object.keys(options.objects ?? {}).map(Number)
  const highest = Math.max(size, ...[...own, options.fieldObject ?? 0].map((number) => number + 1))
  const signature = highest
  const appearance = highest + 1
  const field = options.fieldObject ?? FORM[options.field]
  const body = options.fieldBody?.(signature) ?? signedFieldBody(file, field, signature, appearance)
  const open = '[0 0000000000 0000000000 0000000000]'
  const subFilter = options.subFilter ?? 'ETSI.CAdES.detached'
  const type = subFilter === 'ETSI.RFC3161' ? 'DocTimeStamp' : 'Sig'
  const empty = `<${'0'.repeat(PLACE_BYTES * 2)}>`
  const updated = rawUpdate(
    file,
    {
      ...options.objects,
      [field]: body,
      [signature]:
        `<< /Type /${type} /Filter /Adobe.PPKLite /SubFilter /${subFilter} /M (D:${stamp(options.time ?? new Date())}Z) ` +
        `/ByteRange ${open} /Contents ${empty} ${options.dictionary ?? ''} >>`,
      [appearance]: rawStream(
        '/Type /XObject /Subtype /Form /BBox [0 0 100 100]',
        '0 0 1 rg 10 10 80 80 re f',
      ),
    },
    options.layout,
  )
  return fillPlace(updated, open, empty, options)
}

async function fillPlace(
  updated: Uint8Array,
  open: string,
  empty: string,
  options: SignOptions,
): Promise<Uint8Array> {
  const buffer = Buffer.from(updated)
  const start = buffer.lastIndexOf(empty, undefined, 'latin1')
  const end = start + empty.length
  const number = (value: number) => String(value).padStart(10, '0')
  const range = `[0 ${number(start)} ${number(end)} ${number(buffer.length - end)}]`
  buffer.write(range, buffer.lastIndexOf(open, undefined, 'latin1'), 'latin1')
  const covered = Buffer.concat([buffer.subarray(0, start), buffer.subarray(end)])
  const digest = createHash('sha256').update(covered).digest()
  const cms = await (options.makeCms?.(digest, covered) ?? cades(digest, options))
  const hex = Buffer.from(cms).toString('hex') + (options.padding ?? '')
  buffer.write(hex, start + 1, 'latin1')
  return Uint8Array.from(buffer)
}

async function cades(digest: Uint8Array, { identity, timestamp }: SignOptions): Promise<Uint8Array> {
  const signature = await signCades(digest, cadesKey(identity))
  if (timestamp === undefined) return encodeCades(signature)
  const imprint = createHash('sha256').update(signature.signatureValue).digest()
  return encodeCades(signature, timestampToken(timestamp, imprint))
}

/** The time-stamp token over a SHA-256 digest. */
export function timestampToken(authority: PracticeAuthority, imprint: Uint8Array): Uint8Array {
  const sha256 = derSequence(derOid('2.16.840.1.101.3.4.2.1'))
  const request = derSequence(derInteger(1), derSequence(sha256, derOctets(imprint)), DER_TRUE)
  const [, token] = derChildrenOf(readWholeDer(authority.timestamp(request)), DerTag.sequence)
  if (token === undefined) throw new Error('the practice service refused')
  return token.raw
}

/** The key of an identity as the CAdES builder takes it. */
export function cadesKey(identity: IssuedIdentity): CadesKey {
  const key = createPrivateKey({ key: Buffer.from(identity.privateKeyPkcs8), format: 'der', type: 'pkcs8' })
  return {
    keyType: identity.keyType === 'ec-p256' ? 'ec' : 'rsa',
    certificate: identity.certificateDer,
    chain: identity.chainDer,
    sign: (data) =>
      Promise.resolve(Uint8Array.from(signWithKey('sha256', data, { key, dsaEncoding: 'ieee-p1363' }))),
  }
}

/** A field body with a value and a new appearance in front of the rest. */
export function filledField(field: 'number' | 'date', value: string, appearance: number): string {
  return latin1(Buffer.from(formObjects()[FORM[field]] as string, 'latin1'))
    .replace(/\/AP << \/N 15 0 R >> /u, '')
    .replace('<< ', `<< /V (${value}) /AP << /N ${appearance} 0 R >> `)
}

/** The number drawn into its field. */
export function drawnNumber(value: string): Uint8Array {
  return rawStream(
    '/Type /XObject /Subtype /Form /BBox [0 0 60 20] /Resources << /Font << /F1 5 0 R >> >>',
    `BT /F1 13 Tf 2 5 Td (${value}) Tj ET`,
  )
}

function signedFieldBody(file: Uint8Array, field: number, signature: number, appearance: number): string {
  const body = currentBody(file, field) || String(formObjects()[field])
  return body.replace('<< ', `<< /V ${signature} 0 R /AP << /N ${appearance} 0 R >> `)
}

function stamp(at: Date): string {
  return at.toISOString().replace(/[-:T]/gu, '').slice(0, 14)
}
