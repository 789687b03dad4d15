import { describe, expect, it } from 'vitest'
import { replyTo } from '../../../../../renderer/features/drafting/use-cases/reply-body.ts'
import type { Letter } from '../../../../../shared/domain/correspondence/letter.ts'
import { bodyText, officialBody } from '../../../../../shared/domain/format/body.ts'
import { anIncomingLetter } from '../../../../builders/an-incoming-letter.ts'

const letter = (change: object = {}): Letter =>
  ({
    id: 'l1',
    content: {
      ...anIncomingLetter('l1').payload.content,
      number: '1286',
      symbol: 'STC-NS',
      issuedOn: '2026-11-05',
      typeName: 'Công văn',
      from: { code: 'T86.04', name: 'Sở Tài chính tỉnh Minh Giang' },
      subject: 'Về việc Lập dự toán năm 2027',
      ...change,
    },
  }) as unknown as Letter

describe('the draft of a reply', () => {
  it('names what it answers in full and leaves a line to write on', () => {
    const { subject, body } = replyTo(letter(), { agency: 'Sở Nội vụ tỉnh Minh Giang', bases: [] })
    expect(subject).toBe(
      'trả lời Công văn số 1286/STC-NS ngày 05 tháng 11 năm 2026 của Sở Tài chính tỉnh Minh Giang',
    )
    expect(bodyText(officialBody.parse(body))).toBe(
      'Trả lời Công văn số 1286/STC-NS ngày 05 tháng 11 năm 2026 của Sở Tài chính tỉnh Minh Giang về lập dự toán năm 2027, Sở Nội vụ tỉnh Minh Giang có ý kiến như sau:\n',
    )
  })

  it('begins with the bases that the letter rests on, the last with a full stop', () => {
    const { body } = replyTo(letter(), { agency: 'Sở Nội vụ', bases: ['Căn cứ Luật A', 'Căn cứ Luật B'] })
    const [first, second] = body.content
    expect(first).toMatchObject({
      content: [{ text: 'Căn cứ Luật A;', marks: [{ type: 'italic' }] }],
    })
    expect(second).toMatchObject({ content: [{ text: 'Căn cứ Luật B.' }] })
  })

  it('says nothing of a date that the sender did not write', () => {
    const { subject } = replyTo(letter({ issuedOn: null, typeName: '' }), { agency: '', bases: [] })
    expect(subject).toBe('trả lời Văn bản số 1286/STC-NS của Sở Tài chính tỉnh Minh Giang')
  })
})
