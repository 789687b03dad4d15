import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeEd25519 } from '../../../backbone/node-identity.ts'
import { custodyOf } from '../../../backbone/workspace/custody.ts'
import { takeAccesses } from '../../../backbone/workspace/take-accesses.ts'
import { runCommand } from '../../../electron/cli/main.ts'
import { custodyLinesOf, custodyPage } from '../../../shared/audit/custody-page.ts'
import { sha256Hex } from '../../../shared/kernel/hash.ts'
import { anAccess, signedAccess } from '../../builders/an-access.ts'
import { documentFieldsOf, textUpdate } from '../../builders/a-document.ts'
import { aDesk, aNode, anAgency } from '../../builders/backbone.ts'

const SCRIPT = join(import.meta.dirname, '../../../docs/verify-custody.py')
const PDF = { sha256: sha256Hex('pdf'), sizeBytes: 3, mediaType: 'application/pdf' }
let folder: string
let lines: readonly string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'congso-custody-'))
  const node = await aNode([anAgency('a')])
  const workspace = await node.workspace('a')
  await node.blobs.keep('a', [new TextEncoder().encode('pdf')], PDF.mediaType)
  const desk = await aDesk(node, 'a', 'drafter')
  const ref = { kind: 'document', id: 'd1' } as const
  const fields = { ...documentFieldsOf(), subject: '</script> “Đường dây nóng” & <b>khác</b>' }
  await workspace.submit([
    desk.signed(ref, 'document.create', { kind: 'cong-van', fields }),
    desk.signed(ref, 'document.editText', { update: textUpdate('Nội dung') }),
    desk.signed(ref, 'document.attach', { attachment: { id: randomUUID(), name: 'bảng.pdf', file: PDF } }),
    desk.signed(ref, 'document.setRoute', { route: { reviewer: 'a-unit-head', signer: 'a-leader' } }),
  ])
  const subjects = [{ aggregate: ref }, { aggregate: ref }, { file: PDF.sha256 }]
  const records = subjects.map((subject) =>
    signedAccess(desk.device, anAccess(desk.actor.person, { subject, access: 'saved' })),
  )
  const deps = { engine: node.engine, verifier: nodeEd25519 }
  await takeAccesses(deps, workspace, desk.actor.person, records)
  const chain = await custodyOf(node, workspace, 'a-p-drafter', ref)
  const all: string[] = []
  for await (const line of chain ?? []) all.push(JSON.stringify(line))
  lines = all
  await node.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

function pageWith(some: readonly string[]): string {
  const file = join(folder, 'chain.html')
  const page = { language: 'vi', title: 'Chuỗi lưu giữ', facts: [], columns: [], rows: [], howTo: '' }
  writeFileSync(file, custodyPage({ ...page, lines: some }))
  return file
}

async function ours(file: string): Promise<{ verdict: string; problems: { seq: number }[] }> {
  const printed: unknown[] = []
  expect(await runCommand(['audit', 'verify', file], (value) => printed.push(value))).toBe(0)
  return printed[0] as { verdict: string; problems: { seq: number }[] }
}

function theirs(file: string, ...options: string[]): { status: number | null; words: string } {
  const { status, stdout, stderr } = spawnSync('python3', [SCRIPT, file, ...options], { encoding: 'utf8' })
  return { status, words: stdout + stderr }
}

describe('chain of custody as one file', () => {
  it('gives its lines back as they were, whatever they contain', () => {
    expect(
      custodyLinesOf(readFileSync(pageWith(lines), 'utf8'))?.map((line) => JSON.parse(line) as unknown),
    ).toEqual(lines.map((line) => JSON.parse(line) as unknown))
  })

  it('is valid for the command and for the script in another language', async () => {
    const file = pageWith(lines)
    expect(await ours(file)).toMatchObject({ verdict: 'valid', problems: [] })
    const { status, words } = theirs(file)
    expect(words).toContain('VALID')
    expect(words).not.toContain('WRONG')
    expect(status).toBe(0)
  })

  it('fails for both at the entry of which one letter differs', async () => {
    for (const [index, line] of lines.entries()) {
      const { item, entry } = JSON.parse(line) as { item: string; entry: { seq: number } }
      if (item !== 'proven') continue
      const file = pageWith(lines.with(index, line.replace('salt', 'sale')))
      expect((await ours(file)).problems[0]?.seq).toBe(entry.seq)
      const { status, words } = theirs(file)
      expect(status).toBe(1)
      expect(words.split('WRONG')[0]?.trim().split('\n').at(-1)).toMatch(new RegExp(`^ *${entry.seq} `, 'u'))
    }
  })

  it('fails for both when the head is changed or another node is expected', async () => {
    const head = JSON.parse(lines.at(-1) ?? '') as { head: { size: number } }
    const bigger = JSON.stringify({ ...head, head: { ...head.head, size: head.head.size + 1 } })
    const file = pageWith(lines.with(-1, bigger))
    expect((await ours(file)).verdict).toBe('invalid')
    expect(theirs(file).status).toBe(1)
    expect(theirs(pageWith(lines), '--node-key', 'AAAA').status).toBe(1)
  })

  it('tells who accessed it, and fails for both when an access is left out, changed, moved or added', async () => {
    expect(lines.filter((line) => line.startsWith('{"item":"access",'))).toHaveLength(3)
    expect(theirs(pageWith(lines)).words.match(/access: saved/gu)).toHaveLength(3)
    const head = lines.findIndex((line) => line.includes('"count":2'))
    const [first, second] = [head - 2, head - 1]
    const swapped = lines.with(first, lines[second] ?? '').with(second, lines[first] ?? '')
    const foreign = lines.map((line) => (line.includes('attach') ? line.replaceAll(PDF.sha256, '') : line))
    const broken = [
      lines.toSpliced(first, 1),
      lines.toSpliced(second, 1),
      lines.toSpliced(head, 1),
      lines.with(first, lines[first]?.replace('saved', 'opened') ?? ''),
      lines.with(head, lines[head]?.replace('"count":2', '"count":1') ?? ''),
      swapped,
      foreign,
    ]
    for (const some of broken) {
      const file = pageWith(some)
      expect((await ours(file)).verdict).toBe('invalid')
      const { status, words } = theirs(file)
      expect(words).toContain('WRONG')
      expect(status).toBe(1)
    }
  })

  it('tells whether a file is one that an act names', () => {
    const other = join(folder, 'other.pdf')
    writeFileSync(other, 'another file')
    expect(theirs(pageWith(lines), '--file', other)).toMatchObject({ status: 1 })
  })

  it('says plainly that a page without a chain has none', () => {
    const file = join(folder, 'empty.html')
    writeFileSync(file, '<!doctype html><p>nothing</p>')
    expect(theirs(file)).toMatchObject({ status: 2 })
  })
})
