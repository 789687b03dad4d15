import { describe, expect, it } from 'vitest'
import { legalBasesIn } from '../../../../../shared/domain/format/legal-bases.ts'

describe('legal bases in a text', () => {
  it('are each what stands behind “Căn cứ” up to its closing mark, once, over broken lines', () => {
    const page = `Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;
      Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05
      tháng 3 năm 2020 của Chính phủ về công tác văn thư;
      Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024.
      Sở Tài chính đề nghị quý cơ quan cho ý kiến./.`
    expect(legalBasesIn(page)).toEqual([
      'Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024',
      'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư',
    ])
  })

  it('are none where a text only weighs something', () => {
    expect(legalBasesIn('Căn cứ tình hình thực tế, Sở đề nghị. Không có căn cứ để giải quyết.')).toEqual([])
  })
})
