import { expect, test } from 'vitest'
import { bodyText } from '../../../../../shared/domain/format/body.ts'
import type { DeliveryRow } from '../../../../../renderer/projections/deliveries.ts'
import {
  chasedDocuments,
  chaseLetter,
} from '../../../../../renderer/features/delivery/use-cases/chase-letter.ts'

const row = (dispatch: string, code: string, name: string): DeliveryRow => ({
  id: `${dispatch}/${code}`,
  dispatch,
  code: `${dispatch}/SNV-VP`,
  subject: `nội dung ${dispatch}`,
  issuedOn: '2026-11-09',
  recipient: { code, name },
  state: 'sent',
  steps: [],
  chases: [],
  isReceived: false,
})
const documents = chasedDocuments([
  row('12', 'A', 'Sở Tài chính'),
  row('13', 'A', 'Sở Tài chính'),
  row('12', 'B', 'Sở Xây dựng'),
])
const letter = chaseLetter(documents, { agency: 'Sở Thử', today: '2026-11-22' })

test('every document is listed once with all who did not accept it', () => {
  const text = bodyText(letter.body)
  expect(text).toContain('12/SNV-VP\t09/11/2026\tnội dung 12\tSở Tài chính; Sở Xây dựng')
  expect(text).toContain('13/SNV-VP\t09/11/2026\tnội dung 13\tSở Tài chính')
  expect(text).toContain('Tính đến ngày 22 tháng 11 năm 2026')
  expect(text).not.toContain('{{')
})

test('goes to each of them once', () => {
  expect(letter.recipients).toEqual([
    { code: 'A', name: 'Sở Tài chính' },
    { code: 'B', name: 'Sở Xây dựng' },
  ])
})
