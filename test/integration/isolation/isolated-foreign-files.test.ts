import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isolatedForeignFiles } from '../../../backbone/isolation/isolated-foreign-files.ts'
import type { StatusSource } from '#shared/pdf/verify/certificate-status.ts'
import { practiceStatusSource, practiceTrustSnapshot } from '../../../backbone/practice/practice-trust.ts'
import { aSealedLetter, aSigningWorld } from '../../builders/sealed-letter.ts'
import { documentMessageBytes } from '#shared/exchange/edxml/memory-message.ts'
import { aDocumentMessage, anAttachment, bytesOf, TINY_PDF } from '../../builders/edxml-message.ts'

const foreign = isolatedForeignFiles({ trust: { name: 'không có', roots: [] }, atOnce: 2 })

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foreign-'))
  await mkdir(join(folder, 'attachments'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function read(bytes: Uint8Array) {
  const path = join(folder, 'message.edxml')
  await writeFile(path, bytes)
  return foreign.readMessage(path, join(folder, 'attachments'))
}

describe('messages of others', { timeout: 120_000 }, () => {
  test('are read in a process of their own, attachments under names of ours', async () => {
    const text = new Uint8Array(300_000).fill(0x61)
    const bytes = await documentMessageBytes(aDocumentMessage(), [
      anAttachment('../../thoát ra.pdf', TINY_PDF, 'a'),
      anAttachment('ghi chú.txt', text, 'b'),
    ])
    const result = await read(bytes)
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    const { fields, attachments, deviations } = result.value
    expect(fields).toEqual(aDocumentMessage())
    expect(deviations).toEqual([])
    expect(attachments.map(({ name, unzipped }) => [name, unzipped])).toEqual([
      ['../../thoát ra.pdf', false],
      ['ghi chú.txt', true],
    ])
    expect(new Uint8Array(await readFile(attachments[1]?.content ?? ''))).toEqual(text)
    expect((await readdir(join(folder, 'attachments'))).sort()).toEqual(['body-1', 'body-3'])
    expect(await readdir(folder)).toEqual(['attachments', 'message.edxml'])
  })

  test('are refused with line and reason, and nothing is left', async () => {
    const bytes = await documentMessageBytes(aDocumentMessage(), [anAttachment('a.pdf', TINY_PDF)])
    expect(await read(bytes.subarray(0, -20))).toMatchObject({
      ok: false,
      error: { code: 'not-well-formed' },
    })
    expect(await readdir(join(folder, 'attachments'))).toEqual([])
  })

  test('that are not there are a failure of reading', async () => {
    const missing = await foreign.readMessage(join(folder, 'none'), join(folder, 'attachments'))
    expect(missing).toMatchObject({ ok: false, error: { code: 'reading-failed' } })
  })
})

describe('PDFs of others', { timeout: 120_000 }, () => {
  test('without signatures are unsigned, other files unknown with the reason', async () => {
    const at = '2026-03-02T01:00:00.000Z'
    const path = join(folder, 'a.pdf')
    await writeFile(path, bytesOf('không phải PDF'))
    expect(await foreign.verifyPdf(path, at)).toMatchObject({
      verdict: 'unknown',
      checkedAt: at,
      trust: 'không có',
      report: { reasons: ['pdf.not-a-pdf'] },
    })
    expect(await foreign.verifyPdf(join(folder, 'none'), at)).toMatchObject({
      verdict: 'unknown',
      report: { reasons: ['reading.task-failed'] },
    })
  })

  test('with signatures are judged with the answers of status services, asked from here', async () => {
    const world = await aSigningWorld()
    const source = practiceStatusSource(world.authority)
    const asked: string[] = []
    const listening: StatusSource = {
      ocsp: (url, request) => {
        asked.push(url)
        return source.ocsp(url, request)
      },
      crl: (url) => {
        asked.push(url)
        return source.crl(url)
      },
    }
    const trust = practiceTrustSnapshot(world.authority)
    const path = join(folder, 'a.pdf')
    await writeFile(path, await aSealedLetter(world))
    const at = new Date().toISOString()
    const verdict = await isolatedForeignFiles({ trust, statusSource: listening }).verifyPdf(path, at)
    expect(verdict).toMatchObject({ verdict: 'valid', checkedAt: at, trust: 'practice' })
    expect(asked.length).toBeGreaterThan(0)
    const unasked = await isolatedForeignFiles({ trust }).verifyPdf(path, at)
    expect(unasked.verdict).not.toBe('valid')
  })
})
