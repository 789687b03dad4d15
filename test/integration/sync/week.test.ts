import { afterEach, expect, test } from 'vitest'
import { latestOf } from '../../../shared/domain/schedule/week-decider.ts'
import { aWeekLine } from '../../builders/a-week-line.ts'
import { callDetailsOf } from '../../builders/a-meeting.ts'
import { expectSettled, must, refusalOf, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

const WEEK = '2026-W48'
const LEADER = `${OFFICE}-leader`

let office: SyncOffice
afterEach(() => office.close())

const line = (id: string, content: string) => aWeekLine({ id, content, leaders: [LEADER] })
const keep = (desk: TestDesk, id: string, content: string) =>
  must(desk, 'week-draft', WEEK, 'week-draft.keep', { week: WEEK, lines: [line(id, content)] })
const draft = async (desk: TestDesk) => (await desk.desk.readers.office.seen('week-draft', WEEK))?.state
const published = async (desk: TestDesk) =>
  latestOf((await desk.desk.readers.office.seen('week', WEEK))?.state)
    ?.lines.map(({ id }) => id)
    .toSorted()
const publishing = async (desk: TestDesk) => ({
  week: WEEK,
  revision: (await draft(desk))?.revision ?? 0,
})

test('two clerks write different lines of one week without a network, both stand; everybody sees what is published, the draft stays with the office', async () => {
  office = await SyncOffice.open(2)
  const [one, other] = [await office.desk('clerk'), await office.desk('clerk-2')]
  const [leader, drafter] = [await office.desk('leader'), await office.desk('drafter')]
  await syncAll(one, other, leader, drafter)
  for (const desk of [one, other]) desk.weather = 'down'
  await keep(one, 'l1', 'Họp giao ban')
  await keep(other, 'l2', 'Tiếp công dân')
  for (const desk of [one, other]) desk.weather = 'up'
  await syncAll(one, other, one)
  expect((await draft(one))?.lines.map(({ id }) => id)).toEqual(['l1', 'l2'])

  await keep(other, 'l3', 'Đi cơ sở')
  await must(one, 'week', WEEK, 'week.publish', await publishing(one))
  await syncAll(other, one)
  const refused = await one.desk.readers.outbox.needsAttention()
  expect(refused).toHaveLength(1)
  expect(await published(one)).toBeUndefined()

  await must(other, 'week', WEEK, 'week.publish', await publishing(other))
  await syncAll(other, leader, drafter)
  expect(await published(drafter)).toEqual(['l1', 'l2', 'l3'])
  expect(await draft(drafter)).toBeUndefined()
  expect(await draft(leader)).toBeDefined()
  expect(await refusalOf(drafter, 'week', WEEK, 'week.publish', { week: WEEK, revision: 3 })).toMatchObject({
    rule: 'week-by-office',
  })
  await expectSettled(drafter)
})

test('a meeting that a leader is called to stands in the draft by itself, moves with it, and goes when it does not take place', async () => {
  office = await SyncOffice.open()
  const [clerk, drafter] = [await office.desk('clerk'), await office.desk('drafter')]
  await syncAll(clerk, drafter)
  const act = (verb: string, payload: Record<string, unknown>) =>
    must(drafter, 'meeting', 'm1', `meeting.${verb}`, payload)
  const details = callDetailsOf({ chair: LEADER, members: [{ post: LEADER, part: 'member' }], quorum: null })
  await act('draft', details)
  await syncAll(drafter)
  await office.node.settled()
  await syncAll(clerk)
  expect(await draft(clerk)).toBeUndefined()

  await act('call', { shortNotice: '' })
  await syncAll(drafter)
  await office.node.settled()
  await syncAll(clerk)
  expect((await draft(clerk))?.meetings).toMatchObject([{ meeting: 'm1', leaders: [LEADER] }])

  await act('change', { ...details, from: '2026-12-01T01:00:00.000Z', until: '2026-12-01T03:00:00.000Z' })
  await syncAll(drafter)
  await office.node.settled()
  await syncAll(clerk)
  expect((await draft(clerk))?.meetings).toEqual([])
  const next = async () => (await clerk.desk.readers.office.seen('week-draft', '2026-W49'))?.state.meetings
  expect(await next()).toHaveLength(1)

  await act('cancel', { reason: 'Bão' })
  await syncAll(drafter)
  await office.node.settled()
  await syncAll(clerk)
  expect(await next()).toEqual([])
})
