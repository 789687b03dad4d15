import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../../../shared/spreadsheet/csv.ts'
import type { Accessed } from '../../../../../shared/domain/accesses/access-readers.ts'
import type { Letter } from '../../../../../shared/domain/correspondence/letter.ts'
import type { OfficialDocument } from '../../../../../shared/domain/documents/document.ts'
import { accessText, type AccessBody, type KeptAccess } from '../../../../../shared/log/access.ts'
import { createFormats } from '../../../../../renderer/i18n/formats.ts'
import { createTranslator, translateWith } from '../../../../../renderer/i18n/translate.ts'
import {
  accessLines,
  accessTable,
  foundLines,
} from '../../../../../renderer/workplace/accesses/access-lines.ts'
import { fileWords } from '../../../../../renderer/workplace/accesses/file-words.ts'
import { anAccess } from '../../../../builders/an-access.ts'

const t = translateWith(createTranslator('vi'), 'vi')
const formats = createFormats('vi', t)
const FILE = 'f'.repeat(64)
const people = [
  { id: 'c', person: 'lua', name: 'Hồ Thị Lụa', title: 'Văn thư', unit: 'u', roles: [], certificate: null },
]
const file = (sha256: string) => ({ sha256, sizeBytes: 1, mediaType: 'application/pdf' })
const letter: Accessed = {
  kind: 'letter',
  state: { files: [{ name: 'công văn.pdf', file: file(FILE) }] } as unknown as Letter,
}
const kept = (parts: Partial<AccessBody>, receivedAt = '2026-11-22T09:00:00.000Z'): KeptAccess => ({
  number: 1,
  receivedAt,
  record: {
    text: accessText(anAccess('lua', { at: '2026-11-22T01:00:00.000Z', ...parts })),
    signature: '',
    key: 'k',
  },
})
const lines = (accesses: readonly KeptAccess[]) =>
  accessLines(accesses, { t, people, fileOf: fileWords(t, letter) })

describe('lines of an access log', () => {
  it('name who, which file and which computer; the newest first', () => {
    const later = kept({ at: '2026-11-22T02:00:00.000Z', person: 'gone', access: 'saved' })
    const [first, second] = lines([kept({ subject: { file: FILE } }), later])
    expect(first).toMatchObject({ name: 'Người không còn giữ chức danh', kind: 'saved' })
    expect(second).toMatchObject({
      name: 'Hồ Thị Lụa',
      title: 'Văn thư',
      file: 'công văn.pdf',
      computer: 'VT-01',
    })
  })

  it('are found by kind and by any word without accents', () => {
    const all = lines([kept({ subject: { file: FILE } }), kept({ access: 'saved', computer: 'LĐ-02' })])
    expect(foundLines(all, null, 'lua van thu')).toHaveLength(2)
    expect(foundLines(all, null, 'cong van')).toHaveLength(1)
    expect(foundLines(all, 'saved', 'ld-02')).toHaveLength(1)
    expect(foundLines(all, 'opened', 'ld-02')).toHaveLength(0)
  })

  it('leave as a table with both times, which no spreadsheet takes for a formula', () => {
    const text = new TextDecoder().decode(csvOf(accessTable(lines([kept({ computer: '=1+1' })]), t, formats)))
    expect(text).toContain(
      "22/11/2026 08:00:00,Hồ Thị Lụa,Văn thư,Mở xem,Bản trước đó,'=1+1,22/11/2026 16:00:00",
    )
  })
})

describe('what was accessed, in words', () => {
  it('tells the copies of a document by the step they come from', () => {
    const act = (sha256: string) => ({ pdf: file(sha256) })
    const state = {
      attachments: [{ name: 'phụ lục.pdf', file: file('b'.repeat(64)) }],
      initials: act('c'.repeat(64)),
      signature: act('d'.repeat(64)),
      seal: null,
    } as unknown as OfficialDocument
    const words = fileWords(t, { kind: 'document', state })
    const ofFile = (letter: string) => words({ access: 'opened', subject: { file: letter.repeat(64) } })
    expect(['b', 'c', 'd', 'e'].map(ofFile)).toEqual([
      'phụ lục.pdf',
      'Bản ký nháy',
      'Bản đã ký',
      'Bản trước đó',
    ])
    const aggregate = { kind: 'document', id: 'd' } as const
    expect(words({ access: 'opened', subject: { aggregate } })).toBe('Dự thảo')
    expect(words({ access: 'exported', subject: { aggregate } })).toBe('Chuỗi lưu giữ')
  })
})
