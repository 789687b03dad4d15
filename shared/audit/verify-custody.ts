import { utf8ToBytes } from '@noble/hashes/utils.js'
import { NODE_ACTOR } from '../domain/authority.ts'
import type { Device } from '../domain/directory/directory.ts'
import { parseCommandText, type AggregateRef, type CommandBody } from '../log/command.ts'
import { deviceKeyId } from '../log/device-key.ts'
import type { Ed25519Verifier } from '../log/ed25519.port.ts'
import { entryEvents, eventIdOf, leafContent, type Entry } from '../log/entry.ts'
import { leafHash, verifyInclusion } from '../log/merkle.ts'
import { treeHeadText } from '../log/tree-head.ts'
import { aggregateKey } from '../log/workspace-state.ts'
import { custodyLine, type CustodyLine } from '../protocol/custody.ts'
import type { AuditProblem, AuditRule } from './audit-report.ts'
import { bytesOf } from '../kernel/bytes-of.ts'
import { AccessChain, type AccessCheck } from './check-accesses.ts'

/** The outcome of checking a chain of custody. `entries`: how many it holds; `erased`: how many of them without body; `accesses`: how many
 * accesses it tells; `size`: how many entries the log held when it was made. */
export interface CustodyReport {
  readonly verdict: 'valid' | 'invalid'
  readonly workspace: string
  readonly nodeKey: string
  readonly aggregate: AggregateRef | null
  readonly entries: number
  readonly erased: number
  readonly accesses: number
  readonly size: number
  readonly madeAt: string | null
  readonly problems: readonly AuditProblem[]
}

/** How a chain is judged. `nodeKey` (raw, base64): the node one expects; without it the chain's own word is taken. */
export interface CustodyOptions {
  readonly verifier: Ed25519Verifier
  readonly nodeKey?: string
}

type Link = Extract<CustodyLine, { item: 'proven' | 'erased' }>

/**
 * Checks a chain of custody by itself: every entry lies in the tree that the node signed, in order; every act is signed with a key that an
 * earlier entry of the node certified for the person named; no access to its files was left out between the first and the node's last word
 * on them. Never throws for what the lines contain.
 */
export async function verifyCustody(
  lines: readonly string[],
  { verifier, nodeKey: expected }: CustodyOptions,
): Promise<CustodyReport> {
  const problems: AuditProblem[] = []
  const wrong = (seq: number, rule: AuditRule): void => void problems.push({ seq, rule })
  const parsed = lines.map(readLine)
  if (parsed.includes(undefined)) wrong(0, 'line-unreadable')
  const known = parsed.filter((line) => line !== undefined)
  const first = known[0]
  const last = known.at(-1)
  const start = first?.item === 'custody' ? first : undefined
  const head = last?.item === 'head' ? last.head : undefined
  const links = known.filter((line): line is Link => line.item === 'proven' || line.item === 'erased')
  if (start === undefined) wrong(0, 'log-line-missing')
  if (head === undefined) wrong(0, 'head-missing')

  const nodeKey = bytesOf(start?.nodeKey ?? '')
  if (expected !== undefined && expected !== start?.nodeKey) wrong(0, 'node-key-differs')
  if (start !== undefined && head !== undefined) {
    if (head.workspace !== start.workspace) wrong(0, 'workspace-differs')
    const isSigned =
      head.key === deviceKeyId(nodeKey) &&
      (await verifier.verify(nodeKey, utf8ToBytes(treeHeadText(head)), bytesOf(head.signature)))
    if (!isSigned) wrong(0, 'head-signature-wrong')
    const chain = new Chain(start.workspace, nodeKey, verifier)
    const root = bytesOf(head.root)
    for (const link of links) {
      const seq = link.item === 'proven' ? link.entry.seq : link.seq
      const leaf = link.item === 'proven' ? leafHash(leafContent(link.entry)) : bytesOf(link.leaf)
      if (!verifyInclusion(leaf, seq - 1, head.size, link.path.map(bytesOf), root)) wrong(seq, 'root-differs')
      if (link.item === 'proven') for (const rule of await chain.check(link.entry)) wrong(seq, rule)
    }
    for (const rule of await accessProblems(known, chain)) wrong(0, rule)
  }
  return {
    verdict: problems.length === 0 ? 'valid' : 'invalid',
    workspace: start?.workspace ?? '',
    nodeKey: start?.nodeKey ?? '',
    aggregate: start?.aggregate ?? null,
    entries: links.length,
    erased: links.filter((link) => link.item === 'erased').length,
    accesses: known.filter((line) => line.item === 'access').length,
    size: head?.size ?? 0,
    madeAt: head?.at ?? null,
    problems,
  }
}

/** A file is one of this chain if an act names it; what was erased may have named any. */
async function accessProblems(lines: readonly CustodyLine[], chain: Chain): Promise<readonly AuditRule[]> {
  const [first] = lines
  const ref = first?.item === 'custody' ? aggregateKey(first.aggregate) : ''
  const isErased = lines.some((line) => line.item === 'erased')
  const acts = lines.flatMap((line) => (line.item === 'proven' ? [line.entry.command.text] : []))
  const accesses = new AccessChain({
    ...chain.facts,
    isOfIt: (subject) =>
      'file' in subject
        ? isErased || acts.some((text) => text.includes(subject.file))
        : aggregateKey(subject.aggregate) === ref,
  })
  const rules: AuditRule[] = []
  for (const line of lines) {
    if (line.item === 'access') rules.push(...(await accesses.access(line)))
    if (line.item === 'access-head') rules.push(...(await accesses.close(line.head)))
  }
  return accesses.isOpen() ? [...rules, 'accesses-differ'] : rules
}

/** What must hold from one entry to the next. */
class Chain {
  readonly #workspace: string
  readonly #nodeKey: Uint8Array
  readonly #nodeKeyId: string
  readonly #verifier: Ed25519Verifier
  readonly #devices = new Map<string, Pick<Device, 'person' | 'key'>>()
  #last: Pick<Entry, 'seq' | 'serverTime'> = { seq: 0, serverTime: '' }

  constructor(workspace: string, nodeKey: Uint8Array, verifier: Ed25519Verifier) {
    this.#workspace = workspace
    this.#nodeKey = nodeKey
    this.#nodeKeyId = deviceKeyId(nodeKey)
    this.#verifier = verifier
  }

  /** What accesses are checked against. */
  get facts(): Omit<AccessCheck, 'isOfIt'> {
    return {
      workspace: this.#workspace,
      nodeKey: this.#nodeKey,
      verifier: this.#verifier,
      deviceOf: (key) => this.#devices.get(key),
    }
  }

  async check(entry: Entry): Promise<readonly AuditRule[]> {
    const rules: AuditRule[] = []
    if (entry.seq <= this.#last.seq) rules.push('seq-gap')
    if (entry.serverTime < this.#last.serverTime) rules.push('time-back')
    this.#last = entry
    const body = readCommand(entry.command.text)
    if (body === undefined) return [...rules, 'command-unreadable']
    if (body.workspace !== this.#workspace) rules.push('workspace-differs')
    rules.push(...(await this.#signedBy(entry, body)))
    const events = readEvents(entry.events)
    if (events === undefined) return [...rules, 'events-unreadable']
    if (events.some((event, index) => event.id !== eventIdOf(body.id, index))) rules.push('event-id-wrong')
    if (body.aggregate.kind === 'device' && entry.command.key === this.#nodeKeyId) this.#enrol(body)
    return rules
  }

  async #signedBy({ command: { text, signature, key } }: Entry, body: CommandBody): Promise<AuditRule[]> {
    const device = this.#devices.get(key)
    const isNode = key === this.#nodeKeyId
    const isTheirs = isNode ? body.actor.post === NODE_ACTOR.post : device?.person === body.actor.person
    if (!isTheirs) return ['key-unknown']
    const publicKey = isNode ? this.#nodeKey : bytesOf(device?.key ?? '')
    return (await this.#verifier.verify(publicKey, utf8ToBytes(text), bytesOf(signature)))
      ? []
      : ['signature-wrong']
  }

  #enrol({ aggregate, payload }: CommandBody): void {
    const { person, key } = payload
    if (typeof person === 'string' && typeof key === 'string')
      this.#devices.set(aggregate.id, { person, key })
  }
}

function readLine(line: string): CustodyLine | undefined {
  try {
    return custodyLine.safeParse(JSON.parse(line)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function readCommand(text: string): CommandBody | undefined {
  try {
    return parseCommandText(text)
  } catch {
    // Whatever the parser complains about, the command cannot be read.
    return undefined
  }
}

function readEvents(text: string): readonly { readonly id: string }[] | undefined {
  try {
    return entryEvents.parse(JSON.parse(text)).events
  } catch {
    // Whatever the parser complains about, the events cannot be read.
    return undefined
  }
}
