import { describe, expect, it } from 'vitest'
import { standInFor, type Absence } from '../../../../../shared/domain/directory/absence-decider.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const node = anActor('node', 'node')
const [a, b, c] = [anActor('a', 'leader'), anActor('b', 'leader'), anActor('c', 'unit-head')]
const period = (number: number) => `00000000-0000-4000-8000-00000000000${number}`

function office(): DeskWorld {
  const world = new DeskWorld()
  for (const actor of [a, b, c])
    world.must(node, 'post', actor.post, 'post.appoint', {
      person: actor.person,
      name: actor.name,
      title: '',
      unit: 'unit-1',
      roles: actor.roles,
      certificate: null,
    })
  return world
}
const away = (post: string, deputy: string, number: number, from = '2026-11-16', until = '2026-11-20') => ({
  post,
  period: period(number),
  from,
  until,
  deputy,
  reason: 'Công tác',
})

describe('an absence', () => {
  it('is declared by who is away, with somebody else as deputy, for days to come, once', () => {
    const world = office()
    const refusal = (actor: typeof a, id: string, payload: unknown) =>
      world.refusalOf(actor, 'absence', id, 'absence.declare', payload).rule
    expect(refusal(b, 'a', away('a', 'b', 1))).toBe('own-absence-only')
    expect(refusal(a, 'a', away('a', 'a', 1))).toBe('own-deputy')
    expect(refusal(a, 'a', away('a', 'nobody', 1))).toBe('post-unknown')
    expect(refusal(a, 'a', away('a', 'b', 1, '2026-11-20', '2026-11-19'))).toBe('absence-days')
    world.must(a, 'absence', 'a', 'absence.declare', away('a', 'b', 1))
    expect(refusal(a, 'a', away('a', 'c', 2, '2026-11-19', '2026-11-25'))).toBe('absence-overlaps')
    world.must(a, 'absence', 'a', 'absence.end', { period: period(1) })
    world.must(a, 'absence', 'a', 'absence.declare', away('a', 'c', 2))
  })

  it('of another brings an administrator nothing of what is meant for that one', () => {
    const world = office()
    const administrator = anActor('administrator', 'administrator')
    const appointed = { name: 'X', title: '', unit: 'unit-1', roles: ['administrator'], certificate: null }
    world.must(node, 'post', 'administrator', 'post.appoint', { ...appointed, person: administrator.person })
    const declared = (deputy: string) => away('a', deputy, 1)
    expect(
      world.refusalOf(administrator, 'absence', 'a', 'absence.declare', declared('administrator')).rule,
    ).toBe('own-deputy')
    world.must(administrator, 'absence', 'a', 'absence.declare', declared('b'))
  })

  it('counts for nobody under the name of another', () => {
    const world = office()
    world.must(b, 'absence', 'a', 'absence.declare', away('b', 'c', 1))
    expect((world.look('absence', 'a') as Absence).periods).toEqual([])
  })

  it('leads from deputy to deputy, and to nobody when all of them are away', () => {
    const world = office()
    expect(standInFor(world.look, 'a', '2026-11-17')).toBeNull()
    world.must(a, 'absence', 'a', 'absence.declare', away('a', 'b', 1))
    expect(standInFor(world.look, 'a', '2026-11-17')).toBe('b')
    expect(standInFor(world.look, 'a', '2026-11-21')).toBeNull()
    world.must(b, 'absence', 'b', 'absence.declare', away('b', 'c', 2))
    expect(standInFor(world.look, 'a', '2026-11-17')).toBe('c')
    world.must(c, 'absence', 'c', 'absence.declare', away('c', 'a', 3))
    expect(standInFor(world.look, 'a', '2026-11-17')).toBeNull()
  })
})
