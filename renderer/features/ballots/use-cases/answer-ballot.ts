import type { Refusal } from '#shared/domain/decision.ts'
import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import { slipIdOf } from '#shared/domain/meetings/ballot/slip.ts'
import { statementOfBallot } from '#shared/domain/meetings/ballot/statement-of-ballot.ts'
import type { Statement } from '#shared/domain/meetings/statement.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { NativeApi } from '../../../native/native-api.ts'
import { signStatement } from '../../../workplace/sign-statement.ts'
import type { Desk } from '../../../sync/desk-api.ts'

/**
 * Signs an answer with the certificate of the person and gives it; without a network it waits in the outbox. Answers why it was refused, or
 * null. Rejects with AppError when nothing was signed.
 */
export async function answerBallot(
  native: NativeApi,
  desk: Desk,
  ballot: Ballot,
  said: Pick<Statement, 'choice' | 'reasons'>,
): Promise<Refusal | null> {
  const { post, person } = desk
  const at = instantFrom(Date.now())
  const statement = statementOfBallot(ballot, { ...said, post, person, at })
  const signed = await signStatement(native, statement)
  const answer = await desk.act(
    { kind: 'ballot-slip', id: slipIdOf(ballot.id, post) },
    'ballot-slip.answer',
    { signed },
  )
  return answer.ok ? null : answer.error
}
