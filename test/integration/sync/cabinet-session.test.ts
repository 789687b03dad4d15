import { afterEach, expect, test } from 'vitest'
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts'
import type { Choice, Tally } from '../../../shared/domain/meetings/motion.ts'
import { tallyOf } from '../../../shared/domain/meetings/tally.ts'
import { voteIdOf } from '../../../shared/domain/meetings/vote.ts'
import { anItem, callDetailsOf } from '../../builders/a-meeting.ts'
import { expectSettled, must, refusalOf, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

const MEMBERS = 30
const ITEMS = 15
const REMOTE = 4
const MINUTE_MS = 60_000
/** Items during which two members have no network: ten minutes. */
const CUT_OFF = { from: 4, until: 7 }
/** The item in whose vote the node is killed. */
const KILLED_AT = 9

let office: SyncOffice
afterEach(() => office.close())

const meetingId = 'session'
const motionOf = (item: number): string => `question-${item}`
const itemOf = (item: number): string => `item-${item}`

/** What each says to each question: most agree, every seventh does not, every eleventh thinks otherwise. */
function choiceOf(member: number, item: number): Choice {
  if ((member + item) % 11 === 0) return 'other'
  return (member * 3 + item) % 7 === 0 ? 'no' : 'yes'
}

async function vote(desk: TestDesk, member: number, item: number): Promise<void> {
  const choice = choiceOf(member, item)
  await must(desk, 'vote', voteIdOf(meetingId, motionOf(item), desk.post), 'vote.cast', {
    meeting: meetingId,
    item: itemOf(item),
    motion: motionOf(item),
    choice,
    words: choice === 'other' ? 'Đề nghị làm rõ nguồn kinh phí' : '',
  })
}

function expectedTally(item: number): Tally {
  const votes = Array.from({ length: MEMBERS }, (_, member) => ({
    post: String(member),
    choice: choiceOf(member, item),
  }))
  return tallyOf(
    votes.map(({ post }) => post),
    votes,
  )
}

async function seenBy(desk: TestDesk): Promise<Meeting> {
  const seen = await desk.desk.readers.office.seen('meeting', meetingId)
  if (seen === null) throw new Error('the meeting is not here')
  return seen.state
}

test('thirty members vote on fifteen items, four from afar, two without a network for ten minutes, the node killed once: every vote counts once', async () => {
  office = await SyncOffice.open(MEMBERS - 1)
  const secretary = await office.desk('drafter')
  const clerks = Array.from({ length: MEMBERS - 1 }, (_, index) =>
    index === 0 ? ('clerk' as const) : (`clerk-${index + 1}` as const),
  )
  const members: TestDesk[] = []
  for (const who of ['leader' as const, ...clerks]) members.push(await office.desk(who))
  const chair = members[0]!
  const act = (verb: string, payload: Record<string, unknown> = {}): Promise<string> =>
    must(secretary, 'meeting', meetingId, `meeting.${verb}`, payload)

  await syncAll(secretary)
  await act(
    'draft',
    callDetailsOf({
      chair: `${OFFICE}-leader`,
      members: members.map(({ post }) => ({ post, part: 'member' })),
    }),
  )
  await act('setAgenda', { items: Array.from({ length: ITEMS }, (_, item) => anItem(itemOf(item))) })
  await act('call', { shortNotice: '' })
  await syncAll(secretary, ...members)
  for (const [index, member] of members.entries())
    await must(member, 'meeting', meetingId, 'meeting.checkIn', {
      post: member.post,
      isRemote: index >= MEMBERS - REMOTE,
    })
  await syncAll(...members, secretary)
  await act('open')

  const cutOff = members.slice(1, 3)
  for (let item = 0; item < ITEMS; item++) {
    const motion = {
      id: motionOf(item),
      question: `Thông qua nội dung ${item + 1}?`,
      majority: 'ofAll',
      isSecret: false,
    }
    await act('takeItem', { item: itemOf(item) })
    await act('openVote', { item: itemOf(item), motion })
    await syncAll(secretary)
    for (const desk of members) if (desk.weather !== 'down') await syncAll(desk)
    if (item === CUT_OFF.from) for (const desk of cutOff) desk.weather = 'down'
    const isCut = item >= CUT_OFF.from && item <= CUT_OFF.until
    for (const [index, desk] of members.entries())
      if (!isCut || item === CUT_OFF.from || !cutOff.includes(desk)) await vote(desk, index, item)
    office.clock.pass(2.5 * MINUTE_MS)
    const online = members.filter((desk) => desk.weather !== 'down')
    if (item === KILLED_AT) await syncOverKill(online)
    else await syncAll(...online)
    await act('closeVote', { item: itemOf(item), motion: motionOf(item) })
    if (item === CUT_OFF.until) {
      for (const desk of cutOff) desk.weather = 'up'
      await syncAll(...cutOff)
    }
    await syncAll(secretary)
    if (item > CUT_OFF.until || item < CUT_OFF.from) await declare(act, secretary, item)
  }
  for (let item = CUT_OFF.from; item <= CUT_OFF.until; item++) await declare(act, secretary, item)
  await act('close')
  await syncAll(secretary, ...members, secretary)

  for (const desk of [secretary, chair, ...cutOff, members.at(-1)!]) {
    const meeting = await seenBy(desk)
    for (let item = 0; item < ITEMS; item++) {
      const [motion] = meeting.items[item]!.motions
      const votes = await desk.desk.readers.office.votesOn(motionOf(item))
      expect(motion?.declared?.tally, `item ${item}`).toEqual(tallyOf(motion!.voters, votes))
      const whole = expectedTally(item)
      const isShort = item > CUT_OFF.from && item <= CUT_OFF.until
      if (isShort) expect(motion?.declared?.tally.missing).toBe(cutOff.length)
      else expect(motion?.declared?.tally).toEqual(whole)
    }
    await expectSettled(desk)
  }
  const late = await refusalOf(
    members[5]!,
    'vote',
    voteIdOf(meetingId, motionOf(0), members[5]!.post),
    'vote.cast',
    {
      meeting: meetingId,
      item: itemOf(0),
      motion: motionOf(0),
      choice: 'no',
      words: '',
    },
  )
  expect(late.rule).toBe('vote-declared')
}, 600_000)

/** The node is killed (`kill -9`) when half of the votes have reached it. */
async function syncOverKill(desks: readonly TestDesk[]): Promise<void> {
  const away = await office.sendNodeAway()
  const half = Math.floor(desks.length / 2)
  await syncAll(...desks.slice(0, half))
  await away.kill()
  await syncAll(...desks.slice(half))
  await office.bringNodeHome(away)
}

async function declare(
  act: (verb: string, payload: Record<string, unknown>) => Promise<string>,
  secretary: TestDesk,
  item: number,
): Promise<void> {
  await act('declareVote', { item: itemOf(item), motion: motionOf(item) })
  await syncAll(secretary)
}
