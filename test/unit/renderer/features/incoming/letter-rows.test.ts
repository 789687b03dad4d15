import { describe, expect, test } from 'vitest'
import { instantFrom, type LocalDate } from '#shared/kernel/instant.ts'
import { groupRows } from '../../../../../renderer/features/incoming/components/letter-rows.ts'
import { createFormats } from '../../../../../renderer/i18n/formats.ts'
import { createTranslator, translateWith } from '../../../../../renderer/i18n/translate.ts'
import type { IncomingLetterRow } from '../../../../../renderer/projections/incoming.ts'

const formats = createFormats('vi', translateWith(createTranslator('vi'), 'vi'))
const TODAY = '2026-11-16' as LocalDate

const row = (id: string, fromName: string, day: string, urgency: IncomingLetterRow['urgency']) =>
  ({
    what: 'letter',
    id,
    fromName,
    urgency,
    status: 'arrived',
    dueDate: null,
    arrivedAt: instantFrom(Date.parse(`${day}T02:00:00Z`)),
  }) as IncomingLetterRow

const rows = [
  row('a', 'Sở Y tế', '2026-11-16', 'normal'),
  row('b', 'Sở Tài chính', '2026-11-13', 'express'),
  row('c', 'Sở Y tế', '2026-11-13', 'normal'),
]
const shape = (order: 'deadline' | 'arrival' | 'issuer') =>
  groupRows(rows, 'Cần xử lý trước', formats, TODAY, order).map((one) =>
    one.kind === 'group' ? one.label : one.id,
  )

describe('order of a box', () => {
  test('by deadline, what cannot wait stands first', () => {
    expect(shape('deadline')[0]).toBe('Cần xử lý trước')
    expect(shape('deadline')[1]).toBe('b')
  })
  test('by arrival, the days alone', () => {
    expect(shape('arrival').filter((one) => one.length === 1)).toEqual(['a', 'b', 'c'])
  })
  test('by issuer, one group for each agency', () => {
    expect(shape('issuer')).toEqual(['Sở Tài chính', 'b', 'Sở Y tế', 'a', 'c'])
  })
})
