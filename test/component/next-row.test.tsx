// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useActiveRow } from '../../renderer/workplace/use-active-row.ts'
import { useFromHere } from '../../renderer/workplace/next-row.ts'

const ids = ['a', 'b', 'c', 'd']
function aList() {
  const { result } = renderHook(() => {
    const [active, choose] = useActiveRow(ids, 'box')
    return { active, choose, fromHere: useFromHere(ids, active, choose) }
  })
  return result
}

it('an act that is done leads to the row below the one where it began', () => {
  const list = aList()
  const toNextRow = list.current.fromHere()
  act(toNextRow)
  expect(list.current.active).toBe('b')
})

it('whoever went elsewhere meanwhile stays there', () => {
  const list = aList()
  const toNextRow = list.current.fromHere()
  act(() => list.current.choose('c'))
  act(toNextRow)
  expect(list.current.active).toBe('c')
})

it('the last row stays', () => {
  const list = aList()
  act(() => list.current.choose('d'))
  const toNextRow = list.current.fromHere()
  act(toNextRow)
  expect(list.current.active).toBe('d')
})
