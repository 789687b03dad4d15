import { webcrypto } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PracticeAuthority } from '../../../backbone/practice/pki/authority.ts'
import { finalizeBase } from '../../../electron/services/pdf/finalize-base.ts'
import type { BaseInput, SignPdfRequest } from '../../../electron/services/pdf/pdf.port.ts'
import { PdfErrorCode } from '../../../electron/services/pdf/pdf-error.ts'
import { signPdf } from '../../../electron/services/pdf/sign-pdf.ts'
import type { Signer } from '../../../electron/services/signer/signer.port.ts'
import type { FieldSpec } from '#shared/pdf/form-fields.ts'
import { routeFields } from '#shared/pdf/route-fields.ts'
import type { TimestampProblem } from '#shared/pdf/timestamp/timestamp-response.ts'
import { verifyPdf } from '#shared/pdf/verify/verify-pdf.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import { sealPng, signaturePng } from '../../builders/a-picture.ts'
import { officialLetterHtml, tinosFace } from '../../builders/official-letter.ts'
import { aSigner, anAuthority, aTimestampAuthority } from '../../builders/practice-signers.ts'
import { startPrinter } from '../../builders/print-html.ts'
import { readForm } from './read-form.ts'

const TIME = new Date().toISOString()
const line = { sizePt: 13, align: 'left' } as const
const FIELDS = routeFields({
  initials: 2,
  labels: { initials: (n) => `Ký nháy ${n}`, leader: 'Chữ ký', number: 'Số', date: 'Ngày', seal: 'Con dấu' },
  number: line,
  date: line,
})
const VALUES = { number: '1234', date: 'ngày 05 tháng 11 năm 2026' }

let printer: Awaited<ReturnType<typeof startPrinter>>
let authority: PracticeAuthority
let person: Signer
let agency: Signer
let print: Uint8Array
let base: Uint8Array

const baseInput = (change: Partial<BaseInput> = {}): BaseInput => ({
  print,
  meta: {
    title: 'V/v rà soát hồ sơ',
    language: 'vi',
    author: 'Sở Nội vụ',
    tool: 'Congso 0',
    createdAt: '2026-11-05T02:00:00.000Z',
  },
  fields: FIELDS,
  fonts: {
    regular: tinosFace('400Regular/Tinos_400Regular.ttf'),
    italic: tinosFace('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  },
  allowedFonts: ['Tinos'],
  ...change,
})

beforeAll(async () => {
  ;[printer, authority] = await Promise.all([startPrinter(), anAuthority()])
  ;[print, person, agency] = await Promise.all([
    printer.print(officialLetterHtml()),
    aSigner(authority),
    aSigner(authority, { kind: 'seal', commonName: 'Sở Nội vụ', keyType: 'rsa-2048' }),
  ])
  base = await finalizeBase(baseInput())
}, 60_000)

afterAll(() => printer.close())

const judge = (bytes: Uint8Array) =>
  verifyPdf(bytes, {
    trust: [authority.rootCertificate],
    crypto: webSignatureCrypto(webcrypto.subtle),
    now: new Date(),
    evidence: { ocspResponses: [], crls: [authority.crl(), authority.rootCrl()] },
  })

async function selfCheck(bytes: Uint8Array, field: string): Promise<string | undefined> {
  const report = (await judge(bytes)).signatures.find((signature) => signature.field === field)
  return report?.verdict === 'valid' ? undefined : (report?.reasons.join() ?? 'missing')
}

async function sign(bytes: Uint8Array, field: string, change: Partial<SignPdfRequest> = {}) {
  const request = {
    bytes,
    field,
    appearance: { kind: 'none' },
    time: TIME,
    signer: person,
    selfCheck,
  } as const
  const { bytes: signed } = await signPdf({ ...request, ...change })
  return signed
}

/** Initials, leader, seal with number and date: as the route goes. */
async function signRoute(): Promise<Uint8Array> {
  const initialled = await sign(base, 'initials', {
    appearance: { kind: 'text', text: 'Nguyễn Hà' },
    reason: 'Ký nháy (soạn thảo)',
  })
  const signed = await sign(initialled, 'leader', { appearance: { kind: 'picture', png: signaturePng() } })
  return sign(signed, 'seal', {
    signer: agency,
    fill: VALUES,
    appearance: { kind: 'picture', png: sealPng() },
  })
}

describe('the base', () => {
  test('is the same for the same print', async () => {
    expect(Buffer.from(await finalizeBase(baseInput())).equals(base)).toBe(true)
  })

  test('has every field, in order, tagged, labelled, and the seal drawn last', async () => {
    const form = await readForm(base)
    expect(form.sigFlags).toBe(3)
    expect(form.fields.map(({ name }) => name)).toEqual(FIELDS.map(({ name }) => name))
    expect(form.fields.every(({ element }) => element === 'Form')).toBe(true)
    expect(form.fields.map(({ label }) => label)).toEqual(FIELDS.map(({ label }) => label))
    expect(form.lastAnnotation).toBe('seal')
    expect(form.fields.filter(({ isReadOnly }) => isReadOnly).map(({ name }) => name)).toEqual([
      'number',
      'date',
    ])
  })

  test('has rectangles that every increment writes back as they are', async () => {
    for (const { rect } of (await readForm(base)).fields) {
      expect(rect).toEqual(rect.map((points) => Number(points.toFixed(3))))
    }
  })

  test('keeps the real link with a description and none of the placeholders', async () => {
    expect((await readForm(base)).links).toEqual(['https://luutru.anhai.example/huong-dan'])
  })

  test('lets the seal cover the left third of the signature', async () => {
    const { fields } = await readForm(base)
    const [leader, seal] = ['leader', 'seal'].map(
      (name) => fields.find((field) => field.name === name)?.rect ?? [0, 0, 0, 0],
    )
    const covered = ((seal?.[2] ?? 0) - (leader?.[0] ?? 0)) / ((leader?.[2] ?? 0) - (leader?.[0] ?? 0))
    expect(covered).toBeGreaterThan(0.25)
    expect(covered).toBeLessThan(0.42)
  })

  test.each<[string, string, readonly FieldSpec[]]>([
    ['no place for a field', 'missing', [...FIELDS, { kind: 'signature', name: 'initials-3', label: 'x' }]],
    ['a place for no field', 'undeclared', FIELDS.slice(1)],
  ])('is refused with %s', async (_, problem, fields) => {
    await expect(finalizeBase(baseInput({ fields }))).rejects.toMatchObject({
      code: PdfErrorCode.fieldPlaceholder,
      facts: { problem },
    })
  })

  test('is refused with two places for a field, with a fallback font, and twice', async () => {
    const twice = officialLetterHtml().replace(
      '</body>',
      '<a href="https://field.congso.invalid/seal">.</a></body>',
    )
    await expect(finalizeBase(baseInput({ print: await printer.print(twice) }))).rejects.toMatchObject({
      facts: { problem: 'twice' },
    })
    const other = officialLetterHtml().replace(
      'Trân trọng',
      '<span style="font-family: monospace">Trân trọng</span>',
    )
    await expect(finalizeBase(baseInput({ print: await printer.print(other) }))).rejects.toMatchObject({
      code: PdfErrorCode.fontNotAllowed,
    })
    await expect(finalizeBase(baseInput({ print: base }))).rejects.toMatchObject({
      code: PdfErrorCode.notPrinted,
    })
  })
})

describe('the route', () => {
  test('ends with all signatures valid and number and date in their fields', async () => {
    const sealed = await signRoute()
    const verdict = await judge(sealed)
    expect(verdict.signatures.map(({ field, verdict: each }) => [field, each])).toEqual([
      ['initials', 'valid'],
      ['leader', 'valid'],
      ['seal', 'valid'],
    ])
    expect(verdict.signatures.map(({ changedAfterSigning }) => changedAfterSigning)).toEqual([
      'permitted',
      'permitted',
      'none',
    ])
    expect(Buffer.from(sealed.subarray(0, base.length)).equals(base)).toBe(true)
    const { fields } = await readForm(sealed)
    expect(fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))).toEqual(
      Object.entries(VALUES),
    )
  })

  test.each([0, 1, 5, 11, 24])('ends valid wherever the page ends: %i paragraphs', async (paragraphs) => {
    const bytes = await finalizeBase(
      baseInput({ print: await printer.print(officialLetterHtml({ paragraphs })) }),
    )
    const signed = await sign(bytes, 'leader')
    expect((await judge(await sign(signed, 'seal', { fill: VALUES }))).verdict).toBe('valid')
  })

  test('closes its fields: nothing is signed, filled or changed after the seal', async () => {
    const sealed = await signRoute()
    await expect(sign(sealed, 'initials-2')).rejects.toMatchObject({ code: PdfErrorCode.fieldLocked })
    await expect(sign(sealed, 'seal')).rejects.toMatchObject({ code: PdfErrorCode.fieldTaken })
    const forged = Buffer.from(sealed)
    forged.set(Buffer.from('9'), forged.indexOf('/FieldRegular 13 Tf', base.length))
    expect((await judge(new Uint8Array(forged))).verdict).toBe('invalid')
  })

  test('lets the leader leave number and date open, and nothing else', async () => {
    const signed = await sign(base, 'leader')
    await expect(sign(signed, 'initials')).rejects.toMatchObject({ code: PdfErrorCode.fieldLocked })
    await expect(sign(signed, 'seal', { fill: VALUES })).resolves.toBeInstanceOf(Uint8Array)
  })
})

describe('refused before any key is used', () => {
  const refusing: Pick<SignPdfRequest, 'signer'> = {
    get signer(): Signer {
      return { ...person, sign: () => Promise.reject(new Error('the key was used')) }
    },
  }
  test.each<[string, string, Partial<SignPdfRequest>, string]>([
    ['an unknown field', 'nobody', {}, PdfErrorCode.fieldMissing],
    ['a text field', 'number', {}, PdfErrorCode.fieldMissing],
    ['an unknown value', 'seal', { fill: { stamp: '1' } }, PdfErrorCode.fieldMissing],
    [
      'a number too long for its place',
      'seal',
      { fill: { number: '1'.repeat(30) } },
      PdfErrorCode.valueTooWide,
    ],
    ['a character that is not in the font', 'seal', { fill: { number: '①' } }, PdfErrorCode.characterMissing],
    [
      'a picture that is none',
      'leader',
      { appearance: { kind: 'picture', png: Uint8Array.of(1) } },
      PdfErrorCode.badPicture,
    ],
  ])('%s', async (_, field, change, code) => {
    await expect(sign(base, field, { ...refusing, ...change })).rejects.toMatchObject({ code })
  })
})

describe('time stamps', () => {
  test('make the signature B-T', async () => {
    const stamp = aTimestampAuthority(authority)
    const signed = await signPdf({
      bytes: base,
      field: 'leader',
      appearance: { kind: 'none' },
      time: TIME,
      signer: person,
      selfCheck,
      timestamp: (digest) => stamp.stamp(digest),
    })
    expect(signed.level).toBe('B-T')
    expect((await judge(signed.bytes)).signatures[0]).toMatchObject({
      level: 'B-T',
      verdict: 'valid',
      timestampTime: signed.timestampAt,
    })
  })

  test('may be missing: the signature is made, and the reason told', async () => {
    const error: TimestampProblem = 'timestamp.unreachable'
    const signed = await signPdf({
      bytes: base,
      field: 'leader',
      appearance: { kind: 'none' },
      time: TIME,
      signer: person,
      selfCheck,
      timestamp: () => Promise.resolve({ ok: false, error }),
    })
    expect(signed).toMatchObject({ level: 'B-B', timestampProblem: error })
  })
})

test('a key that is not of its certificate, or a file that fails its check, hands nothing on', async () => {
  const stranger = {
    ...person,
    sign: (data: Uint8Array) => agency.sign(data).then((value) => value.subarray(0, 64)),
  }
  await expect(sign(base, 'leader', { signer: stranger })).rejects.toMatchObject({
    code: PdfErrorCode.selfCheckFailed,
  })
  await expect(sign(base, 'leader', { selfCheck: () => Promise.resolve('reason') })).rejects.toMatchObject({
    code: PdfErrorCode.selfCheckFailed,
    facts: { problem: 'reason' },
  })
})
