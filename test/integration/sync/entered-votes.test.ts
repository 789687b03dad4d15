import { afterEach, expect, test } from 'vitest'
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts'
import { voteIdOf } from '../../../shared/domain/meetings/vote.ts'
import { anItem, callDetailsOf } from '../../builders/a-meeting.ts'
import { expectSettled, must, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

const OF = { meeting: 'm1', item: 'i1', motion: 'q1' } as const
const [LEADER, HEAD] = [`${OFFICE}-leader`, `${OFFICE}-unit-head`]
const leaderVote = voteIdOf('m1', 'q1', LEADER)

test('a vote given without a network before the secretary put another one in counts when it arrives, and everybody is told', async () => {
  office = await SyncOffice.open()
  const [secretary, leader, head] = [
    await office.desk('drafter'),
    await office.desk('leader'),
    await office.desk('unit-head'),
  ]
  await syncAll(secretary)
  const members = [LEADER, HEAD].map((post) => ({ post, part: 'member' as const }))
  await must(secretary, 'meeting', 'm1', 'meeting.draft', {
    ...callDetailsOf({ chair: HEAD, members, quorum: null }),
  })
  await must(secretary, 'meeting', 'm1', 'meeting.setAgenda', { items: [anItem('i1')] })
  await must(secretary, 'meeting', 'm1', 'meeting.call', { shortNotice: 'Việc gấp' })
  for (const post of [LEADER, HEAD])
    await must(secretary, 'meeting', 'm1', 'meeting.checkIn', { post, isRemote: false })
  await must(secretary, 'meeting', 'm1', 'meeting.open')
  await must(secretary, 'meeting', 'm1', 'meeting.takeItem', { item: 'i1' })
  const motion = { id: 'q1', question: 'Thông qua?', majority: 'ofAll', isSecret: false }
  await must(secretary, 'meeting', 'm1', 'meeting.openVote', { item: 'i1', motion })
  await syncAll(secretary, leader, head)

  leader.weather = 'down'
  office.clock.pass(1000)
  await must(leader, 'vote', leaderVote, 'vote.cast', { ...OF, choice: 'yes', words: '' })
  office.clock.pass(60_000)
  for (const voter of [LEADER, HEAD])
    await must(secretary, 'vote', voteIdOf('m1', 'q1', voter), 'vote.enter', {
      ...{ ...OF, voter, choice: 'no', words: '' },
    })
  await syncAll(secretary, head)
  expect(await head.desk.readers.office.meetings.votesOn('q1')).toMatchObject([
    { entered: {} },
    { entered: {} },
  ])
  leader.weather = 'up'
  await syncAll(leader, secretary, head)
  await must(secretary, 'meeting', 'm1', 'meeting.closeVote', { item: 'i1', motion: 'q1' })
  await must(secretary, 'meeting', 'm1', 'meeting.declareVote', { item: 'i1', motion: 'q1' })
  await syncAll(secretary)
  await office.node.settled()
  await syncAll(secretary, leader, head)
  for (const desk of [secretary, leader, head]) {
    const meeting = (await desk.desk.readers.office.seen('meeting', 'm1'))?.state as Meeting
    expect(meeting.items[0]?.motions[0]?.declared?.tally).toEqual({ yes: 1, no: 1, other: 0, missing: 0 })
    const own = (await desk.desk.readers.office.meetings.votesOn('q1')).find(({ id }) => id === leaderVote)
    expect(own).toMatchObject({ choice: 'yes', superseded: { choice: 'no' } })
    expect(own?.entered).toBeUndefined()
    await expectSettled(desk)
  }
})
