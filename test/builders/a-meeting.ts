import type { Actor } from '../../shared/domain/decision.ts'
import type { AgendaItem, CallDetails } from '../../shared/domain/meetings/meeting.ts'
import { voteIdOf } from '../../shared/domain/meetings/vote.ts'
import { anActor, type DeskWorld } from './desk-world.ts'

/** Details of a meeting of three members on Monday 23 November 2026, eight o'clock in Vietnam. */
export function callDetailsOf(change: Partial<CallDetails> = {}): CallDetails {
  return {
    title: 'Họp giao ban tháng 11',
    from: '2026-11-23T01:00:00.000Z',
    until: '2026-11-23T04:00:00.000Z',
    place: 'Phòng họp số 1',
    callUrl: null,
    chair: 'director',
    members: ['director', 'leader', 'head'].map((post) => ({ post, part: 'member' })),
    outsiders: [],
    quorum: { of: 2, outOf: 3 },
    requirements: '',
    letter: null,
    ...change,
  }
}

export function anItem(id: string, change: Partial<AgendaItem> = {}): AgendaItem {
  return { id, title: `Nội dung ${id}`, presenter: null, minutes: 15, mayBeAdoptedTogether: true, ...change }
}

/** A meeting in a world where its people hold their posts, brought as far as a story needs. */
export class MeetingRoom {
  readonly world: DeskWorld
  readonly secretary: Actor = anActor('secretary', 'drafter')

  readonly id: string

  constructor(world: DeskWorld, id = 'm1') {
    this.world = world
    this.id = id
  }

  act(actor: Actor, verb: string, payload: unknown = {}): ReturnType<DeskWorld['act']> {
    return this.world.act(actor, 'meeting', this.id, `meeting.${verb}`, payload)
  }
  must(actor: Actor, verb: string, payload: unknown = {}): void {
    this.world.must(actor, 'meeting', this.id, `meeting.${verb}`, payload)
  }

  drafted(change: Partial<CallDetails> = {}): void {
    this.must(this.secretary, 'draft', callDetailsOf(change))
    this.must(this.secretary, 'setAgenda', { items: [anItem('i1'), anItem('i2')] })
  }
  called(change: Partial<CallDetails> = {}): void {
    this.drafted(change)
    this.must(this.secretary, 'call', { shortNotice: '' })
  }
  opened(change: Partial<CallDetails> = {}): void {
    this.called(change)
    for (const post of ['director', 'leader']) this.must(this.secretary, 'checkIn', { post, isRemote: false })
    this.must(this.secretary, 'open')
    this.must(this.secretary, 'takeItem', { item: 'i1' })
  }
  voting(motion: object = {}): void {
    this.opened()
    const asked = { id: 'q1', question: 'Thông qua?', majority: 'ofAll', isSecret: false, ...motion }
    this.must(this.secretary, 'openVote', { item: 'i1', motion: asked })
  }
  vote(actor: Actor, choice: string, words = ''): ReturnType<DeskWorld['act']> {
    const payload = { meeting: this.id, item: 'i1', motion: 'q1', choice, words }
    return this.world.act(actor, 'vote', voteIdOf(this.id, 'q1', actor.post), 'vote.cast', payload)
  }
}
