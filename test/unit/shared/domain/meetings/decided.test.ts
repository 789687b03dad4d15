import { expect, test } from 'vitest'
import { carriedIn } from '#shared/domain/meetings/conclude/decided.ts'
import type { Motion, MotionOutcome } from '#shared/domain/meetings/motion.ts'

const asked = (question: string, outcome: MotionOutcome | null) =>
  ({ id: `${question}-${String(outcome)}`, question, declared: outcome && { outcome } }) as unknown as Motion
const found = (...motions: readonly Motion[]): string | undefined => carriedIn({ motions })?.id

test('the latest question that was agreed to is what was decided', () => {
  expect(found(asked('A', 'carried'), asked('B', 'carried'), asked('C', 'lost'))).toBe('B-carried')
  expect(found(asked('A', 'lost'), asked('B', null))).toBeUndefined()
})

test('a question that was put again is answered by its last vote alone', () => {
  expect(found(asked('A', 'carried'), asked('A', 'lost'))).toBeUndefined()
  expect(found(asked('A', 'lost'), asked('A', 'carried'))).toBe('A-carried')
  expect(found(asked('A', 'carried'), asked('A', null))).toBe('A-carried')
})
