import { deciders } from '#shared/domain/deciders.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts'
import { toHex } from '#shared/kernel/bytes.ts'
import { sha256 } from '#shared/kernel/hash.ts'
import { instantFrom, millisOf } from '#shared/kernel/instant.ts'
import type { CommandBody, SignedCommand } from '#shared/log/command.ts'
import { eventIdOf, leafContent, type Entry } from '#shared/log/entry.ts'
import { leafHash, type Frontier } from '#shared/log/merkle.ts'
import type {
  Append,
  Engine,
  NewEntry,
  PrincipalsChange,
  StoredState,
  TreeNode,
} from '../engine/engine.port.ts'
import type { Clock, RandomBytes } from '../ports.ts'
import { loadAudiences, principalsOf, PrincipalsTimeline, type AudienceBook } from './audience.ts'
import { ConfirmedStates, evolveBy } from './confirmed-states.ts'
import { deciding } from './decider-failed.ts'
import { frontierAt, growTree } from './tree-heads.ts'

/** A lawful command with the events it causes. */
export interface Decided {
  readonly command: SignedCommand
  readonly body: CommandBody
  readonly events: readonly { readonly type: string }[]
  readonly blobs: readonly string[]
}

/** The end of a workspace's log in memory: entries are written here one after the other and go to the engine in groups. */
export class Ledger {
  readonly workspace: string
  readonly states: ConfirmedStates
  readonly audiences: AudienceBook
  readonly principals: PrincipalsTimeline
  readonly posts: ReadonlyMap<string, Post>
  epoch: number
  #frontier: Frontier
  #lastTimeMs: number
  readonly #clock: Clock
  readonly #random: RandomBytes
  readonly #posts: Map<string, Post>

  private constructor(
    start: {
      workspace: string
      epoch: number
      frontier: Frontier
      lastTimeMs: number
      states: ConfirmedStates
      audiences: AudienceBook
      principals: PrincipalsTimeline
      posts: Map<string, Post>
    },
    clock: Clock,
    random: RandomBytes,
  ) {
    this.workspace = start.workspace
    this.epoch = start.epoch
    this.states = start.states
    this.audiences = start.audiences
    this.principals = start.principals
    this.posts = start.posts
    this.#posts = start.posts
    this.#frontier = start.frontier
    this.#lastTimeMs = start.lastTimeMs
    this.#clock = clock
    this.#random = random
  }

  static async open(engine: Engine, workspace: string, clock: Clock, random: RandomBytes): Promise<Ledger> {
    const head = await engine.createWorkspace(workspace)
    const states = new ConfirmedStates(engine, workspace)
    const posts = new Map<string, Post>()
    for (const ref of await engine.aggregates(workspace, 'post')) {
      const { state } = await states.load(ref, head.seq)
      posts.set(ref.id, state as Post)
    }
    return new Ledger(
      {
        workspace,
        epoch: head.epoch,
        frontier: await frontierAt(engine, workspace, head.seq),
        lastTimeMs: head.serverTime === null ? 0 : millisOf(head.serverTime),
        states,
        audiences: await loadAudiences(engine, workspace),
        principals: new PrincipalsTimeline(await engine.principals(workspace)),
        posts,
      },
      clock,
      random,
    )
  }

  get seq(): number {
    return this.#frontier.size
  }

  /** Server time never goes back within a workspace. */
  nowMs(): number {
    return Math.max(this.#clock.now(), this.#lastTimeMs)
  }

  /** Starts a group on the present head. */
  begin(): Group {
    return new Group(this.workspace, this.seq)
  }

  /** Writes one entry at the end. The aggregate's state must have been loaded. Throws `DeciderFailed` before anything is written. */
  async write(group: Group, decided: Decided, atMs: number): Promise<Entry> {
    const { body, command } = decided
    const seq = this.seq + 1
    const entry: Entry = {
      seq,
      epoch: this.epoch,
      serverTime: instantFrom(atMs),
      command,
      events: canonicalJson({
        salt: toHex(this.#random(16)),
        events: decided.events.map((event, index) => ({ ...event, id: eventIdOf(body.id, index) })) as Json[],
      }),
    }
    const leaf = leafHash(leafContent(entry))
    const { frontier, completed } = growTree(this.#frontier, leaf)
    const before = await this.states.load(body.aggregate, this.seq)
    const [state, principals] = deciding(() => {
      const after = evolveBy(body.aggregate, before.state, entry)
      return [after, after === undefined ? [] : deciders[body.aggregate.kind].audienceOf(after)] as const
    })
    const audience = this.audiences.intern(principals)
    if (audience.isNew) group.audiences.push({ id: audience.id, principals: this.audiences.of(audience.id) })
    group.nodes.push(...completed)
    group.add({
      entry,
      leaf,
      aggregate: body.aggregate,
      audienceBefore: before.audience,
      audienceAfter: audience.id,
      commandId: body.id,
      commandHash: sha256(command.text),
      blobs: decided.blobs,
    })
    const saved = this.states.advance(body.aggregate, { state, seq, audience: audience.id })
    if (saved !== undefined) group.states.set(`${saved.aggregate.kind}/${saved.aggregate.id}`, saved)
    this.#frontier = frontier
    this.#lastTimeMs = atMs
    if (body.aggregate.kind === 'post')
      this.#appoint(group, state as Post, before.state as Post | undefined, seq)
    return entry
  }

  #appoint(group: Group, post: Post, before: Post | undefined, seq: number): void {
    const affected = new Set([post.person, ...(before === undefined ? [] : [before.person])])
    this.#posts.set(post.id, post)
    for (const person of affected) {
      if (person === '') continue
      const principals = principalsOf(person, this.#posts.values())
      if (principals.join() === this.principals.at(person, seq).join()) continue
      const change: PrincipalsChange = { person, seq, principals }
      this.principals.add(change)
      group.principals.push(change)
    }
  }
}

/** Entries of one turn on their way to the engine. */
export class Group {
  readonly workspace: string
  readonly expectedSeq: number
  readonly commands = new Map<string, NewEntry>()
  readonly nodes: TreeNode[] = []
  readonly states = new Map<string, StoredState>()
  readonly audiences: { id: number; principals: readonly string[] }[] = []
  readonly principals: PrincipalsChange[] = []

  constructor(workspace: string, expectedSeq: number) {
    this.workspace = workspace
    this.expectedSeq = expectedSeq
  }

  add(entry: NewEntry): void {
    this.commands.set(entry.commandId, entry)
  }

  toAppend(): Append {
    const { workspace, expectedSeq, nodes, audiences, principals } = this
    return {
      workspace,
      expectedSeq,
      nodes,
      audiences,
      principals,
      entries: [...this.commands.values()],
      states: [...this.states.values()],
    }
  }
}
