import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { openSqliteEngine } from '../../../backbone/engine/sqlite-engine.ts'
import { WrongNodeKey } from '../../../backbone/engine/sqlite-connection.ts'
import { nodeEd25519 } from '../../../backbone/node-identity.ts'
import { openPractice, type Practice } from '../../../backbone/practice/open-practice.ts'
import { verifyAudit } from '../../../shared/audit/verify-audit.ts'
import type { Letter } from '../../../shared/domain/correspondence/letter.ts'
import { aNodeKey } from '../../builders/node-key.ts'

/** What the first day wrote: subjects, bodies, names, codes, numbers, file kinds, secrets. */
const KNOWN = [
  'quỹ tiền lương năm 2027',
  'rà soát số biên chế có mặt',
  'Phòng Tổ chức, biên chế chủ trì',
  'Nguyễn Hữu Tường',
  'nguyen-huu-tuong',
  'Hoàng Đức Thiện',
  'Sở Tài chính',
  'Sở Nội vụ',
  '1892/STC-NS',
  'STC-NS',
  'T86.04',
  'snv@minhgiang.example',
  'khoa-luyen-tap-t86',
  '%PDF-1.',
  '<?xml',
  '"payload"',
  'PRIVATE KEY',
  'LUYỆN TẬP',
]
const SECRET = 'a-secret-that-is-long-enough'
const journal = { warn: () => undefined, error: () => undefined }
const key = aNodeKey()
let folder: string
let practice: Practice
let port: number

const open = (with_ = key): Promise<Practice> =>
  openPractice({ dataDir: folder, secret: SECRET, key: with_, journal })

async function filesOnDisk(): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = all.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name))
  return Promise.all(
    paths.map(async (one) => ({ name: path.relative(folder, one), bytes: await readFile(one) })),
  )
}

/** Each text as it may lie in a file: as it is, in base64 at any of three offsets, in hex, in UTF-16. */
function formsOf(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text)
  const inBase64 = [0, 1, 2].map((offset) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(offset), bytes])
        .toString('base64')
        .slice(offset === 0 ? 0 : 4, -4),
    ),
  )
  return [bytes, Buffer.from(text, 'utf16le'), Buffer.from(bytes.toString('hex')), ...inBase64].filter(
    (one) => one.length >= 5,
  )
}

async function found(texts: readonly string[]): Promise<readonly string[]> {
  const files = await filesOnDisk()
  return texts.flatMap((text) =>
    files
      .filter(({ name, bytes }) => name.includes(text) || formsOf(text).some((form) => bytes.includes(form)))
      .map(({ name }) => `${text} in ${name}`),
  )
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-rest-'))
  practice = await open()
  port = (await practice.listen(0)).port
}, 60_000)
afterAll(async () => {
  await practice.close()
  await rm(folder, { recursive: true, force: true })
})

describe('what a node leaves on disk', () => {
  it('shows nothing of its content while it runs, nor after', async () => {
    expect((await filesOnDisk()).length).toBeGreaterThan(10)
    expect(await found(KNOWN)).toEqual([])
    await practice.close()
    expect(await found(KNOWN)).toEqual([])
    practice = await open()
    port = (await practice.listen(port)).port
  })

  it('does not tell whoever has a file that it is here', async () => {
    const engine = openSqliteEngine(path.join(folder, 'province', 'node.sqlite'), key)
    const hashes: string[] = []
    for (const ref of await engine.aggregates('snv', 'letter')) {
      const state = await engine.state('snv', ref)
      for (const { file } of (JSON.parse(state?.json ?? '') as Letter).files) hashes.push(file.sha256)
    }
    await engine.close()
    expect(hashes.length).toBeGreaterThan(3)
    expect(await found(hashes)).toEqual([])
    const raw = hashes.map((hash) => Buffer.from(hash, 'hex'))
    for (const { bytes } of await filesOnDisk()) expect(raw.some((hash) => bytes.includes(hash))).toBe(false)
  })

  it('still proves itself to whoever audits the log', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/audit?workspace=snv`, {
      headers: { authorization: `Bearer ${SECRET}` },
    })
    const lines = createInterface({ input: Readable.from(await answer.text()) })
    const report = await verifyAudit(lines, { verifier: nodeEd25519 })
    expect(report).toMatchObject({ verdict: 'valid', problems: [] })
  })

  it('is refused under another key and left as it was', async () => {
    await practice.close()
    const before = await filesOnDisk()
    await expect(open(aNodeKey())).rejects.toThrow(WrongNodeKey)
    expect(await filesOnDisk()).toEqual(before)
    practice = await open()
  })

  it('forgets at the next start what was being opened when it was killed', async () => {
    await practice.close()
    const left = path.join(folder, 'province', 'scratch', 'in-x', 'message.edxml')
    await mkdir(path.dirname(left), { recursive: true })
    await writeFile(left, '<?xml version="1.0"?>')
    practice = await open()
    await expect(stat(left)).rejects.toThrow()
    expect(await found(['<?xml'])).toEqual([])
  })
})
