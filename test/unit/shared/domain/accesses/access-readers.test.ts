import { describe, expect, it } from 'vitest'
import { decideReadAccesses, type Accessed } from '../../../../../shared/domain/accesses/access-readers.ts'
import { isMeant } from '../../../../../shared/domain/audience.ts'
import type { Role } from '../../../../../shared/domain/decision.ts'
import { anActor } from '../../../../builders/desk-world.ts'

const refusedTo = (of: Accessed, post: string, role: Role): string | null => {
  const decision = decideReadAccesses(of, (audience) => isMeant(anActor(post, role), audience))
  return decision.kind === 'refused' ? decision.refusal.rule : null
}
const document = { kind: 'document', state: { drafter: { person: 'p', post: 'drafter' } } } as Accessed
const letter = { kind: 'letter', state: { directive: { lead: 'head' } } } as Accessed
const undirected = { kind: 'letter', state: { directive: null } } as Accessed
const erased = {
  kind: 'letter',
  state: { erased: { basis: { kind: 'recall', id: 'r' }, audience: [] } },
} as Accessed

describe('who may read who accessed it', () => {
  it.each(['clerk', 'archivist', 'leader'] as const)(
    'a %s of all that they see, also when it is gone',
    (role) => {
      for (const of of [document, letter, undirected, erased]) expect(refusedTo(of, 'x', role)).toBeNull()
    },
  )

  it('whoever has it in hand: the drafter of a document, the lead on a letter', () => {
    expect(refusedTo(document, 'drafter', 'drafter')).toBeNull()
    expect(refusedTo(letter, 'head', 'unit-head')).toBeNull()
  })

  it('nobody else', () => {
    expect(refusedTo(document, 'head', 'unit-head')).toBe('access-log-not-yours')
    expect(refusedTo(letter, 'drafter', 'drafter')).toBe('access-log-not-yours')
    expect(refusedTo(undirected, 'head', 'unit-head')).toBe('access-log-not-yours')
    expect(refusedTo(erased, 'head', 'administrator')).toBe('access-log-not-yours')
  })
})
