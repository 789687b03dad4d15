import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFStream } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../../electron/cli/main.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { aSealedLetter, aSigningWorld } from '../../builders/sealed-letter.ts'
import { readForm } from '../pdf/read-form.ts'

const CONGSO = join(import.meta.dirname, '../../../electron/cli/congso.mjs')
const LETTER = {
  kind: 'cong-van',
  superior: 'Ủy ban nhân dân tỉnh Minh Giang',
  agency: 'Sở Nội vụ',
  symbol: 'SNV-TCBC',
  place: 'Minh Giang',
  subject: 'rà soát hồ sơ viên chức',
  addressees: ['Sở Xây dựng', 'Sở Tài chính'],
  body: ['Sở Nội vụ đề nghị các sở rà soát hồ sơ.', 'Kết quả gửi trước ngày 30 tháng 11 năm 2026.'],
  authority: 'KT',
  headTitle: 'Giám đốc',
  ownTitle: 'Phó Giám đốc',
  signerName: 'Đặng Thị Ngọc Hà',
  receivers: ['Như trên', 'Lưu: VT, TCBC'],
  createdAt: '2026-11-05T09:00:00+07:00',
}
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'congso-spec-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string): string => join(folder, name)

/** The command in this process, on a specification of these values. */
async function render(spec: object, out = 'out.pdf', locale = 'en') {
  writeFileSync(at('spec.json'), JSON.stringify(spec))
  const printed: unknown[] = []
  const status = await runCommand(['render', at('spec.json'), at(out), '--locale', locale], (value) =>
    printed.push(value),
  )
  expect(printed).toHaveLength(1)
  return { status, output: printed[0] as Record<string, unknown> }
}

interface SpecFailure {
  readonly code: string
  readonly problems: readonly { readonly path: string; readonly problem: string; readonly remedy: string }[]
}

describe('congso render', () => {
  test('the launcher prints what was made, and the file is what it says', { timeout: 60_000 }, async () => {
    writeFileSync(at('biểu (1).csv'), 'a;b\n1;2\n')
    const embedded = [{ path: 'biểu (1).csv', description: 'Biểu số liệu' }]
    writeFileSync(at('letter.json'), JSON.stringify({ ...LETTER, embedded }))
    const run = spawnSync(process.execPath, [CONGSO, 'render', 'letter.json', 'letter.pdf'], {
      cwd: folder,
      encoding: 'utf8',
    })
    const bytes = new Uint8Array(readFileSync(at('letter.pdf')))
    expect(run.status).toBe(0)
    expect(JSON.parse(run.stdout)).toMatchObject({
      file: 'letter.pdf',
      kind: 'cong-van',
      pages: 1,
      sizeBytes: bytes.length,
      sha256: sha256Hex(bytes),
      declares: ['PDF/A-3a', 'PDF/UA-1'],
      createdAt: '2026-11-05T02:00:00.000Z',
      embedded: [{ name: 'biểu (1).csv', mediaType: 'text/plain', sizeBytes: 8 }],
    })
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
    const { fields, sigFlags } = await readForm(bytes)
    expect(sigFlags).toBe(3)
    expect(fields.map(({ name }) => name)).toEqual(['initials', 'leader', 'number', 'date', 'seal'])
    expect(fields.every(({ element, label }) => element === 'Form' && label !== '')).toBe(true)
    const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true')
    expect(catalog.has(PDFName.of('StructTreeRoot'))).toBe(true)
    const metadata = new TextDecoder().decode(catalog.lookup(PDFName.of('Metadata'), PDFStream).getContents())
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(metadata).toContain('Sở Nội vụ - rà soát hồ sơ viên chức')
    const file = catalog.lookup(PDFName.of('AF'), PDFArray).lookup(0, PDFDict)
    expect(file.lookup(PDFName.of('UF'), PDFHexString).decodeText()).toBe('biểu (1).csv')
  })

  test('every wrong place is named, with what to do, in both languages', async () => {
    const wrong = {
      ...LETTER,
      subject: undefined,
      addressees: ['Sở Xây dựng', ''],
      authority: 'TM',
      symbl: 'x',
    }
    for (const locale of ['vi', 'en']) {
      const { status, output } = await render(wrong, 'wrong.pdf', locale)
      const { code, problems } = output['error'] as SpecFailure
      expect([status, code]).toEqual([1, 'render.spec-invalid'])
      expect(problems.map(({ path }) => path).toSorted()).toEqual(['addressees[1]', 'subject', 'symbl'])
      expect(problems.every(({ problem, remedy }) => problem !== '' && remedy !== '')).toBe(true)
    }
    const { output } = await render({ ...LETTER, authority: 'TM' })
    expect((output['error'] as SpecFailure).problems).toMatchObject([{ path: 'collective' }])
  })

  test('what somebody signed, and what is no PDF of ours, is never written over', async () => {
    const signed = await aSealedLetter(await aSigningWorld())
    writeFileSync(at('signed.pdf'), signed)
    writeFileSync(at('notes.pdf'), 'no PDF at all')
    expect(await render(LETTER, 'signed.pdf')).toMatchObject({
      status: 1,
      output: { error: { code: 'render.out-signed' } },
    })
    expect(await render(LETTER, 'notes.pdf')).toMatchObject({
      output: { error: { code: 'render.out-foreign' } },
    })
    expect(Buffer.from(signed).equals(readFileSync(at('signed.pdf')))).toBe(true)
  })

  test('other failures have a code of their own and leave nothing behind', { timeout: 60_000 }, async () => {
    const embedded = [{ path: 'missing.csv' }]
    expect(await render({ ...LETTER, embedded })).toMatchObject({
      output: { error: { code: 'render.embedded-unreadable' } },
    })
    expect(await render({ ...LETTER, body: ['Chúc mừng 😀'] }, 'emoji.pdf')).toMatchObject({
      status: 1,
      output: { error: { code: 'render.not-finished' } },
    })
    expect(readdirSync(folder)).not.toContain('emoji.pdf')
    writeFileSync(at('broken.json'), '{')
    const printed: unknown[] = []
    const print = (value: unknown) => printed.push(value)
    expect(await runCommand(['render', at('broken.json'), at('out.pdf')], print)).toBe(1)
    expect(await runCommand(['render', at('nowhere.json'), at('out.pdf')], print)).toBe(1)
    expect(await runCommand(['render', at('broken.json')], print)).toBe(2)
    expect(printed).toMatchObject(
      ['render.spec-not-json', 'render.spec-unreadable', 'cli.usage'].map((code) => ({ error: { code } })),
    )
  })
})
