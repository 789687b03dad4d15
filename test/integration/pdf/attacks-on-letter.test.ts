import { webcrypto } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { PdfFile } from '#shared/pdf/structure/pdf-file.ts'
import { isKind, nameOf } from '#shared/pdf/structure/pdf-value.ts'
import { routeFields } from '#shared/pdf/route-fields.ts'
import { formFields } from '#shared/pdf/verify/form-tree.ts'
import { verifyPdf } from '#shared/pdf/verify/verify-pdf.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import type { PracticeAuthority } from '../../../backbone/practice/pki/authority.ts'
import { finalizeBase } from '../../../electron/services/pdf/finalize-base.ts'
import { signPdf } from '../../../electron/services/pdf/sign-pdf.ts'
import { sealPng, signaturePng } from '../../builders/a-picture.ts'
import { officialLetterHtml, tinosFace } from '../../builders/official-letter.ts'
import { aSigner, anAuthority, aTimestampAuthority } from '../../builders/practice-signers.ts'
import { startPrinter } from '../../builders/print-html.ts'
import { latin1, rawStream, rawUpdate } from '../../builders/raw-pdf.ts'

const TIME = new Date().toISOString()
const OTHER = rawStream('', 'BT ET')
let authority: PracticeAuthority
let letter: Uint8Array

beforeAll(async () => {
  const printer = await startPrinter()
  const print = await printer.print(officialLetterHtml())
  await printer.close()
  authority = await anAuthority()
  const line = { sizePt: 13, align: 'left' } as const
  const labels = {
    initials: (n: number) => `Ký nháy ${n}`,
    leader: 'Chữ ký',
    number: 'Số',
    date: 'Ngày',
    seal: 'Dấu',
  }
  const bytes = await finalizeBase({
    print,
    meta: { title: 'V/v thử', language: 'vi', tool: 'Congso 0', createdAt: TIME },
    fields: routeFields({ initials: 2, labels, number: line, date: line }),
    fonts: {
      regular: tinosFace('400Regular/Tinos_400Regular.ttf'),
      italic: tinosFace('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
    },
    allowedFonts: ['Tinos'],
  })
  const clock = aTimestampAuthority(authority)
  const common = { time: TIME, timestamp: clock.stamp, selfCheck: () => Promise.resolve(undefined) }
  const person = await aSigner(authority)
  const leader = {
    ...common,
    field: 'leader',
    signer: person,
    appearance: { kind: 'picture', png: signaturePng() },
  } as const
  const signed = await signPdf({ ...leader, bytes })
  letter = await signPdf({
    ...common,
    bytes: signed.bytes,
    field: 'seal',
    signer: await aSigner(authority, { kind: 'seal' }),
    fill: { number: '1234', date: 'ngày 05 tháng 11' },
    appearance: { kind: 'picture', png: sealPng() },
  }).then(({ bytes: sealed }) => sealed)
}, 60_000)

async function verdictOf(bytes: Uint8Array): Promise<string> {
  const { verdict } = await verifyPdf(bytes, {
    trust: [authority.rootCertificate],
    crypto: webSignatureCrypto(webcrypto.subtle),
    now: new Date(),
    evidence: { ocspResponses: [], crls: [authority.crl()] },
  })
  return verdict
}

/** The body of an object of the newest revision, as it stands in the file. */
function bodyOf(bytes: Uint8Array, object: number): string {
  const offset = new PdfFile(bytes).revision(0).offset(object) ?? 0
  return /obj\s*([\s\S]*?)\s*endobj/u.exec(latin1(bytes.subarray(offset)))?.[1] ?? ''
}

function fieldObject(bytes: Uint8Array, name: string): number {
  return formFields(new PdfFile(bytes).revision(0)).find((field) => field.name === name)?.object ?? 0
}

/** Object number of the first page, and of its content. */
function firstPage(bytes: Uint8Array): { page: number; content: number } {
  const revision = new PdfFile(bytes).revision(0)
  const pages = revision.dictionary(revision.catalog, 'Pages')
  const [kid] = revision.items(pages, 'Kids')
  const page = isKind(kid, 'reference') ? kid.object : 0
  const value = revision.object(page)?.value
  expect(isKind(value, 'dictionary') && nameOf(value.entries.get('Type'))).toBe('Page')
  const contents = isKind(value, 'dictionary') ? value.entries.get('Contents') : undefined
  const first = isKind(contents, 'array') ? contents.items[0] : contents
  return { page, content: isKind(first, 'reference') ? first.object : 0 }
}

describe('the letter of our own pipeline', () => {
  test('is valid', async () => {
    expect(await verdictOf(letter)).toBe('valid')
  })

  test('with other content on the first page', async () => {
    const { content } = firstPage(letter)
    expect(await verdictOf(rawUpdate(letter, { [content]: OTHER }))).toBe('invalid')
  })

  test('with an annotation over the first page', async () => {
    const { page } = firstPage(letter)
    const annotated = bodyOf(letter, page).replace(/\/Annots\s*\[/u, '/Annots [90000 0 R ')
    const objects = { [page]: annotated, 90000: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 600 800] >>' }
    expect(annotated).toContain('90000 0 R')
    expect(await verdictOf(rawUpdate(letter, objects))).toBe('invalid')
  })

  test.each(['number', 'date'])('with another %s after the seal', async (name) => {
    const object = fieldObject(letter, name)
    const body = bodyOf(letter, object).replace(/\/V\s*(\([^)]*\)|<[^>]*>)/u, '/V (999)')
    expect(body).toContain('/V (999)')
    expect(await verdictOf(rawUpdate(letter, { [object]: body }))).toBe('invalid')
  })

  test('with another picture of the seal', async () => {
    const object = fieldObject(letter, 'seal')
    const body = bodyOf(letter, object).replace(/\/AP\s*<<[^>]*>>/u, '/AP << /N 90000 0 R >>')
    expect(body).toContain('90000 0 R')
    expect(await verdictOf(rawUpdate(letter, { [object]: body, 90000: OTHER }))).toBe('invalid')
  })

  test.each(['% comment', '\n', '4 0 obj\n(x)\nendobj\n'])('with %j behind its end', async (more) => {
    expect(await verdictOf(Uint8Array.from(Buffer.concat([letter, Buffer.from(more)])))).not.toBe('valid')
  })

  test.each([0.1, 0.3, 0.5, 0.7, 0.9])('with one byte changed at %d of its length', async (where) => {
    const copy = letter.slice()
    const at = Math.floor(letter.length * where)
    copy[at] = (copy[at] ?? 0) ^ 4
    expect(await verdictOf(copy)).not.toBe('valid')
  })
})
