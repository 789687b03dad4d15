import { describe, expect, it } from 'vitest'
import { cellAfter } from '../../../../renderer/ui/delivery-moves.ts'
import type { DeliveryColumn, DeliveryRow } from '../../../../renderer/ui/delivery.types.ts'

const columns: readonly DeliveryColumn[] = ['a', 'b', 'c'].map((id) => ({ id, name: id, heading: [id] }))
const row = (id: string, addressed: string): DeliveryRow => ({
  id,
  number: id,
  date: '16/11',
  subject: '',
  received: 0,
  total: addressed.length,
  cells: Object.fromEntries(addressed.split('').map((column) => [column, { code: '01' }])),
})
const rows = [row('1', 'ac'), row('2', ''), row('3', 'b'), row('4', 'c')]

describe('moves between delivery cells', () => {
  it('begin at the first addressed cell', () => {
    expect(cellAfter(columns, rows, null, [1, 0])).toEqual({ row: '1', column: 'a' })
  })

  it('skip cells that were not addressed', () => {
    expect(cellAfter(columns, rows, { row: '1', column: 'a' }, [0, 1])).toEqual({ row: '1', column: 'c' })
    expect(cellAfter(columns, rows, { row: '1', column: 'c' }, [1, 0])).toEqual({ row: '3', column: 'b' })
  })

  it('end at the edges', () => {
    expect(cellAfter(columns, rows, { row: '4', column: 'c' }, [1, 0])).toBeUndefined()
    expect(cellAfter(columns, rows, { row: '4', column: 'c' }, [0, 1])).toBeUndefined()
    expect(cellAfter(columns, rows, { row: '1', column: 'a' }, [-1, 0])).toBeUndefined()
  })
})
