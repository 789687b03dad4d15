import { describe, expect, it } from 'vitest'
import type { DocumentFields, OfficialDocument } from '#shared/domain/documents/document.ts'
import { lastArticleOf, missingDecisionParts } from '#shared/domain/documents/decision-text.ts'
import { formFindings } from '#shared/domain/documents/form-check.ts'
import { documentFieldsOf, textUpdate } from '../../../../builders/a-document.ts'

const lines = ['Căn cứ Luật Cán bộ, công chức;', 'QUYẾT ĐỊNH:', 'Điều 1. Thông qua.', 'Điều 2. Thi hành.']
const missing = (...text: readonly string[]) => missingDecisionParts(textUpdate(...text))

describe('the text of a decision', () => {
  it('is whole with bases, QUYẾT ĐỊNH: and articles', () => {
    expect(missing(...lines)).toEqual([])
    expect(missing(...lines.map((line) => line.normalize('NFD')))).toEqual([])
    expect(missingDecisionParts(null)).toEqual(['bases', 'ordering', 'articles'])
  })

  it.each([
    ['a basis that is left open', ['Căn cứ …;', ...lines], ['bases']],
    ['a basis that is left open in three dots', ['Căn cứ Luật ...;', ...lines], ['bases']],
    ['bases behind the articles', [...lines.slice(1), lines[0]!], ['bases']],
    ['articles before QUYẾT ĐỊNH:', [lines[0]!, lines[2]!, lines[1]!], ['articles']],
    ['an article left out', [...lines.slice(0, 2), 'Điều 2. Thi hành.'], ['articles']],
    [
      'QUYẾT ĐỊNH: inside a sentence',
      [lines[0]!, 'Giám đốc QUYẾT ĐỊNH: thông qua.'],
      ['ordering', 'articles'],
    ],
  ])('is not with %s', (_, text, parts) => {
    expect(missing(...text)).toEqual(parts)
  })

  it('names the last article, which receivers are told', () => {
    expect(lastArticleOf(textUpdate(...lines))).toBe(2)
    expect(lastArticleOf(textUpdate('Thông qua.'))).toBeUndefined()
  })
})

describe('the receivers of a decision', () => {
  const fixed = (receivers: readonly string[], text = textUpdate(...lines)) => {
    const fields: DocumentFields = documentFieldsOf({ symbol: 'QĐ-SNV', receivers: [...receivers] })
    const document = { kind: 'quyet-dinh', fields, text, route: {}, recipients: [] }
    return formFindings(document as unknown as OfficialDocument).find(
      ({ rule }) => rule === 'as-article-missing',
    )
  }

  it('begin with the article that says who carries it out', () => {
    expect(fixed(['Như Điều 2', 'Lưu: VT'])).toBeUndefined()
    expect(fixed(['Như trên', 'Sở Tài chính', 'Lưu: VT'])?.repair?.after).toBe(
      'Như Điều 2; Sở Tài chính; Lưu: VT',
    )
    expect(fixed(['Lưu: VT'], textUpdate('Thông qua.'))).toEqual({ rule: 'as-article-missing', repair: null })
  })
})

describe('the text of a resolution', () => {
  const of = (...text: readonly string[]) => missingDecisionParts(textUpdate(...text), 'nghi-quyet')
  const basis = 'Căn cứ Luật Cán bộ, công chức;'

  it('is whole with bases and QUYẾT NGHỊ:, with articles or without', () => {
    expect(of(basis, 'QUYẾT NGHỊ:', 'Thông qua Đề án.')).toEqual([])
    expect(of(basis, 'QUYẾT NGHỊ:', 'Điều 1. Thông qua.', 'Điều 2. Thi hành.')).toEqual([])
  })

  it('is not with the line of a decision, or with an article left out', () => {
    expect(of(...lines)).toEqual(['ordering', 'articles'])
    expect(of(basis, 'QUYẾT NGHỊ:', 'Điều 2. Thi hành.')).toEqual(['articles'])
    expect(missing(basis, 'QUYẾT NGHỊ:', 'Điều 1. Thông qua.')).toEqual(['ordering', 'articles'])
  })
})
