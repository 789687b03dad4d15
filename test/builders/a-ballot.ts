import type { Actor } from '../../shared/domain/decision.ts'
import type { Ballot, BallotDetails } from '../../shared/domain/meetings/ballot/ballot.ts'
import { statementOfBallot } from '../../shared/domain/meetings/ballot/statement-of-ballot.ts'
import { slipIdOf, type Slip } from '../../shared/domain/meetings/ballot/slip.ts'
import type { Choice } from '../../shared/domain/meetings/motion.ts'
import {
  statementText,
  type SignedStatement,
  type Statement,
} from '../../shared/domain/meetings/statement.ts'
import { answersOf } from '../../shared/domain/meetings/ballot/slip-evolve.ts'
import { sha256Hex } from '../../shared/kernel/hash.ts'
import { anActor, type DeskWorld } from './desk-world.ts'

export function ballotDetailsOf(change: Partial<BallotDetails> = {}): BallotDetails {
  return {
    question: 'Thông qua Đề án vị trí việc làm?',
    explanation: '',
    chair: 'director',
    members: ['director', 'leader', 'head'],
    days: 3,
    ...change,
  }
}

/** Bytes that stand for a signature: for stories in which nobody looks at it. */
export const asSigned = (said: Statement): SignedStatement => ({
  text: statementText(said),
  cms: 'AAAA',
  level: 'B-B',
})

/** A ballot in a world where its people hold their posts; the node's part is done by hand. */
export class BallotStory {
  readonly world: DeskWorld
  readonly secretary: Actor = anActor('secretary', 'drafter')
  readonly node: Actor = anActor('node', 'node')
  readonly id = 'b1'

  constructor(world: DeskWorld) {
    this.world = world
  }

  get ballot(): Ballot {
    return this.world.look('ballot', this.id) as Ballot
  }
  slip(member: string): Slip {
    return this.world.look('ballot-slip', slipIdOf(this.id, member)) as Slip
  }

  act(actor: Actor, verb: string, payload: unknown = {}): ReturnType<DeskWorld['act']> {
    return this.world.act(actor, 'ballot', this.id, `ballot.${verb}`, payload)
  }
  must(actor: Actor, verb: string, payload: unknown = {}): void {
    this.world.must(actor, 'ballot', this.id, `ballot.${verb}`, payload)
  }
  onSlip(actor: Actor, member: string, verb: string, payload: unknown = {}): ReturnType<DeskWorld['act']> {
    return this.world.act(actor, 'ballot-slip', slipIdOf(this.id, member), `ballot-slip.${verb}`, payload)
  }

  /** Sends it on Monday 16 November 2026, eight o'clock in Vietnam; three working days end with the 19th. */
  sent(change: Partial<BallotDetails> = {}): void {
    this.must(this.secretary, 'draft', ballotDetailsOf(change))
    this.must(this.secretary, 'send')
    const { question, due, until, members } = this.ballot
    for (const member of members)
      this.world.must(this.node, 'ballot-slip', slipIdOf(this.id, member), 'ballot-slip.hand', {
        ...{ ballot: this.id, member, question, from: 'secretary', due, until },
        seenBy: ['secretary', 'director', ...members],
      })
  }

  answer(
    actor: Actor,
    choice: Choice,
    reasons = '',
    change: Partial<Statement> = {},
  ): ReturnType<DeskWorld['act']> {
    const said = { post: actor.post, person: actor.person, choice, reasons, at: this.world.at }
    const signed = asSigned({ ...statementOfBallot(this.ballot, said), ...change })
    return this.onSlip(actor, actor.post, 'answer', { signed })
  }

  /** What the node says of the last answer of a member. */
  check(member: string, bad = false, behind = 0, stampedAt?: string): void {
    const answer = answersOf(this.slip(member))[behind]
    const statement = sha256Hex(answer?.signed.text ?? '')
    const good = { verdict: 'good', ...(stampedAt !== undefined && { stampedAt }) }
    const told = bad ? { verdict: 'bad', findings: ['not-valid'] } : good
    this.onSlip(this.node, member, 'recordCheck', { statement, trust: 'test', ...told })
  }
}
