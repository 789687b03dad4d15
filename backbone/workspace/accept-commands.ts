import { decisionDayOf } from '#shared/domain/decision-day.ts'
import { deciders } from '#shared/domain/deciders.ts'
import type { Actor, Decision, Refusal } from '#shared/domain/decision.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { equalBytes } from '#shared/kernel/bytes.ts'
import { sha256 } from '#shared/kernel/hash.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { SignedCommand } from '#shared/log/command.ts'
import type { CommandOutcome } from '#shared/protocol/commands.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Journal } from '../ports.ts'
import { actorOf, authenticate, type AuthenticateDeps, type Signer } from './authenticate.ts'
import { deciding, DeciderFailed } from './decider-failed.ts'
import type { Group } from './ledger.ts'
import { mayName } from './may-name.ts'
import { idInText, readCommand, type ReadCommand, type Rejection } from './read-command.ts'
import { isCodeTaken } from './taken-codes.ts'

export interface AcceptDeps extends AuthenticateDeps {
  readonly engine: Engine
  readonly journal: Journal
}

/** A command on its way into the log: read, and its signature checked. */
export type Candidate =
  | { readonly kind: 'readable'; readonly read: ReadCommand; readonly signer: Signer }
  | { readonly kind: 'rejected'; readonly id: string; readonly code: Rejection }

/** Everything about a command that does not depend on what else is decided: may run for many at once. */
export async function examineCommand(deps: AcceptDeps, signed: SignedCommand): Promise<Candidate> {
  const read = readCommand(signed)
  if (typeof read === 'string') return { kind: 'rejected', id: idInText(signed.text), code: read }
  const { id } = read.body
  if (read.body.workspace !== deps.ledger.workspace) return { kind: 'rejected', id, code: 'wrong-workspace' }
  const signer = await authenticate(deps, read)
  return typeof signer === 'string'
    ? { kind: 'rejected', id, code: signer }
    : { kind: 'readable', read, signer }
}

/** Decides one command on the confirmed state; a lawful one is written into the group. The answer holds once the group is durable. */
export async function acceptCommand(
  deps: AcceptDeps,
  group: Group,
  candidate: Candidate,
): Promise<CommandOutcome> {
  if (candidate.kind === 'rejected') return { id: candidate.id, outcome: 'rejected', code: candidate.code }
  try {
    return await acceptReadable(deps, group, candidate)
  } catch (error) {
    if (!(error instanceof DeciderFailed)) throw error
    // Of one act only: whoever else waits in the group is answered.
    deps.journal.error('act not decidable', error.cause)
    return { id: candidate.read.body.id, outcome: 'refused', rule: UNDECIDABLE, facts: {} }
  }
}

const UNDECIDABLE = 'act-not-decidable' satisfies RuleId

async function acceptReadable(
  deps: AcceptDeps,
  group: Group,
  { read, signer }: Extract<Candidate, { kind: 'readable' }>,
): Promise<CommandOutcome> {
  const { body, signed } = read
  const rejected = (code: Rejection): CommandOutcome => ({ id: body.id, outcome: 'rejected', code })
  const refused = ({ rule, facts }: Refusal): CommandOutcome => ({
    id: body.id,
    outcome: 'refused',
    rule,
    facts,
  })

  const known = await knownCommand(deps, group, body.id)
  if (known !== undefined)
    return equalBytes(known.hash, sha256(signed.text))
      ? { id: body.id, outcome: 'accepted', seq: known.seq, again: true }
      : rejected('id-conflict')

  const nowMs = deps.ledger.nowMs()
  const actor = await actorOf(deps, read, signer, nowMs)
  if (typeof actor === 'string') return rejected(actor)
  if ('rule' in actor) return refused(actor)
  for (const dependency of body.after)
    if ((await knownCommand(deps, group, dependency)) === undefined)
      return refused({ rule: 'depends-on-refused', facts: { command: dependency } })
  if (!(await areBlobsHere(deps, read, signer))) return rejected('blob-missing')
  const code = newCodeIn(read)
  if (code !== undefined && (await isCodeTaken(deps.engine, body.workspace, code)))
    return refused({ rule: 'code-taken', facts: { code } })

  const decision = await decide(deps, read, actor, nowMs)
  if (decision.kind === 'refused') return refused(decision.refusal)
  if (decision.kind === 'awaitsNode') return refused({ rule: decision.reason, facts: {} })
  const isPost = body.aggregate.kind === 'post'
  if (isPost) await deps.timelines.of(body.aggregate.id, deps.ledger.seq)
  const entry = await deps.ledger.write(
    group,
    { command: signed, body, events: decision.events, blobs: read.blobs },
    nowMs,
  )
  const post = isPost ? deps.ledger.posts.get(body.aggregate.id) : undefined
  if (post !== undefined) deps.timelines.add(post.id, { from: entry.serverTime, post })
  return { id: body.id, outcome: 'accepted', seq: entry.seq, again: false }
}

/** Files that are not here, or not here for this person. */
async function areBlobsHere(
  { engine: { blobs }, ledger }: AcceptDeps,
  { body, blobs: named }: ReadCommand,
  signer: Signer,
): Promise<boolean> {
  for (const hash of named) {
    if ((await blobs.blob(body.workspace, hash)) === undefined) return false
    if (signer.by === 'device' && !(await mayName({ blobs, ledger }, body.actor.person, hash))) return false
  }
  return true
}

/** The code that a command adds to its agency; what the decider of one agency cannot see is who else has it. */
function newCodeIn({ body, parsed }: ReadCommand): string | undefined {
  return body.type === 'agency.addCode' ? (parsed as { readonly code: string }).code : undefined
}

async function knownCommand(
  { engine, ledger }: AcceptDeps,
  group: Group,
  id: string,
): Promise<{ seq: number; hash: Uint8Array } | undefined> {
  const inGroup = group.commands.get(id)
  if (inGroup !== undefined) return { seq: inGroup.entry.seq, hash: inGroup.commandHash }
  return engine.command(ledger.workspace, id)
}

async function decide(
  { ledger }: AcceptDeps,
  { body, parsed }: ReadCommand,
  actor: Actor,
  nowMs: number,
): Promise<Decision<{ readonly type: string }>> {
  const { state } = await ledger.states.load(body.aggregate, ledger.seq)
  const today = decisionDayOf(body, instantFrom(nowMs))
  return ledger.states.decideWithLook(ledger.seq, (look) =>
    deciding(() =>
      deciders[body.aggregate.kind].decide(state, parsed, {
        side: 'node',
        id: body.aggregate.id,
        at: body.claimedAt,
        receivedAt: instantFrom(nowMs),
        today,
        actor,
        look,
      }),
    ),
  )
}
