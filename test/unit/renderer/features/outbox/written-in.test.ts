import { expect, it } from 'vitest'
import { writtenIn } from '../../../../../renderer/features/outbox/components/written-in.ts'

it('finds the words of a refused act, and none where nothing was written', () => {
  expect(writtenIn({ item: 'i1', over: 'a', text: 'Đồng chí An nhất trí.' })).toBe('Đồng chí An nhất trí.')
  expect(writtenIn({ choice: 'other', words: 'Đề nghị bổ sung' })).toBe('Đề nghị bổ sung')
  for (const payload of [{}, { text: ' ' }, { text: 3 }]) expect(writtenIn(payload)).toBeUndefined()
})
