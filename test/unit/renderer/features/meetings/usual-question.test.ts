import { expect, test } from 'vitest'
import type { ItemState, Meeting } from '../../../../../shared/domain/meetings/meeting.ts'
import type { Motion } from '../../../../../shared/domain/meetings/motion.ts'
import { usualQuestion } from '../../../../../renderer/features/meetings/use-cases/usual-question.ts'

const item = (id: string, ...motions: readonly Partial<Motion>[]): ItemState =>
  ({ id, title: `Nội dung ${id}`, motions }) as unknown as ItemState
const asked = (openedAt: string, change: Partial<Motion> = {}): Partial<Motion> => ({
  openedAt,
  majority: 'ofAll',
  isSecret: false,
  ...change,
})
const question = (current: ItemState, ...before: readonly ItemState[]) =>
  usualQuestion({ items: [...before, current] } as unknown as Meeting, current)

test('a question is asked as the latest one of the meeting', () => {
  const before = [
    item('a', asked('2026-11-23T02:00:00Z', { majority: 'ofVotes', isSigned: true })),
    item('b', asked('2026-11-23T01:00:00Z')),
  ]
  expect(question(item('c'), ...before)).toEqual({
    question: 'Nội dung c',
    majority: 'ofVotes',
    isSecret: false,
    isSigned: true,
  })
})

test('a person says how the first question, one after a vote on paper and a second one of an item are asked', () => {
  expect(question(item('a'))).toBeUndefined()
  expect(question(item('b'), item('a', asked('2026-11-23T01:00:00Z', { isSecret: true })))).toBeUndefined()
  expect(question(item('a', asked('2026-11-23T01:00:00Z')))).toBeUndefined()
})
