import { describe, expect, it } from 'vitest'
import { kindNames } from '../../../../../shared/domain/documents/kind-names.ts'
import { documentTypeCode } from '../../../../../shared/exchange/archive/type-codes.ts'

describe('archive code of a kind', () => {
  it('every kind of the law has one of its own', () => {
    expect(new Set(kindNames.map(documentTypeCode)).size).toBe(29)
    expect(kindNames.map(documentTypeCode)).not.toContain('32')
  })

  it('is the same wherever the mark of a syllable is written', () => {
    expect(['Giấy ủy quyền', 'Giấy uỷ quyền', 'GIẤY ỦY QUYỀN'].map(documentTypeCode)).toEqual([
      '16',
      '16',
      '16',
    ])
    expect(documentTypeCode('Quyết định (cá biệt)')).toBe('02')
  })

  it('is that of another document where the law knows no such kind', () => {
    expect(documentTypeCode('Bản vẽ')).toBe('32')
  })
})
