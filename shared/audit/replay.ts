import { utf8ToBytes } from '@noble/hashes/utils.js'
import { actorAt, judgedAt, nodeActor, NODE_ACTOR, type PostSince } from '../domain/authority.ts'
import { decisionDayOf } from '../domain/decision-day.ts'
import { deciders } from '../domain/deciders.ts'
import type { Actor } from '../domain/decision.ts'
import type { Device, Post } from '../domain/directory/directory.ts'
import { fromBase64 } from '../kernel/bytes.ts'
import { canonicalJson, type Json } from '../kernel/canonical-json.ts'
import { millisOf } from '../kernel/instant.ts'
import { parseCommandText, type CommandBody } from '../log/command.ts'
import { deviceKeyId } from '../log/device-key.ts'
import type { Ed25519Verifier } from '../log/ed25519.port.ts'
import { entryEvents, eventIdOf, type Entry } from '../log/entry.ts'
import { aggregateKey } from '../log/workspace-state.ts'
import type { AuditRule } from './audit-report.ts'

/** Whose log it is, and how signatures are checked. */
export interface ReplayOptions {
  readonly workspace: string
  /** Raw Ed25519 public key of the node. */
  readonly nodeKey: Uint8Array
  readonly verifier: Ed25519Verifier
}

/** The states of a log, built up entry by entry; each entry is checked against what those before it allow. */
export class Replay {
  readonly #options: ReplayOptions
  readonly #nodeKeyId: string
  readonly #states = new Map<string, unknown>()
  readonly #timelines = new Map<string, PostSince[]>()
  readonly #commandIds = new Set<string>()
  #isWhole = true

  constructor(options: ReplayOptions) {
    this.#options = options
    this.#nodeKeyId = deviceKeyId(options.nodeKey)
  }

  /** A body is missing: from here on nothing can be decided again, since anything may depend on it. */
  hide(): void {
    this.#isWhole = false
  }

  /** What is wrong with the next entry, and whether its events were derived anew. */
  async check(entry: Entry): Promise<{ readonly rules: readonly AuditRule[]; readonly isDecided: boolean }> {
    const rules: AuditRule[] = []
    const body = readBody(entry)
    if (body === undefined) {
      this.hide()
      return { rules: ['command-unreadable'], isDecided: false }
    }
    if (body.workspace !== this.#options.workspace) rules.push('workspace-differs')
    if (this.#commandIds.has(body.id)) rules.push('command-id-again')
    this.#commandIds.add(body.id)
    rules.push(...(await this.#checkSignature(entry, body)))

    const events = readEvents(entry)
    if (events === undefined) {
      this.hide()
      return { rules: [...rules, 'events-unreadable'], isDecided: false }
    }
    if (events.some((event, index) => event.id !== eventIdOf(body.id, index))) rules.push('event-id-wrong')
    const isDecided = this.#isWhole
    if (isDecided && !this.#followsFrom(entry, body, events)) rules.push('events-differ')
    this.#evolve(entry, body, events)
    return { rules, isDecided }
  }

  async #checkSignature(entry: Entry, body: CommandBody): Promise<AuditRule[]> {
    const { text, signature, key } = entry.command
    const isNode = key === this.#nodeKeyId
    const device = this.#states.get(aggregateKey({ kind: 'device', id: key })) as Device | undefined
    const isTheirs = isNode ? body.actor.post === NODE_ACTOR.post : device?.person === body.actor.person
    // The certificate of the key may be among what is hidden.
    if (!isTheirs) return this.#isWhole ? ['key-unknown'] : []
    const publicKey = isNode ? this.#options.nodeKey : fromBase64(device?.key ?? '')
    const isGood = await this.#options.verifier.verify(publicKey, utf8ToBytes(text), fromBase64(signature))
    return isGood ? [] : ['signature-wrong']
  }

  /** Decides the command again on the state before it. */
  #followsFrom(entry: Entry, body: CommandBody, events: Events): boolean {
    const actor = this.#actorOf(entry, body)
    if (actor === undefined) return false
    const decider = deciders[body.aggregate.kind]
    const decision = decider.decide(
      this.#states.get(aggregateKey(body.aggregate)),
      decider.parse(body.type, body.payload),
      {
        side: 'node',
        id: body.aggregate.id,
        at: body.claimedAt,
        receivedAt: entry.serverTime,
        today: decisionDayOf(body, entry.serverTime),
        actor,
        look: (kind, id): unknown => this.#states.get(aggregateKey({ kind, id })),
      },
    )
    if (decision.kind !== 'events') return false
    const decided = decision.events as readonly { readonly type: string }[]
    const expected = decided.map((event, index) => ({ ...event, id: eventIdOf(body.id, index) }))
    return canonicalJson(expected) === canonicalJson(events as Json)
  }

  #actorOf(entry: Entry, body: CommandBody): Actor | undefined {
    if (entry.command.key === this.#nodeKeyId) return nodeActor(this.#nodeKeyId)
    const nowMs = millisOf(entry.serverTime)
    const device = this.#states.get(aggregateKey({ kind: 'device', id: entry.command.key })) as
      Device | undefined
    const judged = judgedAt(body, nowMs, device?.from)
    if ('rule' in judged) return undefined
    const timeline = this.#timelines.get(body.actor.post) ?? []
    const actor = actorAt(timeline, body, entry.command.key, { atMs: judged.atMs, nowMs })
    return 'rule' in actor ? undefined : actor
  }

  #evolve(entry: Entry, body: CommandBody, events: Events): void {
    const key = aggregateKey(body.aggregate)
    const decider = deciders[body.aggregate.kind]
    if (!this.#isWhole && !this.#states.has(key) && body.aggregate.kind !== 'device') return
    const state = events.reduce<unknown>(
      (before, event) => decider.evolve(before, event, body.aggregate.id) as unknown,
      this.#states.get(key),
    )
    this.#states.set(key, state)
    if (body.aggregate.kind !== 'post') return
    const since: PostSince = { from: entry.serverTime, post: state as Post }
    this.#timelines.set(body.aggregate.id, [...(this.#timelines.get(body.aggregate.id) ?? []), since])
  }
}

type Events = ReturnType<typeof entryEvents.parse>['events']

function readBody({ command }: Entry): CommandBody | undefined {
  try {
    const body = parseCommandText(command.text)
    deciders[body.aggregate.kind].parse(body.type, body.payload)
    return canonicalJson(JSON.parse(command.text) as Json) === command.text ? body : undefined
  } catch {
    // Whatever the parsers complain about, the command cannot be read.
    return undefined
  }
}

function readEvents({ events }: Entry): Events | undefined {
  try {
    const parsed = JSON.parse(events) as Json
    return canonicalJson(parsed) === events ? entryEvents.parse(parsed).events : undefined
  } catch {
    // Whatever the parsers complain about, the events cannot be read.
    return undefined
  }
}
