// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useChoice } from '../../renderer/workplace/use-choice.ts'

/** A choice over a store whose saves end when the test says so. */
function aChoice() {
  const ends: ((isTaken: boolean) => void)[] = []
  const save = (): Promise<boolean> => new Promise((resolve) => ends.push(resolve))
  const hook = renderHook(({ stored }) => useChoice(stored, save), { initialProps: { stored: ['a'] } })
  return {
    choose: (choice: string[]) => {
      act(() => {
        hook.result.current[1](choice)
      })
    },
    shown: () => hook.result.current[0],
    end: (isTaken: boolean) =>
      act(async () => {
        await Promise.resolve()
        ends.shift()?.(isTaken)
      }),
    store: (stored: string[]) => {
      hook.rerender({ stored })
    },
  }
}

it('shows what was chosen last, also when that is what is stored while an earlier choice is being saved', async () => {
  const choice = aChoice()
  choice.choose(['a', 'b'])
  choice.choose(['a'])
  choice.store(['a', 'b'])
  expect(choice.shown()).toEqual(['a'])
  await choice.end(true)
  expect(choice.shown()).toEqual(['a'])
  choice.store(['a'])
  await choice.end(true)
  choice.store(['a', 'c'])
  expect(choice.shown()).toEqual(['a', 'c'])
})

it('shows what is stored again when a choice is not taken', async () => {
  const choice = aChoice()
  choice.choose(['b'])
  expect(choice.shown()).toEqual(['b'])
  await choice.end(false)
  expect(choice.shown()).toEqual(['a'])
})
