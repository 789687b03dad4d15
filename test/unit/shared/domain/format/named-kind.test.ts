import { describe, expect, it } from 'vitest'
import { hasSymbolOfKind } from '../../../../../shared/domain/documents/kinds.ts'
import { issuingAuthority } from '../../../../../shared/domain/format/boxes.ts'
import { officialPage } from '../../../../../shared/domain/format/official-page.ts'
import { documentFieldsOf } from '../../../../builders/a-document.ts'

const body = {
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Nội dung' }] }],
}
const fields = documentFieldsOf({ subject: 'Kết quả công tác văn thư tháng 11' })

describe('the page of a named kind (form 1.4)', () => {
  it('has the kind and the abstract in the middle, none below the number', () => {
    const page = officialPage({ kind: 'bao-cao', fields }, body, '')
    expect(page).toContain(
      '<p class="kind">Báo cáo</p><p class="about">Kết quả công tác văn thư tháng 11</p>',
    )
    expect(page).not.toContain('V/v')
    expect(page.indexOf('class="kind"')).toBeLessThan(page.indexOf('Kính gửi:'))
  })

  it('leaves out Kính gửi when the report goes to no superior body', () => {
    const page = officialPage({ kind: 'bao-cao', fields: { ...fields, addressees: [] } }, body, '')
    expect(page).not.toContain('Kính gửi')
  })

  it('is not the page of a công văn', () => {
    const page = officialPage({ kind: 'cong-van', fields }, body, '')
    expect(page).toContain('V/v Kết quả công tác văn thư tháng 11')
    expect(page).not.toContain('class="title"')
  })
})

describe('the page of a biên bản (form 1.9)', () => {
  const minutes = documentFieldsOf({
    symbol: 'BB-SNV',
    subject: 'Họp giao ban tháng 11',
    headTitle: 'Chủ tọa',
    authority: 'head',
    secretary: 'Phan Thị Mai Anh',
    receivers: ['Lưu: VT, Hồ sơ'],
  })
  const page = officialPage({ kind: 'bien-ban', fields: minutes }, body, '')

  it('has no place and date and no Kính gửi, the number at the left', () => {
    expect(page).not.toContain('class="dated"')
    expect(page).not.toContain('Kính gửi')
    expect(page).toContain('/BB-SNV</p>')
  })

  it('is signed by the secretary at the left and the chair at the right, with the places of both signatures', () => {
    const secretary = page.indexOf('<p>Thư ký</p>')
    expect(secretary).toBeGreaterThan(0)
    expect(page.indexOf('field.congso.invalid/initials')).toBeGreaterThan(secretary)
    expect(page.indexOf('<p>Chủ tọa</p>')).toBeGreaterThan(page.indexOf('Phan Thị Mai Anh'))
    expect(page).toContain('- Lưu: VT, Hồ sơ.')
  })
})

describe('the page of a quyết định (form 1.2)', () => {
  const decision = documentFieldsOf({
    symbol: 'QĐ-SNV',
    subject: 'Về việc thông qua Đề án',
    receivers: ['Như Điều 3', 'Lưu: VT, TCBC'],
  })
  const text = (line: string) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: line }],
  })
  const lines = { type: 'doc' as const, content: ['QUYẾT ĐỊNH:', 'Điều 1. Thông qua.'].map(text) }
  const page = officialPage({ kind: 'quyet-dinh', fields: decision }, lines, '')

  it('names who decides below the abstract, though a deputy signs', () => {
    expect(page).toContain(
      '<p class="about">Về việc thông qua Đề án</p></div><p class="deciding">Giám đốc Sở Nội vụ</p>',
    )
    expect(page).not.toContain('Kính gửi')
    expect(page).toContain('/QĐ-SNV</p>')
  })

  it('has QUYẾT ĐỊNH: in the middle and ends its text', () => {
    expect(page).toContain('<p class="ordering">QUYẾT ĐỊNH:</p>')
    expect(page).toContain('<p>Điều 1. Thông qua./.')
    expect(page).toContain('- Như Điều 3;')
  })
})

describe('the page of a nghị quyết (form 1.1)', () => {
  const resolution = documentFieldsOf({
    ...{ superior: 'Sở Nội vụ', agency: 'Hội đồng Khoa học', symbol: 'NQ-HĐKH' },
    ...{ authority: 'TM', collective: 'Hội đồng Khoa học', headTitle: 'Chủ tịch', ownTitle: '' },
    receivers: ['Lưu: VT, TCBC'],
  })
  const lines = {
    type: 'doc' as const,
    content: ['QUYẾT NGHỊ:', 'Thông qua.'].map((line) => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: line }],
    })),
  }
  const page = officialPage({ kind: 'nghi-quyet', fields: resolution }, lines, '')

  it('is issued by the collective below its agency, and names it above the bases', () => {
    expect(page).toContain('<p class="superior">Sở Nội vụ</p><p class="agency">Hội đồng Khoa học</p>')
    expect(page).toContain('</div><p class="deciding">Hội đồng Khoa học</p>')
    expect(page).toContain('/NQ-HĐKH</p>')
    expect(page).not.toContain('Kính gửi')
  })

  it('has QUYẾT NGHỊ: in the middle and is signed on behalf of the collective', () => {
    expect(page).toContain('<p class="ordering">QUYẾT NGHỊ:</p>')
    expect(page).toContain('<p>TM. Hội đồng Khoa học</p><p>Chủ tịch</p>')
  })
})

it.each([
  [{}, 'Giám đốc Sở Nội vụ'],
  [{ headTitle: 'Chủ tịch', agency: 'Ủy ban nhân dân xã Lam Sơn' }, 'Chủ tịch Ủy ban nhân dân xã Lam Sơn'],
  [{ headTitle: 'Chánh Văn phòng', agency: 'VĂN PHÒNG ỦY BAN NHÂN DÂN' }, 'Chánh Văn phòng ỦY BAN NHÂN DÂN'],
  [{ authority: 'TM', collective: 'Ủy ban nhân dân' }, 'Ủy ban nhân dân'],
] as const)('%o is decided by %s', (change, line) => {
  expect(issuingAuthority(documentFieldsOf(change))).toBe(line)
})

it('a symbol begins with the abbreviation of its kind', () => {
  expect(hasSymbolOfKind('bao-cao', 'BC-SNV')).toBe(true)
  expect(hasSymbolOfKind('bao-cao', 'SNV-BC')).toBe(false)
  expect(hasSymbolOfKind('bien-ban', 'BB-SNV')).toBe(true)
  expect(hasSymbolOfKind('quyet-dinh', 'QĐ-SNV'.normalize('NFD'))).toBe(true)
  expect(hasSymbolOfKind('cong-van', 'SNV-TCBC')).toBe(true)
})
