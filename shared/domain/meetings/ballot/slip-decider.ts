import { events, refuse, type Decider, type Decision, type DecisionContext } from '../../decision.ts'
import { linesIn, secretMarkIn } from '../../law/secret-marks.ts'
import { localDateOf, type Instant } from '../../../kernel/instant.ts'
import { happened } from '../entitled.ts'
import { readStatement, statementText, type Statement } from '../statement.ts'
import type { Ballot } from './ballot.ts'
import { answersOf, evolveSlip, saidAt, statementOf } from './slip-evolve.ts'
import { statementOfBallot } from './statement-of-ballot.ts'
import {
  isToldOfRejection,
  MOST_AFTERWARDS,
  parseSlipCommand,
  type Slip,
  type SlipCommand,
  type SlipEvent,
} from './slip.ts'

/** A slip: handed out by the node, answered by its member alone, as often as they like until the deadline. */
export const slipDecider: Decider<Slip, SlipCommand, SlipEvent> = {
  kind: 'ballot-slip',
  parse: parseSlipCommand,
  decide: decideSlip,
  evolve: evolveSlip,
  audienceOf: (state) => state.seenBy.map((post) => `post:${post}` as const),
  eventTypes: ['handed', 'answered', 'chased', 'lapsed', 'signatureChecked', 'signatureRejected'],
}

function decideSlip(
  state: Slip | undefined,
  command: SlipCommand,
  context: DecisionContext,
): Decision<SlipEvent> {
  const stamp = happened(context)
  const isNode = context.actor.roles.includes('node')
  if (command.type === 'ballot-slip.hand') {
    if (!isNode) return refuse('node-only')
    return state === undefined
      ? events({ ...stamp, type: 'handed', ...command.payload })
      : refuse('already-exists')
  }
  if (state === undefined) return refuse('unknown-object')
  switch (command.type) {
    case 'ballot-slip.answer':
      return decideAnswering(state, command, context)
    case 'ballot-slip.chase':
      return decideChasing(state, context)
    case 'ballot-slip.lapse':
      if (!isNode) return refuse('node-only')
      return state.lapsed !== null || isAnsweredInTime(state)
        ? events()
        : events({ ...stamp, type: 'lapsed', ...command.payload })
    case 'ballot-slip.recordCheck':
      return isNode ? decideCheck(state, command, context) : refuse('node-only')
  }
}

/** Whether its member said something before the deadline. */
const isAnsweredInTime = ({ answer }: Slip): boolean => answer !== null && !answer.isLate

function decideAnswering(
  state: Slip,
  { payload: { signed } }: Extract<SlipCommand, { type: 'ballot-slip.answer' }>,
  context: DecisionContext,
): Decision<SlipEvent> {
  if (context.actor.post !== state.member) return refuse('ballot-members-only')
  const ballot = context.look('ballot', state.ballot) as Ballot | undefined
  if (ballot === undefined) return refuse('unknown-object')
  if (ballot.status !== 'open' || state.lapsed !== null) return refuse('ballot-ended')
  const said = readStatement(signed.text)
  if (said === undefined || !isAbout(said, ballot, context) || !isLater(said, state, ballot))
    return refuse('statement-differs')
  const { choice, reasons } = said
  if (choice !== 'yes' && reasons.trim() === '') return refuse('reason-missing')
  if (secretMarkIn(linesIn(reasons)) !== undefined) return refuse('secret-refused')
  const isLate = context.at > state.until
  const isClaimed = !isLate && (context.receivedAt ?? context.at) > state.until
  const stands = isAnsweredInTime(state) && !(isClaimed && state.answer?.isClaimed === true)
  const isTooOften = (state.afterwards ?? 0) >= MOST_AFTERWARDS
  if ((isLate || isClaimed) && (stands || isTooOften)) return refuse('answer-stands')
  return events({
    ...{ ...happened(context), type: 'answered', choice, reasons, signed, isLate },
    ...(isClaimed && { isClaimed }),
  })
}

/** Whether what was signed is what is asked, by whoever answers, and not signed ahead of the act. */
function isAbout(said: Statement, ballot: Ballot, { actor, at }: DecisionContext): boolean {
  const { choice, reasons } = said
  const { post, person } = actor
  const expected = statementOfBallot(ballot, { choice, reasons, post, person, at: said.at })
  return said.at <= at && statementText(said) === statementText(expected)
}

/** What was signed before counts once: nobody who has it can give it again over what was said since. */
const isLater = ({ at }: Statement, { answer }: Slip, { sentAt }: Ballot): boolean =>
  (sentAt === null || at >= sentAt) && (answer === null || at > saidAt(answer))

/** Whoever asks may press for an answer, once a day, as for a task; and once more when a signature was not accepted since. */
function decideChasing(state: Slip, context: DecisionContext): Decision<SlipEvent> {
  const ballot = context.look('ballot', state.ballot) as Ballot | undefined
  const { post } = context.actor
  if (ballot === undefined) return refuse('unknown-object')
  if (post !== ballot.secretary && post !== ballot.chair) return refuse('ballot-secretary-only')
  if (ballot.status !== 'open') return refuse('ballot-ended')
  if (state.answer !== null) return refuse('ballot-answered')
  const isNews = state.rejected !== null && !isToldOfRejection(state)
  if (!isNews && state.chasedAt !== null && localDateOf(state.chasedAt) === context.today)
    return refuse('chased-today')
  return events({ ...happened(context), type: 'chased' })
}

function decideCheck(
  state: Slip,
  { payload }: Extract<SlipCommand, { type: 'ballot-slip.recordCheck' }>,
  context: DecisionContext,
): Decision<SlipEvent> {
  const { statement, trust } = payload
  const answer = answersOf(state).find((one) => statementOf(one) === statement)
  if (answer === undefined || answer.check !== undefined) return events()
  const told = { ...happened(context), statement, trust }
  return payload.verdict === 'bad'
    ? events({ ...told, type: 'signatureRejected', findings: payload.findings })
    : events({ ...told, type: 'signatureChecked', verdict: payload.verdict, ...stampIn(payload) })
}

const stampIn = (
  check: Extract<SlipCommand, { type: 'ballot-slip.recordCheck' }>['payload'],
): { readonly stampedAt?: Instant } =>
  check.verdict === 'good' && check.stampedAt !== undefined ? { stampedAt: check.stampedAt } : {}
