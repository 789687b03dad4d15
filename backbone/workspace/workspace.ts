import { instantFrom, type Instant } from '#shared/kernel/instant.ts'
import { uuidV7 } from '#shared/kernel/uuid.ts'
import { toBase64 } from '#shared/kernel/bytes.ts'
import { commandText, type AggregateRef, type CommandBody, type SignedCommand } from '#shared/log/command.ts'
import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'
import type { CommandOutcome } from '#shared/protocol/commands.ts'
import { AppendConflict, type Engine } from '../engine/engine.port.ts'
import type { NodeIdentity } from '../node-identity.ts'
import type { Clock, Journal, RandomBytes } from '../ports.ts'
import { acceptCommand, examineCommand, type AcceptDeps } from './accept-commands.ts'
import { NODE_ACTOR, type PostSince } from '#shared/domain/authority.ts'
import { PostTimelines } from './post-timelines.ts'
import { eraseBodies } from './erase.ts'
import { Ledger } from './ledger.ts'
import { isErased, unlessErased } from '#shared/domain/erasure.ts'

export interface WorkspaceDeps {
  readonly engine: Engine
  readonly identity: NodeIdentity
  readonly verifier: Ed25519Verifier
  readonly clock: Clock
  readonly random: RandomBytes
  readonly journal: Journal
}

/** An act of the node itself. Without `id` it is a new act each time; with one, `at` belongs to it, so that a repetition is the same text. */
export interface NodeAct {
  readonly id?: string
  readonly at?: Instant
  readonly aggregate: AggregateRef
  readonly type: string
  readonly payload: CommandBody['payload']
}

/** One agency's log, as the only writer in this process. */
export interface Workspace {
  readonly id: string
  head(): { readonly epoch: number; readonly seq: number; readonly nowMs: number }
  /** Outcomes in the order of the commands, up to the first that `stopsAt` names; accepted ones are on disk. */
  submit(
    commands: readonly SignedCommand[],
    stopsAt?: (outcome: CommandOutcome) => boolean,
  ): Promise<readonly CommandOutcome[]>
  /** The same for acts of the node, which signs them. */
  act(acts: readonly NodeAct[]): Promise<readonly CommandOutcome[]>
  /** Confirmed state of an aggregate; undefined when there is none. */
  state(ref: AggregateRef): Promise<unknown>
  /** Removes the bodies of an aggregate that the log says is erased; answers the files they named. Its place in the log stays provable. */
  erase(ref: AggregateRef): Promise<readonly string[]>
  /** Who held a post since when, from its first appointment. */
  postsSince(post: string): Promise<readonly PostSince[]>
  /** Principals of a person after entry `seq` (the present without it), and the entries behind `after` that changed them. */
  principalsOf(person: string, seq?: number): readonly string[]
  principalChangesOf(person: string, after: number, upTo: number): readonly number[]
  audience(id: number): readonly string[]
  /** Called after entries became durable and their senders were answered. */
  onAppended(listener: (seq: number) => void): () => void
}

interface Submission {
  readonly commands: readonly SignedCommand[]
  readonly stopsAt: (outcome: CommandOutcome) => boolean
  readonly resolve: (outcomes: readonly CommandOutcome[]) => void
  readonly reject: (error: unknown) => void
}

const CONFLICT_RETRIES = 3

export async function openWorkspace(id: string, deps: WorkspaceDeps): Promise<Workspace> {
  const { engine, identity, clock, random } = deps
  let accept = await openAccept(id, deps)
  let durableSeq = accept.ledger.seq
  let waiting: Submission[] = []
  let isRunning = false
  const listeners = new Set<(seq: number) => void>()

  const decideGroup = async (submissions: readonly Submission[]): Promise<CommandOutcome[][]> => {
    const group = accept.ledger.begin()
    const examined = await Promise.all(
      submissions.map(async ({ commands, stopsAt }) => ({
        candidates: await Promise.all(commands.map((one) => examineCommand(accept, one))),
        stopsAt,
      })),
    )
    const outcomes: CommandOutcome[][] = []
    for (const { candidates, stopsAt } of examined) {
      const answers: CommandOutcome[] = []
      for (const candidate of candidates) {
        const answer = await acceptCommand(accept, group, candidate)
        answers.push(answer)
        if (stopsAt(answer)) break
      }
      outcomes.push(answers)
    }
    if (group.commands.size > 0) await engine.append(group.toAppend())
    accept.ledger.states.trim(accept.ledger.seq)
    return outcomes
  }

  const decideDurably = async (submissions: readonly Submission[]): Promise<CommandOutcome[][]> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await decideGroup(submissions)
      } catch (error) {
        // What was decided in memory is not in the log: begin again from what is.
        accept = await openAccept(id, deps)
        if (!(error instanceof AppendConflict) || attempt > CONFLICT_RETRIES) throw error
      }
    }
  }

  /** Everything that waits becomes one group; what comes while it is written becomes the next. */
  const run = async (): Promise<void> => {
    isRunning = true
    while (waiting.length > 0) {
      const submissions = waiting
      waiting = []
      const before = durableSeq
      try {
        const outcomes = await decideDurably(submissions)
        durableSeq = accept.ledger.seq
        submissions.forEach((one, index) => {
          one.resolve(outcomes[index] ?? [])
        })
        if (durableSeq > before) setImmediate(() => listeners.forEach((listener) => listener(durableSeq)))
      } catch (error) {
        for (const one of submissions) one.reject(error)
      }
    }
    isRunning = false
  }

  const submit: Workspace['submit'] = (commands, stopsAt = () => false) =>
    new Promise((resolve, reject) => {
      waiting.push({ commands, stopsAt, resolve, reject })
      if (!isRunning) void run()
    })

  const signOwn = (act: NodeAct): SignedCommand => {
    const text = commandText({
      version: 1,
      id: act.id ?? uuidV7(clock.now(), random(10)),
      workspace: id,
      aggregate: act.aggregate,
      type: act.type,
      payload: act.payload,
      claimedAt: act.at ?? instantFrom(accept.ledger.nowMs()),
      seenServerTime: null,
      actor: NODE_ACTOR,
      after: [],
    })
    return { text, signature: toBase64(identity.sign(text)), key: identity.keyId }
  }

  return {
    id,
    head: () => ({ epoch: accept.ledger.epoch, seq: durableSeq, nowMs: accept.ledger.nowMs() }),
    submit,
    act: (acts) => submit(acts.map(signOwn)),
    state: async (ref) => unlessErased((await accept.ledger.states.load(ref, accept.ledger.seq)).state),
    erase: async (ref) => {
      const { state } = await accept.ledger.states.load(ref, accept.ledger.seq)
      if (!isErased(state)) return []
      const files = await eraseBodies(engine, id, ref, { upTo: durableSeq, left: state })
      accept.ledger.states.forget(ref)
      return files
    },
    postsSince: (post) => accept.timelines.of(post, accept.ledger.seq),
    principalsOf: (person, seq = durableSeq) => accept.ledger.principals.at(person, seq),
    principalChangesOf: (person, after, upTo) => accept.ledger.principals.changesOf(person, after, upTo),
    audience: (number) => accept.ledger.audiences.of(number),
    onAppended: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function openAccept(id: string, deps: WorkspaceDeps): Promise<AcceptDeps> {
  const { engine, identity, verifier, clock, random, journal } = deps
  const ledger = await Ledger.open(engine, id, clock, random)
  return { engine, identity, verifier, journal, ledger, timelines: new PostTimelines(engine, id) }
}
