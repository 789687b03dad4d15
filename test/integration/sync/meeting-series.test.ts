import { afterEach, expect, test } from 'vitest'
import type { CallDetails } from '../../../shared/domain/meetings/meeting.ts'
import { aDate, MONDAYS } from '../../builders/a-series.ts'
import { expectSettled, must, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

const LEADER = `${OFFICE}-leader`
const people: Partial<CallDetails> = {
  chair: LEADER,
  members: [LEADER, `${OFFICE}-unit-head`].map((post) => ({ post, part: 'member' as const })),
  quorum: null,
}

let office: SyncOffice
afterEach(() => office.close())

/** The dates of a series as a desk calls them: in one change, each kept for its undo. */
async function callSeries(desk: TestDesk, holdMs?: number): Promise<readonly string[]> {
  const acts = MONDAYS.map((on, index) => {
    const { id, payload } = aDate(on, index + 1, people)
    return [{ aggregate: { kind: 'meeting' as const, id }, type: 'meeting.schedule', payload, holdMs }]
  })
  const answers = await desk.desk.actTogether(acts)
  return answers.map((one) => {
    if (!one.ok) throw new Error(one.error.rule)
    return one.value.command
  })
}
const all = async (desk: TestDesk) =>
  (await desk.desk.readers.office.meetings.inState('ahead')).map(({ id, place, from, status, series }) => ({
    ...{ id, place, from, status, number: series?.number },
  }))
const adjust = (desk: TestDesk, id: string, details: Partial<CallDetails>) =>
  must(desk, 'meeting', id, 'meeting.adjust', { details, called: [], uncalled: [] })

test('of a series that secretary and chair change at once without a network nothing is lost and nothing is there twice', async () => {
  office = await SyncOffice.open()
  const [secretary, chair, head] = [
    await office.desk('drafter'),
    await office.desk('leader'),
    await office.desk('unit-head'),
  ]
  await syncAll(secretary, chair, head)
  await callSeries(secretary)
  await syncAll(secretary, chair, head)
  expect(await all(head)).toHaveLength(MONDAYS.length)

  for (const desk of [secretary, chair]) desk.weather = 'down'
  const later = ['s1.2026-12-07', 's1.2026-12-14']
  for (const id of later) await adjust(secretary, id, { place: 'Phòng họp số 2' })
  for (const on of MONDAYS.slice(2))
    await adjust(chair, `s1.${on}`, { from: `${on}T07:00:00.000Z`, until: `${on}T09:00:00.000Z` })
  for (const desk of [secretary, chair]) {
    const { id, payload } = aDate('2026-12-21', 5, people)
    await must(desk, 'meeting', id, 'meeting.schedule', payload)
  }
  await must(chair, 'meeting', 's1.2026-11-30', 'meeting.cancel', { reason: 'Chủ trì đi công tác' })
  for (const desk of [secretary, chair]) desk.weather = 'up'
  await syncAll(secretary, chair, secretary, head)

  const known = await all(head)
  expect(known.map(({ number }) => number).toSorted()).toEqual([1, 3, 4, 5])
  for (const id of later) {
    const one = known.find((row) => row.id === id)
    expect(one).toMatchObject({ place: 'Phòng họp số 2' })
    expect(one?.from.endsWith('T07:00:00.000Z')).toBe(true)
  }
  expect(await all(secretary)).toEqual(known)
  expect(await all(chair)).toEqual(known)
  const refused = await chair.desk.readers.outbox.needsAttention()
  expect(refused).toMatchObject([{ type: 'meeting.schedule', cause: { rule: 'series-date-taken' } }])
  await expectSettled(secretary)
})

test('a series that is undone while it is held was never called', async () => {
  office = await SyncOffice.open()
  const [secretary, head] = [await office.desk('drafter'), await office.desk('unit-head')]
  await syncAll(secretary, head)
  const commands = await callSeries(secretary, 10_000)
  expect(await all(secretary)).toHaveLength(MONDAYS.length)
  const undone = await Promise.all(commands.map((command) => secretary.desk.discard(command)))
  expect(undone.every(Boolean)).toBe(true)
  office.clock.pass(60_000)
  await syncAll(secretary, head)
  expect(await all(secretary)).toEqual([])
  expect(await all(head)).toEqual([])
  await expectSettled(secretary)
})

test('nobody who does not run a series calls a date of it, whatever the desk lets through', async () => {
  office = await SyncOffice.open()
  const [secretary, head] = [await office.desk('drafter'), await office.desk('unit-head')]
  await syncAll(secretary, head)
  await callSeries(secretary)
  await syncAll(secretary, head)
  const { id, payload } = aDate('2026-12-21', 5, people)
  const answer = await head.desk.act({ kind: 'meeting', id }, 'meeting.schedule', payload)
  expect(answer).toMatchObject({ ok: false, error: { rule: 'meeting-secretary-only' } })
})
