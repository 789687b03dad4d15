import { expect, it } from 'vitest'
import type { Letter } from '../../../../../shared/domain/correspondence/letter.ts'
import { deciders } from '../../../../../shared/domain/deciders.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const node = anActor('node', 'node')
const leader = anActor('leader', 'leader')
const by = { person: leader.person, post: leader.post }
const at = '2026-11-16T01:00:00.000Z'

/** What the decider looks at of a letter that was directed to a unit head who is away. */
const directed = {
  id: 'l',
  status: 'directed',
  presentedTo: leader.post,
  presentedInsteadOf: null,
  directive: { text: '', lead: 'head', cooperating: [], inform: [], deadline: null, at, by },
  round: 1,
  sharedWith: [],
  trail: [{ act: 'directed', at, by }],
} satisfies Partial<Letter>

it('a directive that is taken back takes the letter from everybody who saw it because of it, also when the node shares late', () => {
  const world = new DeskWorld()
  world.states.set('letter/l', directed)
  const seenBy = () => deciders.letter.audienceOf(world.look('letter', 'l'))
  world.must(node, 'letter', 'l', 'letter.share', { posts: ['deputy'] })
  expect(seenBy()).toContain('post:deputy')
  world.must(leader, 'letter', 'l', 'letter.takeBack', {})
  expect(seenBy()).toEqual(['post:leader', 'role:clerk'])
  world.must(node, 'letter', 'l', 'letter.share', { posts: ['deputy'] })
  expect(seenBy()).toEqual(['post:leader', 'role:clerk'])
})
