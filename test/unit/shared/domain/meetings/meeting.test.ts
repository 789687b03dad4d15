import { beforeEach, describe, expect, test } from 'vitest'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { meetingDecider } from '#shared/domain/meetings/meeting-decider.ts'
import { voteIdOf, type Vote } from '#shared/domain/meetings/vote.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { anItem, callDetailsOf, MeetingRoom } from '../../../../builders/a-meeting.ts'
import { anActor } from '../../../../builders/desk-world.ts'
import { LawOffice, people } from '../law/cases/office.ts'

let room: MeetingRoom
beforeEach(() => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  room = new MeetingRoom(office.world)
})
const meeting = (): Meeting => room.world.look('meeting', 'm1') as Meeting
const item = (id: string) => meeting().items.find((one) => one.id === id)
const ruleOf = (decision: ReturnType<MeetingRoom['act']>): string =>
  decision.kind === 'refused' ? decision.refusal.rule : decision.kind

describe('a meeting', () => {
  test('is the secretary’s and the chair’s until it is called, then everybody’s who is called', () => {
    room.drafted()
    expect(meetingDecider.audienceOf(meeting())).toEqual(['post:secretary', 'post:director'])
    room.must(room.secretary, 'call', { shortNotice: '' })
    expect([...meetingDecider.audienceOf(meeting())].sort()).toEqual([
      'post:director',
      'post:head',
      'post:leader',
      'post:secretary',
    ])
  })

  test('stays the secretary’s and the chair’s when it is dropped before anybody was called; all who were called see it called off', () => {
    room.drafted()
    room.must(room.secretary, 'cancel', { reason: 'Chưa cần họp' })
    expect(meetingDecider.audienceOf(meeting())).toEqual(['post:secretary', 'post:director'])
    room = new MeetingRoom(room.world, 'm2')
    room.called()
    room.must(room.secretary, 'cancel', { reason: 'Chủ trì bận' })
    expect(meetingDecider.audienceOf(room.world.look('meeting', 'm2') as Meeting)).toContain('post:head')
  })

  test('tells what changed since it was called, and keeps answers', () => {
    room.called()
    room.must(people.head, 'answer', { attendance: 'remote', reason: '', substitute: null })
    room.must(room.secretary, 'change', callDetailsOf({ place: 'Hội trường' }))
    expect(meeting().changes.map(({ names }) => names)).toEqual([['place']])
    expect(meeting().members.find(({ post }) => post === 'head')?.answer?.attendance).toBe('remote')
    expect(room.act(room.secretary, 'change', callDetailsOf({ place: 'Hội trường' }))).toEqual({
      kind: 'events',
      events: [],
    })
  })

  test('goes to who receives the work of its secretary, by the node alone, unless somebody else runs it by then', () => {
    const node = anActor('node', 'node')
    const passed = { from: 'secretary', to: 'head' }
    room.called()
    expect(ruleOf(room.act(people.head, 'handOver', passed))).toBe('node-only')
    expect(ruleOf(room.act(node, 'handOver', { ...passed, to: 'nobody' }))).toBe('post-unknown')
    room.must(node, 'handOver', passed)
    expect(meeting().secretary).toBe('head')
    expect(meeting().changes.at(-1)?.names).toEqual(['secretary'])
    expect(ruleOf(room.act(room.secretary, 'setAgenda', { items: [] }))).toBe('meeting-secretary-only')
    expect(room.act(node, 'handOver', passed)).toEqual({ kind: 'events', events: [] })
  })

  test('shows it to a substitute, who cannot vote', () => {
    room.called()
    room.must(people.leader, 'answer', { attendance: 'absent', reason: 'Đi công tác', substitute: 'deputy' })
    expect(meetingDecider.audienceOf(meeting())).toContain('post:deputy')
    room.must(room.secretary, 'checkIn', { post: 'director', isRemote: false })
    room.must(people.head, 'checkIn', { post: 'head', isRemote: true })
    room.must(room.secretary, 'open')
    room.must(room.secretary, 'openVote', {
      item: 'i1',
      motion: { id: 'q1', question: '?', majority: 'ofAll', isSecret: false },
    })
    expect(ruleOf(room.vote(people.deputy, 'yes'))).toBe('vote-members-only')
  })

  test('keeps every version of a paper, and an item’s papers under a new agenda', () => {
    room.drafted()
    const file = (name: string) => ({ sha256: name.repeat(64), sizeBytes: 1, mediaType: 'application/pdf' })
    const added = (name: string) => ({
      item: 'i1',
      paper: { id: 'p1', name: 'to-trinh.pdf', file: file(name) },
    })
    room.must(room.secretary, 'addPaper', added('a'))
    room.must(room.secretary, 'addPaper', added('b'))
    room.must(room.secretary, 'setAgenda', { items: [anItem('i2'), anItem('i1', { title: 'Tên mới' })] })
    expect(item('i1')).toMatchObject({
      title: 'Tên mới',
      papers: [{ versions: [{ file: file('a') }, { file: file('b') }] }],
    })
  })

  test('counts the time of each item, also of one that is taken up again', () => {
    room.opened()
    const at = (minute: number): string => `2026-11-23T01:${String(minute).padStart(2, '0')}:00.000Z`
    room.world.at = at(10)
    room.must(room.secretary, 'takeItem', { item: 'i2' })
    room.world.at = at(15)
    room.must(room.secretary, 'takeItem', { item: 'i1' })
    room.world.at = at(20)
    room.must(room.secretary, 'close')
    expect(item('i1')?.spent.map(({ until }) => until)).toEqual([at(10), at(20)])
    expect(item('i2')?.spent).toEqual([{ from: at(10), until: at(15) }])
  })

  test('adopts together what nobody objects to, and nothing else', () => {
    room.called()
    room.must(people.head, 'position', { item: 'i2', stand: 'objection', text: 'Thiếu số liệu' })
    room.must(room.secretary, 'checkIn', { post: 'director', isRemote: false })
    room.must(room.secretary, 'checkIn', { post: 'leader', isRemote: false })
    room.must(room.secretary, 'open')
    expect(ruleOf(room.act(room.secretary, 'adoptTogether', { items: ['i1', 'i2'] }))).toBe('item-disputed')
    expect(item('i1')?.conclusion).toBeNull()
    room.must(room.secretary, 'adoptTogether', { items: ['i1'] })
    expect(item('i1')?.conclusion).not.toBeNull()
  })

  test('keeps on the agenda what was voted on', () => {
    room.opened()
    const motion = { id: 'q1', question: 'Thông qua?', majority: 'ofAll', isSecret: false }
    room.must(room.secretary, 'openVote', { item: 'i2', motion })
    expect(ruleOf(room.act(room.secretary, 'setAgenda', { items: [anItem('i1')] }))).toBe('item-dealt-with')
  })

  test('keeps on the agenda what something was written of for the minutes, until that is taken away', () => {
    room.opened()
    const write = (over: string, text: string) =>
      room.must(room.secretary, 'recordProceedings', { item: 'i2', over: sha256Hex(over), text })
    write('', 'Đồng chí Bình xin lùi sang buổi sau.')
    expect(ruleOf(room.act(room.secretary, 'setAgenda', { items: [anItem('i1')] }))).toBe('item-dealt-with')
    write('Đồng chí Bình xin lùi sang buổi sau.', '')
    room.must(room.secretary, 'setAgenda', { items: [anItem('i1')] })
  })

  test('bears no secrecy mark, whatever is written', () => {
    room.voting()
    const conclusion = { item: 'i1', text: 'Giao Sở\nTUYỆT MẬT', publish: false }
    expect(ruleOf(room.act(room.secretary, 'conclude', conclusion))).toBe('secret-refused')
    const file = { sha256: 'a'.repeat(64), sizeBytes: 1, mediaType: 'application/pdf' }
    const paper = { id: 'p1', name: 'Tối mật.pdf'.toUpperCase(), file }
    expect(ruleOf(room.act(room.secretary, 'addPaper', { item: 'i1', paper }))).toBe('secret-refused')
    expect(ruleOf(room.vote(people.head, 'yes', 'TỐI MẬT'))).toBe('secret-refused')
  })

  test('publishes a conclusion at once or with its end', () => {
    room.opened()
    room.must(room.secretary, 'conclude', { item: 'i1', text: 'Giao Sở', publish: true })
    room.must(room.secretary, 'conclude', { item: 'i2', text: 'Đồng ý', publish: false })
    expect(item('i1')?.conclusion?.publishedAt).not.toBeNull()
    expect(item('i2')?.conclusion?.publishedAt).toBeNull()
    room.must(room.secretary, 'close')
    expect(item('i2')?.conclusion?.publishedAt).not.toBeNull()
  })
})

describe('a vote', () => {
  test('counts once, the last one given; the node alone declares', () => {
    room.voting()
    room.vote(people.director, 'no')
    room.vote(people.director, 'yes')
    room.vote(people.leader, 'yes')
    room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
    room.world.side = 'desk'
    expect(room.act(room.secretary, 'declareVote', { item: 'i1', motion: 'q1' }).kind).toBe('awaitsNode')
    room.world.side = 'node'
    room.must(room.secretary, 'declareVote', { item: 'i1', motion: 'q1' })
    expect(item('i1')?.motions[0]?.declared).toMatchObject({
      outcome: 'carried',
      tally: { yes: 2, no: 0, other: 0, missing: 1 },
    })
  })

  test('given in time counts when it arrives late, until the result is declared', () => {
    room.voting()
    room.vote(people.director, 'yes')
    const given = room.world.at
    room.world.at = '2026-11-23T02:00:00.000Z'
    room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
    room.world.at = '2026-11-23T02:05:00.000Z'
    expect(ruleOf(room.vote(people.head, 'yes'))).toBe('vote-not-open')
    room.world.at = given
    expect(room.vote(people.head, 'yes').kind).toBe('events')
    room.must(room.secretary, 'declareVote', { item: 'i1', motion: 'q1' })
    expect(item('i1')?.motions[0]?.declared?.tally.yes).toBe(2)
    expect(ruleOf(room.vote(people.leader, 'no'))).toBe('vote-declared')
  })

  test('under somebody else’s name counts for nobody', () => {
    room.voting()
    const stolen = voteIdOf('m1', 'q1', 'leader')
    const payload = { meeting: 'm1', item: 'i1', motion: 'q1', choice: 'yes', words: '' }
    room.world.act(people.head, 'vote', stolen, 'vote.cast', payload)
    expect((room.world.look('vote', stolen) as Vote).post).toBe('')
    room.vote(people.leader, 'no')
    room.world.act(people.head, 'vote', stolen, 'vote.cast', payload)
    expect(room.world.look('vote', stolen)).toMatchObject({ post: 'leader', choice: 'no' })
    room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
    room.must(room.secretary, 'declareVote', { item: 'i1', motion: 'q1' })
    expect(item('i1')?.motions[0]?.declared?.tally).toEqual({ yes: 0, no: 1, other: 0, missing: 2 })
  })

  test('in another meeting that takes the name of a motion changes nothing in this one', () => {
    room.voting()
    room.vote(people.head, 'no')
    room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
    const other = new MeetingRoom(room.world, 'm2')
    other.voting()
    other.vote(people.head, 'yes')
    room.must(room.secretary, 'declareVote', { item: 'i1', motion: 'q1' })
    expect(item('i1')?.motions[0]?.declared?.tally).toMatchObject({ yes: 0, no: 1 })
  })

  test('is never one on two questions: a motion has its name for itself in the meeting', () => {
    room.voting()
    room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
    const again = { id: 'q1', question: 'Câu khác?', majority: 'ofAll', isSecret: false }
    expect(ruleOf(room.act(room.secretary, 'openVote', { item: 'i2', motion: again }))).toBe('already-exists')
  })

  test('given earlier does not replace a later one that arrived before it', () => {
    room.voting()
    const early = room.world.at
    room.world.at = '2026-11-23T02:00:00.000Z'
    room.vote(people.head, 'yes')
    room.world.at = early
    room.vote(people.head, 'no')
    expect(room.world.look('vote', voteIdOf('m1', 'q1', 'head'))).toMatchObject({ choice: 'yes' })
  })

  test('on paper is recorded with the names of those who counted', () => {
    room.voting({ isSecret: true })
    expect(ruleOf(room.vote(people.head, 'yes'))).toBe('vote-on-paper')
    const record = (yes: number) => ({
      item: 'i1',
      motion: 'q1',
      tally: { yes, no: 1, other: 0, counters: ['head', 'secretary'] },
    })
    expect(ruleOf(room.act(room.secretary, 'recordTally', record(9)))).toBe('tally-too-large')
    room.must(room.secretary, 'recordTally', record(2))
    room.must(room.secretary, 'declareVote', { item: 'i1', motion: 'q1' })
    expect(item('i1')?.motions[0]?.declared?.outcome).toBe('carried')
  })
})

test.each([
  [
    'somebody who is not called',
    'clerk',
    'answer',
    { attendance: 'coming', reason: '', substitute: null },
    'meeting-not-called',
  ],
  [
    'an absence without a reason',
    'head',
    'answer',
    { attendance: 'absent', reason: ' ', substitute: null },
    'reason-missing',
  ],
  [
    'a substitute of who comes',
    'head',
    'answer',
    { attendance: 'coming', reason: '', substitute: 'deputy' },
    'substitute-of-absent',
  ],
  [
    'a substitute who is called already',
    'head',
    'answer',
    { attendance: 'absent', reason: 'ốm', substitute: 'leader' },
    'person-twice',
  ],
  [
    'an objection without words',
    'head',
    'position',
    { item: 'i1', stand: 'objection', text: '' },
    'reason-missing',
  ],
  ['a member who runs the meeting', 'head', 'takeItem', { item: 'i1' }, 'meeting-secretary-only'],
  ['the beginning without a quorum', 'director', 'open', {}, 'quorum-missing'],
  [
    'a check-in of somebody else by a member',
    'head',
    'checkIn',
    { post: 'leader', isRemote: false },
    'meeting-secretary-only',
  ],
  [
    'times the wrong way round',
    'director',
    'change',
    callDetailsOf({ until: '2026-11-23T00:00:00.000Z' }),
    'meeting-time-reversed',
  ],
  [
    'a day far away',
    'director',
    'change',
    callDetailsOf({ from: '9999-12-31T20:00:00.000Z', until: '9999-12-31T21:00:00.000Z' }),
    'meeting-too-far',
  ],
])('%s is refused', (_, post, verb, payload, rule) => {
  room.called()
  expect(ruleOf(room.act(anActor(post), verb, payload))).toBe(rule)
})
