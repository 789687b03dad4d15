import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { buildSip, SipIncomplete } from '../../../../../shared/exchange/archive/sip.ts'
import type { CaseFile } from '../../../../../shared/domain/records/case-file.ts'
import { sha256Hex } from '../../../../../shared/kernel/hash.ts'
import {
  appointStaff,
  closeFile,
  finishedLetter,
  letterSource,
  openedFile,
  staff,
} from '../../../../builders/a-case-file.ts'
import { DeskWorld } from '../../../../builders/desk-world.ts'

const page = new TextEncoder().encode('%PDF trang một')
const blob = { sha256: sha256Hex(page), sizeBytes: page.length, mediaType: 'application/pdf' }

function closedFile(): CaseFile {
  const world = new DeskWorld()
  appointStaff(world)
  finishedLetter(world, 'l1', { subject: 'V/v “A & B” <1>', typeName: 'Công văn' })
  const id = openedFile(world, 2026, '07.TCBC', 20)
  world.must(staff.drafter, 'case-file', id, 'case-file.put', { source: letterSource('l1'), files: [] })
  const source = {
    id: 'scan',
    code: '',
    typeName: 'Ảnh',
    subject: 'Ảnh hiện trường',
    author: 'Sở Thử',
    date: null,
    pages: 1,
  }
  world.must(staff.drafter, 'case-file', id, 'case-file.putOther', {
    ...source,
    files: [{ name: '../../ảnh 1.pdf', file: blob }],
  })
  closeFile(world, id, '2026-11-10')
  return world.look('case-file', id) as CaseFile
}

const sources = {
  agencyCode: 'T86.03',
  agencyName: 'Sở Thử',
  bytes: new Map([[blob.sha256, page]]),
  reports: new Map([[blob.sha256, { verdict: 'valid' }]]),
  workflows: new Map([['letter/l1', [{ act: 'accepted' }]]]),
}

describe('a submission package', () => {
  it('opens: documents, metadata, validation data and process, with the hash of everything', () => {
    const zip = unzipSync(buildSip(closedFile(), sources))
    const text = (path: string): string => strFromU8(zip[path] ?? new Uint8Array())
    expect(Object.keys(zip).sort()).toMatchInlineSnapshot(`
      [
        "contents.json",
        "documents/0000002/1--..-ảnh-1.pdf",
        "manifest-sha256.txt",
        "metadata/0000001.json",
        "metadata/0000001.xml",
        "metadata/0000002.json",
        "metadata/0000002.xml",
        "metadata/file.json",
        "metadata/file.xml",
        "process/0000001.json",
        "process/aside.json",
        "validation/0000002/1.json",
      ]
    `)
    expect(JSON.parse(text('metadata/0000001.json'))).toMatchObject({
      maintenance: '05',
      typeName: '22',
      codeNumber: '12',
      codeNotation: 'SX-VP',
      issuedDate: '14/11/2026',
      process: '1',
    })
    expect(JSON.parse(text('metadata/0000002.json'))).toMatchObject({ typeName: '32', process: '0' })
    expect(text('metadata/0000001.xml')).toContain('<subject>V/v “A &amp; B” &lt;1&gt;</subject>')
    const lines = text('manifest-sha256.txt').trim().split('\n')
    expect(lines).toHaveLength(Object.keys(zip).length - 1)
    for (const line of lines) {
      const [hash = '', path = ''] = line.split('  ')
      expect(sha256Hex(zip[path] ?? new Uint8Array())).toBe(hash)
    }
  })

  it('is the same bytes for the same file, and none when a file is missing or differs', () => {
    const file = closedFile()
    expect(buildSip(file, sources)).toEqual(buildSip(file, sources))
    expect(() => buildSip(file, { ...sources, bytes: new Map() })).toThrow(SipIncomplete)
    const other = new Map([[blob.sha256, new Uint8Array([1])]])
    expect(() => buildSip(file, { ...sources, bytes: other })).toThrow(SipIncomplete)
  })
})
