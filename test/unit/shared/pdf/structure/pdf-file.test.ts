import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { PdfFile } from '#shared/pdf/structure/pdf-file.ts'
import { decodeStream } from '#shared/pdf/structure/pdf-filters.ts'
import { isKind, type PdfStream } from '#shared/pdf/structure/pdf-value.ts'
import { parseValueAt } from '#shared/pdf/structure/pdf-parser.ts'
import { latin1, rawPdf, rawStream, rawUpdate } from '../../../../builders/raw-pdf.ts'
import { aForm, FORM, formObjects } from '../../../../builders/signed-pdf.ts'

const BASE = { 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [] /Count 0 >>', 3: '(one)' }

function streamOf(dictionary: string, raw: Uint8Array): PdfStream {
  const { value } = parseValueAt(Buffer.from(`<< ${dictionary} >>`), 0)
  if (!isKind(value, 'dictionary')) throw new Error('a dictionary was written')
  return { kind: 'stream', dictionary: value, raw }
}

describe('revisions', () => {
  test('each one sees the objects of its time', () => {
    const file = new PdfFile(rawUpdate(rawUpdate(rawPdf(BASE), { 3: '(two)' }), { 3: '(three)' }))
    const texts = [0, 1, 2].map((index) => file.revision(index).object(3)?.value)
    expect(texts.map((value) => (isKind(value, 'string') ? latin1(value.bytes) : ''))).toEqual([
      'three',
      'two',
      'one',
    ])
    expect(file.revision(0).place(2)).toBe(file.revision(2).place(2))
  })

  test('object streams and cross-reference streams are read', () => {
    const compressed = [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]
    const file = new PdfFile(aForm({}, { xrefStream: true, compressed }))
    expect(file.revision(0).dictionary(file.revision(0).catalog, 'AcroForm')?.entries.get('SigFlags')).toBe(3)
    expect(file.revision(0).entry(FORM.content)?.kind).toBe('offset')
    expect(file.revision(0).entry(FORM.catalog)?.kind).toBe('compressed')
  })

  test('a number that is free again has no object', () => {
    const file = new PdfFile(rawUpdate(rawPdf(BASE), {}, { free: [3] }))
    expect(file.revision(0).object(3)).toBeUndefined()
    expect(file.revision(1).object(3)).toBeDefined()
  })

  test('the end is behind the last marker', () => {
    const bytes = rawPdf(BASE)
    expect(new PdfFile(bytes).end).toBe(bytes.length)
    expect(new PdfFile(Buffer.concat([bytes, Buffer.from('%%')])).end).toBe(bytes.length)
  })
})

describe('files that are refused', () => {
  const broken: Readonly<Record<string, Uint8Array>> = {
    empty: new Uint8Array(),
    'not a PDF': Buffer.from('<html></html>'),
    'without startxref': Buffer.from('%PDF-1.7\n'),
    'startxref into nowhere': Buffer.from('%PDF-1.7\nstartxref\n99999\n%%EOF'),
    'startxref without number': Buffer.from('%PDF-1.7\nstartxref\nx\n%%EOF'),
    'sections in a ring': Buffer.from('%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF'),
    'an object listed twice': Buffer.from(
      '%PDF-1.7\nxref\n1 1\n0000000009 00000 n \n1 1\n0000000010 00000 n \ntrailer\n<< >>\nstartxref\n9\n%%EOF',
    ),
    'a subsection without end': Buffer.from(
      '%PDF-1.7\nxref\n0 99999999\ntrailer\n<< >>\nstartxref\n9\n%%EOF',
    ),
    'markers beyond the last kilobyte': Buffer.concat([rawPdf(BASE), Buffer.alloc(2000)]),
  }
  test.each(Object.entries(broken))('%s', (_name, bytes) => {
    expect(() => new PdfFile(bytes)).toThrow(/^pdf\./u)
  })

  test('an entry that points to another object', () => {
    const bytes = rawPdf(BASE)
    const file = new PdfFile(rawUpdate(bytes, {}, { offsets: { 3: latin1(bytes).indexOf('2 0 obj') } }))
    expect(() => file.revision(0).object(3)).toThrow('pdf.structure-unreadable')
  })

  test('references in a ring', () => {
    const revision = new PdfFile(rawPdf({ ...BASE, 3: '4 0 R', 4: '3 0 R' })).revision(0)
    expect(() => revision.resolve({ kind: 'reference', object: 3, generation: 0 })).toThrow('ring')
  })

  test('a length that is its own stream', () => {
    const objects = { ...formObjects(), 4: '<< /Length 4 0 R >>\nstream\nabc\nendstream' }
    const value = new PdfFile(rawPdf(objects)).revision(0).object(4)?.value
    expect(isKind(value, 'stream') && latin1(value.raw)).toBe('abc\n')
  })

  test('objects that overlap are not parsed for ever', () => {
    const nested = `${'['.repeat(50)}${'(x)'.repeat(400_000)}${']'.repeat(50)}`
    const bytes = rawPdf({ ...BASE, 3: nested })
    const start = latin1(bytes).indexOf('3 0 obj')
    const count = 60
    const offsets = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [100 + index, start - 1 - index]),
    )
    const padded = Buffer.from(latin1(bytes).replace('%\u00e2', `%\u00e2${' '.repeat(count)}`), 'latin1')
    expect(() => new PdfFile(rawUpdate(padded, {}, { offsets })).revision(0).object(100)).toThrow(/^pdf\./u)
  })
})

describe('filters', () => {
  test('flate with PNG rows', () => {
    const rows = Buffer.from([2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1, 4, 1, 1, 1, 3, 2, 2, 2])
    const stream = streamOf(
      '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 3 >>',
      deflateSync(rows),
    )
    expect([...decodeStream(stream)]).toEqual([1, 2, 3, 2, 3, 4, 5, 6, 7, 6, 7, 8, 5, 8, 10])
  })

  test('a bomb is noticed while it grows', () => {
    const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024))
    expect(() => decodeStream(streamOf('/Filter /FlateDecode', bomb))).toThrow('pdf.too-complex')
  })

  test('damaged data and other filters are told apart', () => {
    const damaged = streamOf('/Filter /FlateDecode', Buffer.from([1, 2, 255, 255, 255, 255]))
    expect(() => decodeStream(damaged)).toThrow('pdf.structure-unreadable')
    expect(() => decodeStream(streamOf('/Filter /LZWDecode', new Uint8Array()))).toThrow(
      'pdf.filter-unsupported',
    )
    expect(latin1(decodeStream(streamOf('', Buffer.from('plain'))))).toBe('plain')
  })

  test('a stream as tests write them is read as it was written', () => {
    expect(latin1(rawStream('', 'abc'))).toContain('/Length 3')
  })
})
