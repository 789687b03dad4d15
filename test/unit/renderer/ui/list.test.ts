import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowAfter, rowIdsOf, rowsBetween } from '../../../../renderer/ui/list-entries.ts'
import type { ListMove } from '../../../../renderer/ui/list-entries.ts'
import { listActOf } from '../../../../renderer/ui/list-keys.ts'

const press = (code: string, modifiers: object = {}) =>
  listActOf({ code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...modifiers })

describe('list keys', () => {
  it('move with arrows and J, back with Shift J', () => {
    expect(press('ArrowDown')).toEqual({ kind: 'move', move: 'next', extend: false })
    expect(press('ArrowUp', { shiftKey: true })).toEqual({ kind: 'move', move: 'previous', extend: true })
    expect(press('KeyJ')).toEqual({ kind: 'move', move: 'next', extend: false })
    expect(press('KeyJ', { shiftKey: true })).toEqual({ kind: 'move', move: 'previous', extend: false })
  })

  it('select, open, take all and clear', () => {
    expect(press('Space')).toEqual({ kind: 'toggle' })
    expect(press('Enter')).toEqual({ kind: 'open' })
    expect(press('KeyA', { ctrlKey: true })).toEqual({ kind: 'selectAll' })
    expect(press('Escape')).toEqual({ kind: 'clear' })
  })

  it('leave verbs and other combinations alone', () => {
    expect(press('KeyK')).toBeUndefined()
    expect(press('KeyR')).toBeUndefined()
    expect(press('KeyJ', { ctrlKey: true })).toBeUndefined()
    expect(press('ArrowLeft', { altKey: true })).toBeUndefined()
  })
})

describe('rows', () => {
  const ids = ['a', 'b', 'c', 'd']

  it('skip group headings', () => {
    expect(
      rowIdsOf([
        { kind: 'group', id: 'g', label: 'Hôm nay' },
        { kind: 'row', id: 'a', item: 1 },
      ]),
    ).toEqual(['a'])
  })

  it('start at the top and stop at the ends', () => {
    expect(rowAfter(ids, null, 'next', 10)).toBe('a')
    expect(rowAfter(ids, null, 'last', 10)).toBe('d')
    expect(rowAfter(ids, 'gone', 'next', 10)).toBe('a')
    expect(rowAfter(ids, 'd', 'next', 10)).toBe('d')
    expect(rowAfter(ids, 'b', 'pageUp', 10)).toBe('a')
    expect(rowAfter([], null, 'next', 10)).toBeUndefined()
  })

  it('stay in the list whatever is pressed', () => {
    const move = fc.constantFrom<ListMove[]>('next', 'previous', 'first', 'last', 'pageDown', 'pageUp')
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1 }),
        fc.array(move),
        fc.nat(20),
        (rows, moves, page) => {
          let at: string | null = null
          for (const one of moves) {
            at = rowAfter(rows, at, one, page) ?? null
            expect(rows).toContain(at)
          }
        },
      ),
    )
  })

  it('between two rows are the same from either end', () => {
    expect(rowsBetween(ids, 'c', 'a')).toEqual(['a', 'b', 'c'])
    expect(rowsBetween(ids, 'a', 'c')).toEqual(['a', 'b', 'c'])
    expect(rowsBetween(ids, 'a', 'gone')).toEqual([])
  })
})
