import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkOpenData, type OpenRecord } from '../../../../../shared/domain/boards/open-data.ts'

const aRecord = (subject: string): OpenRecord => ({
  code: '12/SNV-TCBC',
  date: '2026-11-16',
  kind: 'Công văn',
  subject,
  agency: 'Sở Nội vụ',
})

describe('open data', () => {
  it.each([
    ['V/v bổ nhiệm ông Nguyễn Văn Thử giữ chức vụ Trưởng phòng', 'personName'],
    ['trả lời đơn của bà Lê Thị Thử', 'personName'],
    ['xác minh số định danh 012345678901', 'personalNumber'],
    ['xác minh CMND 123 456 789', 'personalNumber'],
    ['liên hệ 0912 345 678', 'contact'],
    ['gửi về thu@vidu.invalid', 'contact'],
    ['kế hoạch (MẬT)', 'secretMark'],
  ])('leaves out “%s”', (subject, reason) => {
    expect(checkOpenData([aRecord(subject)])).toEqual({
      records: [],
      leftOut: [{ record: aRecord(subject), reason }],
    })
  })

  it.each(['rà soát biên chế năm 2026', 'bảo đảm bảo mật thông tin', 'kế hoạch giai đoạn 2026 – 2030'])(
    'takes “%s”',
    (subject) => {
      expect(checkOpenData([aRecord(subject)]).records).toEqual([aRecord(subject)])
    },
  )

  it('loses nothing, and lets out no field beside the five', () => {
    const record = fc.record({ subject: fc.string(), code: fc.string(), drafter: fc.string() })
    fc.assert(
      fc.property(fc.array(record), (given) => {
        const { records, leftOut } = checkOpenData(given.map((one) => ({ ...aRecord(''), ...one })))
        expect(records.length + leftOut.length).toBe(given.length)
        for (const one of records)
          expect(Object.keys(one).sort()).toEqual(['agency', 'code', 'date', 'kind', 'subject'])
      }),
    )
  })
})
