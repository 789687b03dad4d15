import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsDecider } from '../../../../../shared/domain/directory/groups-decider.ts'
import {
  expand,
  groupsOf,
  MOST_GROUPS,
  ownerOf,
  type Group,
  type GroupOwner,
  type Groups,
} from '../../../../../shared/domain/directory/groups.ts'
import type { Actor } from '../../../../../shared/domain/decision.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const [clerk, head, drafter] = [
  anActor('clerk', 'clerk'),
  anActor('head', 'unit-head'),
  anActor('drafter', 'drafter'),
]
const agency: GroupOwner = { kind: 'agency' }
const unit: GroupOwner = { kind: 'unit', id: 'unit-1' }
const own: GroupOwner = { kind: 'post', id: 'drafter' }

const idOf = (n: number): string => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`
const group = (n: number, name = `Nhóm ${n}`): Group => ({
  ...{ id: idOf(n), name, of: 'agencies' },
  members: [{ id: 'T86.04', name: 'Sở Tài chính' }],
})
const keep = (world: DeskWorld, actor: Actor, owner: GroupOwner, kept: Group) =>
  world.act(actor, 'groups', groupsOf(owner), 'groups.keep', { owner: groupsOf(owner), group: kept })
const keptIn = (world: DeskWorld, owner: GroupOwner): readonly Group[] =>
  (world.look('groups', groupsOf(owner)) as Groups | undefined)?.groups ?? []
const ruleOf = (decision: ReturnType<typeof keep>) =>
  decision.kind === 'refused' ? decision.refusal.rule : decision.kind

test('the clerk keeps the groups of the agency, the head those of the unit, everyone their own', () => {
  const may = (owner: GroupOwner) =>
    [clerk, head, drafter].filter((one) => keep(new DeskWorld(), one, owner, group(1)).kind === 'events')
  expect(may(agency)).toEqual([clerk])
  expect(may(unit)).toEqual([head])
  expect(may({ kind: 'unit', id: 'unit-2' })).toEqual([])
  expect(may(own)).toEqual([drafter])
  expect(ruleOf(keep(new DeskWorld(), head, agency, group(1)))).toBe('group-not-yours')
})

test('whoever a group is for sees it', () => {
  const audience = (owner: GroupOwner) => groupsDecider.audienceOf({ id: groupsOf(owner), groups: [] })
  expect(audience(agency)).toEqual(['agency'])
  expect(audience(unit)).toEqual(['unit:unit-1'])
  expect(audience(own)).toEqual(['post:drafter'])
  expect(groupsDecider.audienceOf({ id: 'others', groups: [] })).toEqual([])
})

test('one group is changed without touching the others, and keeps its place', () => {
  const world = new DeskWorld()
  for (const n of [1, 2, 3]) keep(world, clerk, agency, group(n))
  keep(world, clerk, agency, group(2, 'Các sở'))
  expect(keptIn(world, agency).map((one) => one.name)).toEqual(['Nhóm 1', 'Các sở', 'Nhóm 3'])
  const gone = { owner: 'agency', group: idOf(1) }
  world.must(clerk, 'groups', 'agency', 'groups.remove', gone)
  world.must(clerk, 'groups', 'agency', 'groups.remove', gone)
  expect(keptIn(world, agency).map((one) => one.name)).toEqual(['Các sở', 'Nhóm 3'])
})

test('what is kept in the name of one owner under the id of another is nobody’s', () => {
  const world = new DeskWorld()
  const wish = { owner: groupsOf(own), group: group(1) }
  world.must(drafter, 'groups', 'agency', 'groups.keep', wish)
  expect(keptIn(world, agency)).toEqual([])
  expect(world.refusalOf(drafter, 'groups', 'agency', 'groups.keep', wish).rule).toBe('group-not-yours')
  expect(keep(world, clerk, agency, group(1)).kind).toBe('events')
})

test('a name is taken once, accents or not; a group may keep its own; there is an end to them', () => {
  const world = new DeskWorld()
  keep(world, clerk, agency, group(1, 'Các sở'))
  expect(ruleOf(keep(world, clerk, agency, group(2, 'cac so')))).toBe('group-name-taken')
  expect(ruleOf(keep(world, clerk, agency, group(1, 'Các Sở')))).toBe('events')
  expect(ruleOf(keep(world, drafter, own, group(3, 'Các sở')))).toBe('events')
  expect(ruleOf(keep(world, clerk, agency, group(4, 'TUYỆT MẬT')))).toBe('secret-refused')
  for (let n = 10; n < 9 + MOST_GROUPS; n++) keep(world, clerk, agency, group(n))
  expect(ruleOf(keep(world, clerk, agency, group(999)))).toBe('groups-full')
})

test('a group without members, or with one of them twice, is none', () => {
  const [one] = group(1).members
  const wish = (members: readonly unknown[]) => () =>
    groupsDecider.parse('groups.keep', { owner: 'agency', group: { ...group(1), members } })
  expect(wish([])).toThrow()
  expect(wish([one, one])).toThrow()
  expect(wish([one])).not.toThrow()
})

test('the id of an owner says whose it is', () => {
  fc.assert(
    fc.property(fc.constantFrom('unit' as const, 'post' as const), fc.string(), (kind, id) => {
      expect(ownerOf(groupsOf({ kind, id }))).toEqual({ kind, id })
    }),
  )
  expect(ownerOf(groupsOf(agency))).toEqual(agency)
  expect(ownerOf('others')).toBeUndefined()
})

test('every member comes out once: added, there already, not to be chosen, or gone', () => {
  const ids = fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f'))
  fc.assert(
    fc.property(ids, ids, ids, ids, (members, known, chosen, open) => {
      const { added, already, barred, gone } = expand(
        { members: members.map((id) => ({ id, name: `xưa ${id}` })) },
        {
          known: new Map(known.map((id) => [id, `nay ${id}`])),
          chosen: new Set(chosen),
          canChoose: (id) => open.includes(id),
        },
      )
      const of = (list: readonly { id: string }[]) => list.map((one) => one.id)
      expect([...added, ...already, ...barred, ...gone].map((one) => one.id).toSorted()).toEqual(
        members.toSorted(),
      )
      expect(of(added)).toEqual(
        members.filter((id) => known.includes(id) && open.includes(id) && !chosen.includes(id)),
      )
      expect(of(gone)).toEqual(members.filter((id) => !known.includes(id) && !chosen.includes(id)))
      expect(gone.map((one) => one.name)).toEqual(of(gone).map((id) => `xưa ${id}`))
      expect(added.map((one) => one.name)).toEqual(of(added).map((id) => `nay ${id}`))
    }),
  )
})
