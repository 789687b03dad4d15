import { afterEach, expect, test } from 'vitest'
import { beginDraft } from '../../../renderer/features/drafting/use-cases/begin-draft.ts'
import { minutesOfMeeting } from '../../../renderer/features/meetings/use-cases/minutes-of-meeting.ts'
import { noticeOfMeeting } from '../../../renderer/features/meetings/use-cases/notice-of-meeting.ts'
import { namesFrom } from '../../../renderer/features/meetings/use-cases/official-people.ts'
import type { Post } from '../../../shared/domain/directory/directory.ts'
import type { MeetingPaper } from '../../../shared/domain/documents/of-meeting.ts'
import { kindOfPaper } from '../../../shared/domain/meetings/conclude/state.ts'
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts'
import type { Choice, Tally } from '../../../shared/domain/meetings/motion.ts'
import { packOf } from '../../../shared/domain/meetings/pack.ts'
import { tallyOf } from '../../../shared/domain/meetings/tally.ts'
import { voteIdOf } from '../../../shared/domain/meetings/vote.ts'
import { factsOfDocument } from '../../../shared/domain/records/item-facts.ts'
import { documentFieldsOf } from '../../builders/a-document.ts'
import { anItem, callDetailsOf } from '../../builders/a-meeting.ts'
import { aScan, asPaper } from '../../builders/a-scanned-paper.ts'
import { DeskFiles } from '../../builders/desk-files.ts'
import { PapersSigned } from '../../builders/papers-signed.ts'
import { expectSettled, must, refusalOf, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

const MEMBERS = 30
const ITEMS = 15
const REMOTE = 4
/** Of each item's paper: 300 MB together. */
const PAPER_MB = 20
const MINUTE_MS = 60_000
/** Items during which two members have no network: ten minutes. */
const CUT_OFF = { from: 4, until: 7 }
/** The item in whose vote the node is killed. */
const KILLED_AT = 9

let office: SyncOffice
const packs: DeskFiles[] = []
afterEach(async () => {
  for (const pack of packs.splice(0)) await pack.remove()
  await office.close()
})

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

/** Each item gets its scanned paper. */
async function addPapers(secretary: TestDesk): Promise<void> {
  const scan = await aScan(PAPER_MB)
  for (let item = 0; item < ITEMS; item++) {
    const file = secretary.aFile(await asPaper(scan, item))
    const paper = { id: `paper-${item}`, name: `to-trinh-${item + 1}.pdf`, file }
    await must(secretary, 'meeting', meetingId, 'meeting.addPaper', { item: itemOf(item), paper })
  }
}

/** Every desk brings the whole pack by itself. One disk does not hold that of thirty: only who needs it later keeps it. */
async function bringPacks(
  members: readonly TestDesk[],
  kept: readonly TestDesk[],
): Promise<ReadonlyMap<TestDesk, DeskFiles>> {
  const here = new Map<TestDesk, DeskFiles>()
  for (const desk of members) {
    const files = await DeskFiles.open(desk)
    packs.push(files)
    const brought = await files.bring()
    expect(brought).toHaveLength(ITEMS)
    expect(brought.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)).toBeGreaterThan(300_000_000)
    if (kept.includes(desk)) here.set(desk, files)
    else await files.remove()
  }
  return here
}

/** Reads the paper of an item from this computer alone. */
async function readPaper(desk: TestDesk, files: DeskFiles | undefined, item: number): Promise<void> {
  const paper = packOf(await seenBy(desk))[item]!
  expect(await files?.bytesHere(paper)).toBe(paper.sizeBytes)
}

async function seenBy(desk: TestDesk): Promise<Meeting> {
  const seen = await desk.desk.readers.office.seen('meeting', meetingId)
  if (seen === null) throw new Error('the meeting is not here')
  return seen.state
}

test('thirty members, each with the pack of 300 MB, vote on fifteen items, four from afar, two without a network for ten minutes, the node killed once: every vote counts once, minutes and notice are signed, tasks given, all filed', async () => {
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
  await addPapers(secretary)
  await act('call', { shortNotice: '' })
  await syncAll(secretary, ...members)
  const cutOff = members.slice(1, 3)
  const remote = members.slice(-REMOTE)
  const files = await bringPacks(members, [...cutOff, ...remote])
  for (const [index, member] of members.entries())
    await must(member, 'meeting', meetingId, 'meeting.checkIn', {
      post: member.post,
      isRemote: index >= MEMBERS - REMOTE,
    })
  await syncAll(...members, secretary)
  await act('open')

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
    if (isCut) for (const desk of cutOff) await readPaper(desk, files.get(desk), item)
    for (const [index, desk] of members.entries())
      if (!isCut || item === CUT_OFF.from || !cutOff.includes(desk)) await vote(desk, index, item)
    office.clock.pass(2.5 * MINUTE_MS)
    const online = members.filter((desk) => desk.weather !== 'down')
    if (item === KILLED_AT)
      await syncOverKill(online, async () => {
        for (const desk of remote) await readPaper(desk, files.get(desk), item)
      })
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
  for (let item = 0; item < ITEMS; item++)
    await act('conclude', {
      item: itemOf(item),
      text: `Giao Phòng Tổ chức hoàn thiện nội dung ${item + 1}.`,
      publish: true,
    })
  await act('close')
  await syncAll(secretary, ...members, secretary)

  for (const desk of [secretary, chair, ...cutOff, members.at(-1)!]) {
    const meeting = await seenBy(desk)
    for (let item = 0; item < ITEMS; item++) {
      const [motion] = meeting.items[item]!.motions
      const votes = await desk.desk.readers.office.meetings.votesOn(motionOf(item))
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
  await concludeSession(secretary, chair, members)
}, 1_200_000)

/** Minutes with a wish taken up, notice, tasks, work file: each by whoever does it, on their own desk, with signatures that the node looks at. */
async function concludeSession(
  secretary: TestDesk,
  chair: TestDesk,
  members: readonly TestDesk[],
): Promise<void> {
  const clerk = members[1]!
  const papers = await PapersSigned.begin(office)
  const head = await office.desk('unit-head')
  await syncAll(secretary, chair, clerk, head)
  const act = (verb: string, payload: Record<string, unknown> = {}): Promise<string> =>
    must(secretary, 'meeting', meetingId, `meeting.${verb}`, payload)

  const minutes = await draftPaper(secretary, 'minutes')
  await act('sendMinutes', { until: null })
  await syncAll(secretary, ...members)
  const read = await seenBy(members[7]!)
  expect(read.round?.text.filter((line) => line.startsWith('Biểu quyết'))).toHaveLength(ITEMS)
  const wish = { amendment: 'wish', item: itemOf(3), text: 'Ghi rõ thời hạn.' }
  await must(members[7]!, 'meeting', meetingId, 'meeting.amend', wish)
  await syncAll(members[7]!, secretary)
  await act('settleAmendment', { amendment: 'wish', isTaken: true, words: '' })
  await act('lockMinutes')
  await must(secretary, 'document', minutes, 'document.submit', { note: '' })
  await syncAll(secretary)
  secretary.aFile(await papers.issue(minutes, { reviewer: secretary, who: 'drafter', signer: chair, clerk }))

  const notice = await draftPaper(secretary, 'notice')
  await must(secretary, 'document', notice, 'document.submit', { note: '' })
  await syncAll(secretary)
  secretary.aFile(await papers.issue(notice, { reviewer: head, who: 'unit-head', signer: chair, clerk }))

  const works = Array.from({ length: ITEMS }, (_, item) => ({
    item: itemOf(item),
    parts: [{ post: head.post, role: 'lead' }],
    text: `Hoàn thiện nội dung ${item + 1}`,
    deadline: '2026-12-05',
  }))
  await syncAll(secretary)
  await act('giveTasks', { works })
  await syncAll(secretary)
  await office.node.settled()
  await syncAll(head)
  expect(await head.desk.readers.office.tasksOf(meetingId)).toHaveLength(ITEMS)

  const file = { kind: 'case-file', id: 'file' } as const
  await must(secretary, file.kind, file.id, 'case-file.open', {
    ...{ year: 2026, notation: '01.TH', title: 'Phiên họp tháng 11', retention: 'permanent' },
    ...{ isPlanned: false, startedOn: '2026-11-16' },
  })
  for (const id of [minutes, notice]) {
    const seen = await secretary.desk.readers.office.seen('document', id)
    const files = seen === null ? [] : factsOfDocument(seen.state).files.map((one) => one.file)
    await must(secretary, file.kind, file.id, 'case-file.put', { source: { kind: 'document', id }, files })
  }
  await act('file', { file: file.id })
  await syncAll(secretary, ...members)
  for (const desk of [secretary, chair, members.at(-1)!]) {
    const meeting = await seenBy(desk)
    expect(meeting).toMatchObject({
      status: 'archived',
      filed: { file: file.id },
      minutes: { document: minutes },
    })
    expect(meeting.minutesDraft?.issued?.pdf.mediaType).toBe('application/pdf')
    expect(meeting.notice?.issued).not.toBeNull()
    expect(meeting.tasks).toHaveLength(ITEMS)
    await expectSettled(desk)
  }
  for (const id of [minutes, notice]) {
    const good = { check: { verdict: 'good', trust: 'practice' } }
    expect(await office.workspace.state({ kind: 'document', id })).toMatchObject({
      ...{ status: 'issued', initials: good, signature: good, seal: good },
    })
  }
}

/** Drafts it as the screen of the meeting does, from what this desk knows; answers its id. */
async function draftPaper(secretary: TestDesk, paper: MeetingPaper): Promise<string> {
  const { office: reader } = secretary.desk.readers
  const meeting = await seenBy(secretary)
  const people = await reader.people()
  const units = await reader.units()
  const postOf = (who: string): Post => people.find(({ id }) => id === `${OFFICE}-${who}`)!
  const isMinutes = paper === 'minutes'
  const votes = await Promise.all(
    meeting.items.flatMap(({ motions }) =>
      motions.map(async ({ id }) => [id, await reader.meetings.votesOn(id)] as const),
    ),
  )
  const written = isMinutes
    ? {
        ...minutesOfMeeting({ meeting, votes: new Map(votes), named: namesFrom(people) }),
        receivers: ['Lưu: VT, Hồ sơ'],
      }
    : noticeOfMeeting({ ...{ meeting, people, units, correspondents: [] }, agency: 'Sở Thử', unit: '' })
  const begun = await beginDraft(secretary.desk, {
    kind: kindOfPaper[paper],
    ofMeeting: { meeting: meetingId, paper },
    fields: documentFieldsOf({
      ...{ symbol: isMinutes ? 'BB-SNV' : 'TB-SNV', subject: written.subject, addressees: [] },
      ...{ authority: 'head', headTitle: isMinutes ? 'Chủ tọa' : 'Giám đốc', ownTitle: '' },
      receivers: [...written.receivers],
      ...(isMinutes ? { secretary: postOf('drafter').name } : {}),
    }),
    body: written.body,
    route: { reviewer: postOf(isMinutes ? 'drafter' : 'unit-head'), signer: postOf('leader') },
  })
  if (!begun.ok) throw new Error(JSON.stringify(begun.error))
  return begun.value
}

/** The node is killed (`kill -9`) when half of the votes have reached it; `meanwhile` it is dead. */
async function syncOverKill(desks: readonly TestDesk[], meanwhile: () => Promise<void>): Promise<void> {
  const away = await office.sendNodeAway()
  const half = Math.floor(desks.length / 2)
  await syncAll(...desks.slice(0, half))
  await away.kill()
  await meanwhile()
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
