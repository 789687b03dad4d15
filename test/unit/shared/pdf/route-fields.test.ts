import { expect, test } from 'vitest'
import { fieldOfLink } from '#shared/pdf/form-fields.ts'
import { pdfDate, xmpDate } from '#shared/pdf/pdf-date.ts'
import { initialsField, RouteField, routeFields } from '#shared/pdf/route-fields.ts'

const labels = { initials: (n: number) => `i${n}`, leader: 'l', number: 'n', date: 'd', seal: 's' }
const line = { sizePt: 13, align: 'left' } as const

test('fields come in the order of signing, the seal above the leader', () => {
  const names = routeFields({ initials: 3, labels, number: line, date: line }).map(({ name }) => name)
  expect(names).toEqual(['initials', 'initials-2', 'initials-3', 'leader', 'number', 'date', 'seal'])
  expect(initialsField(2)).toBe('initials-2')
})

test('the leader leaves open exactly what the seal fills and closes', () => {
  const fields = routeFields({ initials: 0, labels, number: line, date: line })
  const lockOf = (name: string) =>
    fields.flatMap((field) => (field.kind === 'signature' && field.name === name ? [field.lock] : []))
  expect(lockOf(RouteField.leader)).toEqual([{ action: 'Exclude', fields: ['number', 'date', 'seal'] }])
  expect(lockOf(RouteField.seal)).toEqual([{ action: 'All' }])
})

test('a placeholder address names its field, other addresses none', () => {
  expect(fieldOfLink('https://field.congso.invalid/leader')).toBe('leader')
  expect(fieldOfLink('https://example.invalid/leader')).toBeUndefined()
})

test('dates stand in Vietnam time, across midnight', () => {
  expect(pdfDate('2026-11-05T18:30:09.999Z')).toBe("D:20261106013009+07'00'")
  expect(xmpDate('2026-12-31T17:00:00.000Z')).toBe('2027-01-01T00:00:00+07:00')
})
