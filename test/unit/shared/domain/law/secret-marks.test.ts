import { describe, expect, it } from 'vitest'
import { secretMarkIn } from '../../../../../shared/domain/law/secret-marks.ts'

describe('secrecy marks', () => {
  it.each([
    [['Số: 12/STC-NS', 'TUYỆT MẬT'], 'TUYỆT MẬT'],
    [['TỐI  MẬT'], 'TỐI MẬT'],
    [['TÔI MẬT'], 'TỐI MẬT'],
    [['| MẬT |', 'V/v đề nghị'], 'MẬT'],
    [['TỐI MẬT'.normalize('NFD')], 'TỐI MẬT'],
  ])('are found standing alone in capitals: %j', (pieces, mark) => {
    expect(secretMarkIn(pieces)).toBe(mark)
  })

  it.each([
    [['V/v bảo đảm bảo mật thông tin', 'mật độ xây dựng', 'mật khẩu']],
    [['BẢO MẬT', 'MẬT ĐỘ DÂN SỐ', 'Mật', 'mật', 'MẶT', 'Tôi mật']],
    [[]],
  ])('are not seen in ordinary words: %j', (pieces) => {
    expect(secretMarkIn(pieces)).toBeUndefined()
  })
})
