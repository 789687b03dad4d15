import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64, toHex } from '../kernel/bytes.ts'
import { deviceKeyId } from '../log/device-key.ts'
import type { Ed25519Verifier } from '../log/ed25519.port.ts'
import { leafContent, type Entry } from '../log/entry.ts'
import { appendLeaf, emptyFrontier, leafHash, rootOf, type Frontier } from '../log/merkle.ts'
import { treeHeadText, type TreeHead } from '../log/tree-head.ts'
import { auditLine, type AuditLine } from '../protocol/audit.ts'
import type { AuditProblem, AuditReport, AuditRule } from './audit-report.ts'
import { Replay } from './replay.ts'

/** How a log is judged. `nodeKey` (raw, base64): the node one expects; without it the log's own word is taken. */
export interface AuditOptions {
  readonly verifier: Ed25519Verifier
  readonly nodeKey?: string
}

const PROBLEMS_SHOWN = 100

/**
 * Recomputes a whole log from its lines: order, leaf hashes, roots, heads, signatures of commands, event ids, and, deciding every command
 * again, the events themselves. Never throws for what the lines contain.
 */
export async function verifyAudit(lines: AsyncIterable<string>, options: AuditOptions): Promise<AuditReport> {
  const audit = new Audit(options)
  for await (const line of lines) if (line.trim() !== '') await audit.take(line)
  return audit.report()
}

class Audit {
  readonly #options: AuditOptions
  readonly #problems: AuditProblem[] = []
  #workspace = ''
  #nodeKey: Uint8Array = new Uint8Array()
  #replay: Replay | undefined
  #frontier: Frontier = emptyFrontier
  #last: { readonly epoch: number; readonly serverTime: string } = { epoch: 1, serverTime: '' }
  #hidden = 0
  #decidedAgain = 0
  #heads = 0
  #isBroken = false

  constructor(options: AuditOptions) {
    this.#options = options
  }

  async take(line: string): Promise<void> {
    const parsed = readLine(line)
    if (parsed === undefined) {
      this.#wrong('line-unreadable')
      return
    }
    if (this.#replay === undefined) {
      if (parsed.item === 'log') this.#begin(parsed)
      else this.#wrong('log-line-missing')
      return
    }
    try {
      await this.#takeKnown(parsed, this.#replay)
    } catch (error) {
      // Bytes that are none, or events that no state allows.
      if (!(error instanceof RangeError)) throw error
      this.#wrong('line-unreadable')
      this.#replay.hide()
    }
  }

  async #takeKnown(parsed: AuditLine, replay: Replay): Promise<void> {
    switch (parsed.item) {
      case 'log': {
        this.#wrong('line-unreadable')
        return
      }
      case 'entry':
        return this.#entry(parsed.entry, replay)
      case 'leaf':
        this.#inOrder(parsed.seq)
        this.#frontier = appendLeaf(this.#frontier, fromBase64(parsed.leaf))
        this.#hidden++
        {
          replay.hide()
          return
        }
      // If it were anything else, what follows from it could not be decided again.
      case 'private': {
        this.#inOrder(parsed.seq)
        this.#frontier = appendLeaf(this.#frontier, fromBase64(parsed.leaf))
        this.#hidden++
        return
      }
      case 'head':
        return this.#head(parsed.head)
    }
  }

  report(): AuditReport {
    if (this.#heads === 0) this.#wrong('head-missing')
    return {
      verdict: this.#isBroken ? 'invalid' : 'valid',
      workspace: this.#workspace,
      nodeKey: toBase64(this.#nodeKey),
      entries: this.#frontier.size,
      hidden: this.#hidden,
      decidedAgain: this.#decidedAgain,
      heads: this.#heads,
      root: toHex(rootOf(this.#frontier)),
      problems: this.#problems,
    }
  }

  #begin({ workspace, nodeKey }: Extract<AuditLine, { item: 'log' }>): void {
    this.#workspace = workspace
    this.#nodeKey = fromBase64(nodeKey)
    if (this.#options.nodeKey !== undefined && this.#options.nodeKey !== nodeKey)
      this.#wrong('node-key-differs')
    this.#replay = new Replay({ workspace, nodeKey: this.#nodeKey, verifier: this.#options.verifier })
  }

  async #entry(entry: Entry, replay: Replay): Promise<void> {
    this.#inOrder(entry.seq)
    if (entry.epoch < this.#last.epoch) this.#wrong('epoch-back')
    if (entry.serverTime < this.#last.serverTime) this.#wrong('time-back')
    this.#last = entry
    this.#frontier = appendLeaf(this.#frontier, leafHash(leafContent(entry)))
    const { rules, isDecided } = await replay.check(entry)
    if (isDecided) this.#decidedAgain++
    for (const rule of rules) this.#wrong(rule)
  }

  async #head(head: TreeHead): Promise<void> {
    this.#heads++
    if (head.workspace !== this.#workspace) this.#wrong('workspace-differs')
    if (head.size !== this.#frontier.size || head.root !== toBase64(rootOf(this.#frontier)))
      this.#wrong('root-differs')
    const { verifier } = this.#options
    const isSigned =
      head.key === deviceKeyId(this.#nodeKey) &&
      (await verifier.verify(this.#nodeKey, utf8ToBytes(treeHeadText(head)), fromBase64(head.signature)))
    if (!isSigned) this.#wrong('head-signature-wrong')
  }

  #inOrder(seq: number): void {
    if (seq !== this.#frontier.size + 1) this.#wrong('seq-gap')
  }

  #wrong(rule: AuditRule): void {
    this.#isBroken = true
    if (this.#problems.length < PROBLEMS_SHOWN) this.#problems.push({ seq: this.#frontier.size, rule })
  }
}

function readLine(line: string): AuditLine | undefined {
  try {
    return auditLine.safeParse(JSON.parse(line)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
