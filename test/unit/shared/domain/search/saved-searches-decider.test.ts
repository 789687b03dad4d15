import { expect, test } from 'vitest'
import { savedSearchesDecider } from '../../../../../shared/domain/search/saved-searches-decider.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const one = {
  id: '0190a1b2-0000-7000-8000-000000000001',
  name: 'biên chế',
  text: 'biên chế',
  filters: { agency: ['Sở Tài chính'] },
}

test('a person keeps searches of their own, and only they see them', () => {
  const world = new DeskWorld()
  const clerk = anActor('clerk', 'clerk')
  world.must(clerk, 'saved-searches', clerk.post, 'saved-searches.set', { post: clerk.post, searches: [one] })
  const state = world.look('saved-searches', clerk.post) as Parameters<
    typeof savedSearchesDecider.audienceOf
  >[0]
  expect(state.searches).toEqual([one])
  expect(savedSearchesDecider.audienceOf(state)).toEqual([`post:${clerk.post}`])
})

test('nobody sets those of another', () => {
  const world = new DeskWorld()
  const [clerk, leader] = [anActor('clerk', 'clerk'), anActor('leader', 'leader')]
  const refused = world.refusalOf(leader, 'saved-searches', clerk.post, 'saved-searches.set', {
    post: clerk.post,
    searches: [],
  })
  expect(refused.rule).toBe('own-searches-only')
})
