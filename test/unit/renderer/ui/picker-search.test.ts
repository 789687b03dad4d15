import { describe, expect, it } from 'vitest'
import { initialsOf } from '../../../../renderer/ui/avatar.tsx'
import { zoomAfter } from '../../../../renderer/ui/page-desk.tsx'
import { findOptions } from '../../../../renderer/ui/picker-search.ts'

const options = [
  { id: 'ha', name: 'Nguyễn Thu Hà', detail: 'Phó Giám đốc' },
  { id: 'duc', name: 'Đào Đức Anh', detail: 'Chuyên viên, Phòng Tổ chức bộ máy' },
  { id: 'hai', name: 'Hà Văn Hải', detail: 'Văn thư', keywords: ['VT'] },
]
const found = (query: string) => findOptions(options, query).map(({ id }) => id)

describe('picker search', () => {
  it('finds without accents, names that begin so first', () => {
    expect(found('ha')).toEqual(['hai', 'ha'])
    expect(found('dao duc')).toEqual(['duc'])
    expect(found('ĐỨC')).toEqual(['duc'])
  })

  it('finds by title, unit and keyword', () => {
    expect(found('to chuc')).toEqual(['duc'])
    expect(found('vt')).toEqual(['hai'])
    expect(found('khong co')).toEqual([])
  })

  it('offers everyone before anything is typed', () => {
    expect(found('')).toEqual(['ha', 'duc', 'hai'])
  })
})

describe('picker search with groups', () => {
  const group = { adds: ['duc'], preview: [] }
  const offered = [...options, { id: 'to', name: 'Hà Nội và vùng phụ cận', group }]
  const foundAmong = (query: string, limit?: number) => findOptions(offered, query, limit).map(({ id }) => id)

  it('puts a group before the others only while nothing is typed', () => {
    expect(foundAmong('')).toEqual(['to', 'ha', 'duc', 'hai'])
    expect(foundAmong('ha')).toEqual(['hai', 'to', 'ha'])
    expect(foundAmong('ha noi')).toEqual(['to'])
  })

  it('cuts off no group', () => {
    expect(foundAmong('', 1)).toEqual(['to', 'ha'])
    expect(foundAmong('ha', 1)).toEqual(['hai', 'to'])
  })
})

describe('initials', () => {
  it('are those of the given name and the one before it', () => {
    expect(initialsOf('Lê Thị Hoài An')).toBe('HA')
    expect(initialsOf('  Trần   Đức Khải ')).toBe('ĐK')
    expect(initialsOf('An')).toBe('A')
  })
})

describe('zoom', () => {
  it('goes by steps from any size and stops at the ends', () => {
    expect(zoomAfter(0.79, 1)).toBe(0.8)
    expect(zoomAfter(0.8, -1)).toBe(0.7)
    expect(zoomAfter(1.3, 1)).toBe(1.3)
    expect(zoomAfter(0.5, -1)).toBe(0.5)
  })
})
