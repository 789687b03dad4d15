import { describe, expect, it } from 'vitest'
import { bodyHtml, closingMark, officialBody } from '../../../../../shared/domain/format/body.ts'
import {
  addresseeLines,
  codeOf,
  printedDate,
  receiverLines,
  signatureLines,
} from '../../../../../shared/domain/format/boxes.ts'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('boxes of the official page', () => {
  it('writes the authority above the signature as Decree 30 Annex I II.7 does', () => {
    const titles = { collective: 'ỦY BAN NHÂN DÂN', headTitle: 'GIÁM ĐỐC', ownTitle: 'PHÓ GIÁM ĐỐC' }
    expect(signatureLines({ authority: 'head', ...titles })).toEqual(['GIÁM ĐỐC'])
    expect(signatureLines({ authority: 'KT', ...titles })).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'])
    expect(signatureLines({ authority: 'TM', ...titles, headTitle: 'CHỦ TỊCH', ownTitle: '' })).toEqual([
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
    ])
  })

  it('puts one addressee on the line, several below each other', () => {
    expect(addresseeLines(['Bộ Nội vụ'])).toEqual(['Bộ Nội vụ.'])
    expect(addresseeLines(['Bộ Nội vụ;', 'Bộ Tài chính'])).toEqual(['- Bộ Nội vụ;', '- Bộ Tài chính.'])
    expect(receiverLines(['Như trên', 'Lưu: VT, TCBC'])).toEqual(['- Như trên;', '- Lưu: VT, TCBC.'])
  })

  it('prints numbers and dates with the leading zeros of Annex I', () => {
    expect(codeOf(5, 'SNV-VP')).toBe('05/SNV-VP')
    expect(printedDate('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026')
    expect(printedDate('2026-06-29')).toBe('ngày 29 tháng 6 năm 2026')
  })
})

describe('body of the official page', () => {
  it('escapes every text and lets no other element through', () => {
    const body = officialBody.parse({
      type: 'doc',
      content: [paragraph('<img src=x onerror=alert(1)> & "x"')],
    })
    expect(bodyHtml(body)).toBe('<p>&#60;img src=x onerror=alert(1)&#62; &#38; &#34;x&#34;</p>')
    expect(officialBody.safeParse({ type: 'doc', content: [{ type: 'iframe' }] }).success).toBe(false)
  })

  it('closes the last paragraph that has text', () => {
    const body = officialBody.parse({
      type: 'doc',
      content: [paragraph('Một'), paragraph('Hai'), { type: 'paragraph' }],
    })
    expect(bodyHtml(body, './.')).toBe('<p>Một</p>\n<p>Hai./.</p>')
  })

  it('closes a text that has its full stop without a second one', () => {
    const closing = (...content: unknown[]) => closingMark(officialBody.parse({ type: 'doc', content }))
    expect(closing(paragraph('Hai'))).toBe('./.')
    expect(closing(paragraph('Hai. '), { type: 'paragraph' })).toBe('/.')
    expect(closing(paragraph('Hai.'), { type: 'table', content: [] })).toBe('./.')
  })
})
