import { expect, test } from 'vitest'
import type { Letter } from '../../../../../shared/domain/correspondence/letter.ts'
import { owedProof } from '../../../../../shared/domain/work/proof.ts'

const asking = { content: { dueDate: '2026-11-25' } } as Letter
const answered = { ...asking, replies: [{ document: 'd1' }] } as unknown as Letter
const telling = { content: { dueDate: null } } as Letter

test.each([
  ['lead', false, asking, 'reply'],
  ['lead', false, answered, undefined],
  ['lead', false, telling, undefined],
  ['lead', false, undefined, undefined],
  ['lead', true, telling, 'evidence'],
  ['lead', true, asking, 'evidence'],
  ['cooperating', true, asking, undefined],
  ['inform', false, asking, undefined],
] as const)('as %s, asked by the superior: %s, %o: owes %s', (role, fromSuperior, letter, owed) => {
  expect(owedProof({ role, fromSuperior }, letter)).toBe(owed)
})

test.each([telling, asking])('a recalled letter asks for nothing any more, whoever sent it', (letter) => {
  const recalled = { on: '2026-11-20', code: '3/TB' }
  for (const fromSuperior of [true, false])
    expect(owedProof({ role: 'lead', fromSuperior, recalled }, letter)).toBeUndefined()
})
