import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, type ScanWord } from '../../../../../shared/domain/scan/page-words.ts'
import { readLetterhead } from '../../../../../shared/domain/scan/read-letterhead.ts'

/** A line of words on an A4 page, set at `left` and `top` in parts of the page. */
const line = (text: string, left: number, top: number, confidence = 0.96): ScanWord[] => {
  let at = left
  return text.split(' ').map((word) => {
    const width = word.length * 0.0105
    const placed = { text: word, left: at, top, width, height: 0.012, confidence }
    at += width + 0.006
    return placed
  })
}

const letter = (confidence = 0.96): ScanWord[] => [
  ...line('ỦY BAN NHÂN DÂN', 0.17, 0.07, confidence),
  ...line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 0.5, 0.07, confidence),
  ...line('TỈNH MINH GIANG', 0.17, 0.085, confidence),
  ...line('Độc lập - Tự do - Hạnh phúc', 0.56, 0.086, confidence),
  ...line('SỞ TÀI CHÍNH', 0.19, 0.1, confidence),
  ...line('Số: 1892/STC-NS', 0.18, 0.125, confidence),
  ...line('Minh Giang, ngày 05 tháng 11 năm 2026', 0.52, 0.126, confidence),
  ...line('V/v rà soát quỹ tiền lương', 0.14, 0.145, confidence),
  ...line('năm 2027', 0.2, 0.16, confidence),
  ...line('Kính gửi: Sở Nội vụ tỉnh Minh Giang.', 0.3, 0.2, confidence),
  ...line('Để có cơ sở lập dự toán chi thường xuyên, Sở Tài chính đề nghị', 0.2, 0.24, confidence),
]

describe('the head of a letter', () => {
  it('gives number, symbol, date, issuer, kind and abstract of a công văn', () => {
    const read = readLetterhead(linesOf(letter()))
    expect(read.number.value).toBe('1892')
    expect(read.symbol.value).toBe('STC-NS')
    expect(read.issuedOn.value).toBe('2026-11-05')
    expect(read.issuer.value).toBe('Sở Tài chính')
    expect(read.typeName.value).toBe('Công văn')
    expect(read.subject.value).toBe('rà soát quỹ tiền lương năm 2027')
    for (const { confidence } of Object.values(read)) expect(confidence).toBeGreaterThan(0.7)
  })

  it('gives kind and abstract of a named document', () => {
    const words = [
      ...letter().filter((word) => word.top < 0.13),
      ...line('QUYẾT ĐỊNH', 0.43, 0.17),
      ...line('Về việc thành lập đoàn kiểm tra công vụ', 0.3, 0.19),
      ...line('Căn cứ Luật Tổ chức chính quyền địa phương', 0.2, 0.23),
    ]
    const read = readLetterhead(linesOf(words))
    expect(read.typeName.value).toBe('Quyết định')
    expect(read.subject.value).toBe('thành lập đoàn kiểm tra công vụ')
  })

  it('reads through the noise of a scan, and says that it is less sure', () => {
    const noisy = letter(0.62)
      .map((word) => (word.text === '1892/STC-NS' ? { ...word, text: 'l892/STC-NS' } : word))
      .map((word) => (word.text === 'V/v' ? { ...word, text: 'V⁄v' } : word))
      .map((word) => (word.text === 'ngày' ? { ...word, text: 'ngay' } : word))
      .map((word, index) => ({ ...word, top: word.top + (index % 3) * 0.001, left: word.left - 0.002 }))
    const read = readLetterhead(linesOf([...noisy, ...line('| .', 0.02, 0.3, 0.2)]))
    expect(read.number.value).toBe('1892')
    expect(read.number.confidence).toBeLessThan(0.5)
    expect(read.issuedOn.value).toBe('2026-11-05')
    expect(read.subject.value).toBe('rà soát quỹ tiền lương năm 2027')
    expect(read.subject.confidence).toBeLessThan(0.7)
  })

  it('finds nothing certain on a page that is no letter, and never throws', () => {
    expect(readLetterhead(linesOf(line('Hoá đơn tiền điện', 0.2, 0.1))).number.confidence).toBe(0)
    const word = fc.record({
      text: fc.string({ unit: 'grapheme' }),
      left: fc.double({ min: 0, max: 1, noNaN: true }),
      top: fc.double({ min: 0, max: 1, noNaN: true }),
      width: fc.double({ min: 0, max: 1, noNaN: true }),
      height: fc.double({ min: 0, max: 0.1, noNaN: true }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        for (const { confidence } of Object.values(readLetterhead(linesOf(words)))) {
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
