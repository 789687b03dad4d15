import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { documentMessageBytes, statusMessageBytes } from '#shared/exchange/edxml/memory-message.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { runCommand } from '../../../../../electron/cli/main.ts'
import {
  aDocumentMessage,
  anAttachment,
  aStatusMessage,
  bytesOf,
  TINY_PDF,
} from '../../../../builders/edxml-message.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edxml-cli-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function congso(...args: string[]): Promise<{ exit: number; printed: unknown }> {
  const printed: unknown[] = []
  const exit = await runCommand(['edxml', ...args], (value) =>
    printed.push(JSON.parse(JSON.stringify(value))),
  )
  expect(printed).toHaveLength(1)
  return { exit, printed: printed[0] }
}

async function file(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const KEYS = [
  'kind',
  'businessType',
  'from',
  'to',
  'documentId',
  'code',
  'issuedOn',
  'type',
  'subject',
  'signer',
  'dueDate',
  'status',
  'attachments',
  'deviations',
]

describe('congso edxml parse', () => {
  test('prints every field and lays attachments down under names of its own', async () => {
    const bytes = await documentMessageBytes(aDocumentMessage({ dueDate: '2026-03-20' }), [
      anAttachment('../../thư.pdf', TINY_PDF, 'a'),
      anAttachment('ghi chú.txt', bytesOf('nội dung'), 'b'),
    ])
    const target = join(folder, 'ra')
    const { exit, printed } = await congso('parse', await file('a.edxml', bytes), '--attachments', target)
    expect(exit).toBe(0)
    expect(Object.keys(printed as object)).toEqual(KEYS)
    expect(printed).toMatchObject({
      kind: 'document',
      businessType: 0,
      from: { organId: 'T90.01', name: 'Sở Thí Điểm', superior: null },
      to: [{ organId: 'T90.02' }],
      code: { number: '17', notation: 'STĐ-VP' },
      issuedOn: '2026-03-02',
      type: { group: 2, detail: 18, name: 'Công văn' },
      signer: { competence: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', fullName: 'Lý Thử' },
      dueDate: '2026-03-20',
      status: null,
      attachments: [
        {
          name: '../../thư.pdf',
          declaredType: 'application/pdf',
          detectedType: 'application/pdf',
          sizeBytes: TINY_PDF.length,
          sha256: sha256Hex(TINY_PDF),
          unzipped: false,
        },
        { name: 'ghi chú.txt', declaredType: 'application/zip', detectedType: 'text/plain', unzipped: true },
      ],
      deviations: [],
    })
    expect(await readdir(target)).toEqual(['001.pdf', '002.txt'])
    expect(await readFile(join(target, '002.txt'), 'utf8')).toBe('nội dung')
    expect(await congso('parse', join(folder, 'a.edxml'), '--attachments', target)).toMatchObject({
      exit: 1,
      printed: { error: { code: 'cli.file-not-written' } },
    })
  })

  test('prints a status with the document it is about', async () => {
    const { printed } = await congso(
      'parse',
      await file('s.edxml', await statusMessageBytes(aStatusMessage())),
    )
    expect(Object.keys(printed as object)).toEqual(KEYS)
    expect(printed).toMatchObject({
      kind: 'status',
      businessType: null,
      to: [{ organId: 'T90.01' }],
      documentId: 'T90.01,2026/03/02,17/STĐ-VP',
      code: { number: '17', notation: 'STĐ-VP' },
      status: { code: '03', description: 'Đã vào sổ', timestamp: '2026-03-02T10:00:00+07:00' },
    })
  })

  test('a refusal is an answer: line and reason, exit 0', async () => {
    expect(await congso('parse', await file('a.edxml', '4711<?xml version="1.0"?><a/>'))).toEqual({
      exit: 0,
      printed: {
        error: { code: 'junk-before-declaration', line: 1, message: 'junk before declaration: junk "4711"' },
      },
    })
  })

  test('fails for a file that is not there, and for arguments that make no sense', async () => {
    const missing = await congso('parse', join(folder, 'none'))
    expect(missing).toMatchObject({ exit: 1, printed: { error: { code: 'cli.file-unreadable' } } })
    for (const args of [
      [],
      ['parse'],
      ['parse', 'a', 'b'],
      ['build', 'a'],
      ['paint', 'a'],
      ['parse', 'a', '--x'],
    ]) {
      expect(await congso(...args)).toMatchObject({ exit: 2, printed: { error: { code: 'cli.usage' } } })
    }
  })
})

describe('congso edxml build', () => {
  const sketch = {
    from: { organId: 'T90.01', name: 'Sở Thí Điểm' },
    to: [{ organId: 'T90.02', name: 'Ban Mô Phỏng' }],
    code: { number: '18', notation: 'STĐ-VP' },
    issuedOn: '2026-03-03',
    type: { name: 'Công văn' },
    subject: 'V/v thử',
    dueDate: null,
    attachments: [{ name: 'thư.pdf', path: 'thu.pdf' }],
  }

  test('writes what parse reads, with what was left out filled in', async () => {
    await file('thu.pdf', TINY_PDF)
    const out = join(folder, 'out.edxml')
    const built = await congso('build', await file('spec.json', JSON.stringify(sketch)), out)
    const bytes = new Uint8Array(await readFile(out))
    expect(built).toEqual({
      exit: 0,
      printed: { kind: 'document', sizeBytes: bytes.length, sha256: sha256Hex(bytes), attachments: 1 },
    })
    expect((await congso('parse', out)).printed).toMatchObject({
      documentId: 'T90.01,2026/03/03,18/STĐ-VP',
      type: { group: 2, detail: 18, name: 'Công văn' },
      attachments: [{ name: 'thư.pdf', sha256: sha256Hex(TINY_PDF) }],
      deviations: [],
    })
    expect((await readdir(folder)).sort()).toEqual(['out.edxml', 'spec.json', 'thu.pdf'])
  })

  test('takes what parse prints', async () => {
    const documents = [
      await documentMessageBytes(aDocumentMessage()),
      await statusMessageBytes(aStatusMessage({ staff: { name: 'Lý Thư' } })),
    ]
    for (const bytes of documents) {
      const { printed } = await congso('parse', await file('a.edxml', bytes))
      const out = join(folder, 'b.edxml')
      expect(await congso('build', await file('spec.json', JSON.stringify(printed)), out)).toMatchObject({
        exit: 0,
      })
      expect((await congso('parse', out)).printed).toEqual(printed)
    }
  })

  test('leaves no file behind when it fails', async () => {
    const out = join(folder, 'out.edxml')
    const missing = await congso('build', await file('spec.json', JSON.stringify(sketch)), out)
    expect(missing).toMatchObject({ exit: 1, printed: { error: { code: 'cli.file-unreadable' } } })
    const invalid = await congso('build', await file('spec.json', JSON.stringify({ ...sketch, to: [] })), out)
    expect(invalid).toMatchObject({ exit: 1, printed: { error: { code: 'edxml.spec-invalid' } } })
    expect(await readdir(folder)).toEqual(['spec.json'])
  })
})
