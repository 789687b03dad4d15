import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../../../../backbone/exchange/message-fields.ts'
import {
  documentNamed,
  messageSections,
  statusWords,
} from '../../../../../renderer/features/incoming/components/message-sections.ts'
import { createFormats } from '../../../../../renderer/i18n/formats.ts'
import { createTranslator, translateWith } from '../../../../../renderer/i18n/translate.ts'

const translator = createTranslator('vi')
const t = translateWith(translator, 'vi')
const formats = createFormats('vi', t)

const RECALL = fieldsOf({
  kind: 'document',
  from: { organId: 'T91.01', name: 'Sở Y tế' },
  to: [{ organId: 'T91.02', name: 'Sở Nội vụ' }, { organId: 'T91.03' }],
  code: { number: '12', notation: 'SYT-VP' },
  issuedOn: '2026-11-05',
  toPlaces: ['Như trên', 'Lưu: VT'],
  other: { priority: 1, direction: false, appendixes: [] },
  business: { type: 1, reason: 'Ban hành nhầm', staff: [{ name: 'Đỗ Thị Mơ' }] },
  attachments: [{ name: 'kem.doc', detectedType: 'application/edxml+xml', sizeBytes: 2048 }],
})

describe('messageSections', () => {
  test('the message first, then each of those it speaks of by itself', () => {
    const sections = messageSections(RECALL, t, formats)
    expect(sections.map(({ id }) => id)).toEqual(['', 'from', 'staff.0', 'to.0', 'to.1', 'attachments.0'])
    expect(sections.map(({ heading }) => heading)).toEqual([
      undefined,
      'Nơi gửi',
      'Cán bộ gửi 1',
      'Nơi nhận 1',
      'Nơi nhận 2',
      'Tệp kèm 1',
    ])
  })

  test('values are said in words, several of a name together', () => {
    const facts = Object.fromEntries(messageSections(RECALL, t, formats).flatMap((one) => one.facts))
    expect(facts).toMatchObject({
      'Nghiệp vụ': 'Thu hồi',
      'Độ khẩn': 'Khẩn',
      'Ngày ban hành': '05/11/2026',
      'Nơi nhận trên văn bản': 'Như trên; Lưu: VT',
      'Loại thật': 'Bản tin edXML',
    })
  })

  test('nobody reads the name a program gives a field', () => {
    const labels = messageSections(RECALL, t, formats).flatMap(({ facts }) => facts.map(([label]) => label))
    expect(labels.filter((label) => /[a-z]\.[a-z0-9]/i.test(label))).toEqual([])
  })
})

describe('what a list line says', () => {
  const status = fieldsOf({ kind: 'status', statusCode: '06', responseFor: { code: '7/SYT-VP' } })
  test('of a status', () => {
    expect([documentNamed(status), statusWords(status, t)]).toEqual(['7/SYT-VP', '06 Hoàn thành'])
    expect(statusWords(fieldsOf({ statusCode: '77' }), t)).toBe('77')
  })
  test('of a document', () => {
    expect([documentNamed(RECALL), statusWords(RECALL, t)]).toEqual(['12/SYT-VP', ''])
  })
})
