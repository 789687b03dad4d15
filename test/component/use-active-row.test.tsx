// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useActiveRow } from '../../renderer/workplace/use-active-row.ts'

function list(ids: readonly string[], scope = 'box') {
  const hook = renderHook(({ shown, box }) => useActiveRow(shown, box), {
    initialProps: { shown: ids, box: scope },
  })
  return {
    active: () => hook.result.current[0],
    choose: (id: string) => act(() => hook.result.current[1](id)),
    shows: (shown: readonly string[], box = scope) => hook.rerender({ shown, box }),
  }
}

test('what leaves the list gives its place to the next row, the last one at the end', () => {
  const rows = list(['a', 'b', 'c'])
  rows.choose('b')
  rows.shows(['a', 'c'])
  expect(rows.active()).toBe('c')
  rows.shows(['a'])
  expect(rows.active()).toBe('a')
  rows.shows([])
  expect(rows.active()).toBeNull()
})

test('what is chosen before it is in the list becomes active when it comes, unless another was chosen meanwhile', () => {
  const rows = list(['a', 'b'])
  rows.choose('new')
  expect(rows.active()).toBe('a')
  rows.shows(['a', 'new', 'b'])
  expect(rows.active()).toBe('new')

  rows.choose('newer')
  rows.choose('b')
  rows.shows(['a', 'new', 'newer', 'b'])
  expect(rows.active()).toBe('b')
})

test('another box begins at its first row', () => {
  const rows = list(['a', 'b'])
  rows.choose('b')
  rows.choose('new')
  rows.shows(['x', 'new'], 'other')
  expect(rows.active()).toBe('x')
})
