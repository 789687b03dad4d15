import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFeed } from '../../../../backbone/workspace/feed.ts'
import { principalsOf, isMeant } from '../../../../backbone/workspace/audience.ts'
import type { Post } from '../../../../shared/domain/directory/directory.ts'
import type { Role } from '../../../../shared/domain/decision.ts'
import { fromBase64, toBase64 } from '../../../../shared/kernel/bytes.ts'
import { leafContent } from '../../../../shared/log/entry.ts'
import {
  appendLeaf,
  emptyFrontier,
  leafHash,
  rootOf,
  verifyInclusion,
  type Frontier,
} from '../../../../shared/log/merkle.ts'
import { treeHeadText } from '../../../../shared/log/tree-head.ts'
import { feedItem } from '../../../../shared/protocol/feed.ts'
import { nodeEd25519 } from '../../../../backbone/node-identity.ts'
import type { CongsoNode } from '../../../../backbone/node.ts'
import type { NodeAct, Workspace } from '../../../../backbone/workspace/workspace.ts'
import { documentFieldsOf } from '../../../builders/a-document.ts'
import { aDesk, aNode, anAgency, type TestDesk } from '../../../builders/backbone.ts'
import type { AggregateRef } from '../../../../shared/log/command.ts'

const AGENCY = 'a'
const READERS = ['a-p-drafter', 'a-p-unit-head', 'a-p-leader', 'a-p-clerk', 'nobody', 'newcomer']

/** A reader as a desk is one: appends every leaf, checks every head and proof, holds what it was given. */
class Reader {
  readonly person: string
  readonly held = new Map<string, Set<number>>()
  readonly received: { aggregate: string; seq: number }[] = []
  cursor = 0
  #frontier: Frontier = emptyFrontier

  constructor(person: string) {
    this.person = person
  }

  async catchUp(node: CongsoNode, limit: number, pages = Infinity): Promise<void> {
    const workspace = await node.workspace(AGENCY)
    for (let page = 0; page < pages && this.cursor < workspace.head().seq; page++) {
      for await (const raw of readFeed(node, workspace, { person: this.person, after: this.cursor, limit })) {
        const item = feedItem.parse(raw)
        switch (item.item) {
          case 'entry':
            expect(item.entry.seq).toBe(this.cursor + 1)
            this.#cover(leafHash(leafContent(item.entry)))
            this.#hold(item.entry.command.text, item.entry.seq)
            break
          case 'skip': {
            expect(item.from).toBe(this.cursor + 1)
            const leaves = fromBase64(item.leaves)
            expect(leaves.length).toBe((item.to - item.from + 1) * 32)
            for (let at = 0; at < leaves.length; at += 32) this.#cover(leaves.slice(at, at + 32))
            break
          }
          case 'granted': {
            if (item.leaf !== null) this.#cover(fromBase64(item.leaf))
            expect(item.seq).toBe(this.cursor)
            this.held.set(`${item.aggregate.kind}/${item.aggregate.id}`, new Set())
            for (const { entry, size, path } of item.history) {
              expect(size).toBe(item.seq)
              const proof = path.map(fromBase64)
              expect(
                verifyInclusion(
                  leafHash(leafContent(entry)),
                  entry.seq - 1,
                  size,
                  proof,
                  rootOf(this.#frontier),
                ),
              ).toBe(true)
              this.#hold(entry.command.text, entry.seq)
            }
            break
          }
          case 'withdrawn':
            if (item.leaf !== null) this.#cover(fromBase64(item.leaf))
            expect(item.seq).toBe(this.cursor)
            this.held.delete(`${item.aggregate.kind}/${item.aggregate.id}`)
            break
          case 'head': {
            expect(item.head.size).toBe(this.cursor)
            expect(item.head.root).toBe(toBase64(rootOf(this.#frontier)))
            const text = new TextEncoder().encode(treeHeadText(item.head))
            expect(
              await nodeEd25519.verify(node.identity.publicKey, text, fromBase64(item.head.signature)),
            ).toBe(true)
          }
        }
      }
    }
  }

  #cover(leaf: Uint8Array): void {
    this.#frontier = appendLeaf(this.#frontier, leaf)
    this.cursor++
  }

  #hold(text: string, seq: number): void {
    const { aggregate } = JSON.parse(text) as { aggregate: { kind: string; id: string } }
    const key = `${aggregate.kind}/${aggregate.id}`
    const entries = this.held.get(key) ?? new Set()
    // Nothing may come for an aggregate whose beginning is not here.
    if (entries.size === 0) expect(firstSeq.get(key) ?? seq).toBe(seq)
    firstSeq.set(key, Math.min(firstSeq.get(key) ?? seq, seq))
    this.held.set(key, entries.add(seq))
    this.received.push({ aggregate: key, seq })
  }
}

let firstSeq = new Map<string, number>()

async function aDraft(workspace: Workspace, drafter: TestDesk, id: string): Promise<AggregateRef> {
  const ref: AggregateRef = { kind: 'document', id }
  await workspace.submit([
    drafter.signed(ref, 'document.create', { kind: 'cong-van', fields: documentFieldsOf() }),
    drafter.signed(ref, 'document.editText', { update: 'AAA=' }),
    drafter.signed(ref, 'document.setRoute', { route: { reviewer: 'a-unit-head', signer: 'a-leader' } }),
    drafter.signed(ref, 'document.setRecipients', { recipients: [{ code: 'T90.02', name: '' }] }),
  ])
  return ref
}

const task = (id: string, assignee: string): NodeAct => ({
  aggregate: { kind: 'task', id },
  type: 'task.assign',
  payload: {
    letter: 'x',
    subject: '',
    assignee,
    role: 'lead',
    givenBy: 'a-leader',
    text: '',
    deadline: null,
  },
})
const letter = (id: string): NodeAct => ({
  aggregate: { kind: 'letter', id },
  type: 'letter.receive',
  payload: { content: letterContent, files: [] },
})
const letterContent = {
  from: { code: 'X', name: 'X' },
  to: 'Y',
  documentId: 'd',
  number: '1',
  symbol: 's',
  issuedOn: null,
  typeName: '',
  subject: '',
  summary: '',
  signer: { authority: '', title: '', name: '' },
  dueDate: null,
  urgency: 'normal',
  pages: null,
  receivers: [],
  answers: [],
  deviations: [],
}
const appoint = (id: string, person: string, roles: readonly Role[]): NodeAct => ({
  aggregate: { kind: 'post', id },
  type: 'post.appoint',
  payload: { person, name: person, title: '', unit: 'a-unit', roles: [...roles], certificate: null },
})

type Step =
  | { kind: 'task'; assignee: string }
  | { kind: 'letter' }
  | { kind: 'document' }
  | { kind: 'move'; document: number; by: 'drafter' | 'unit-head'; act: (typeof MOVES)[number] }
  | { kind: 'appoint'; post: string; person: string; roles: Role[] }
  | { kind: 'read'; reader: number; limit: number }

/** Acts that change who may see a document, as far as its state allows them. */
const MOVES = ['document.submit', 'document.return', 'document.initial', 'document.editText'] as const

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('task' as const),
        assignee: fc.constantFrom('a-drafter', 'a-leader', 'p1', 'p2'),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('letter' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('document' as const) }) },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('move' as const),
        document: fc.nat(3),
        by: fc.constantFrom('drafter' as const, 'unit-head' as const),
        act: fc.constantFrom(...MOVES),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('appoint' as const),
        post: fc.constantFrom('p1', 'p2', 'a-clerk', 'a-drafter'),
        person: fc.constantFrom(...READERS, ''),
        roles: fc.subarray<Role>(['clerk', 'leader', 'drafter']),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('read' as const),
        reader: fc.nat(READERS.length - 1),
        limit: fc.integer({ min: 1, max: 4 }),
      }),
    },
  ),
  { maxLength: 40 },
)

describe('feed', () => {
  it('covers every seq once, proves every head and grant, and shows each reader exactly what they may see', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 7 }), async (plan, limit) => {
        firstSeq = new Map()
        const node = await aNode([anAgency(AGENCY)])
        const workspace = await node.workspace(AGENCY)
        const readers = READERS.map((person) => new Reader(person))
        const letters: string[] = []
        const documents: AggregateRef[] = []
        const drafter = await aDesk(node, AGENCY, 'drafter')
        const head = await aDesk(node, AGENCY, 'unit-head')
        const pdf = await node.blobs.keep(AGENCY, [Uint8Array.of(1)], 'application/pdf')
        const payloads = {
          'document.submit': { note: '' },
          'document.return': { reason: 'x' },
          'document.initial': { pdf, level: 'B-B' },
          'document.editText': { update: 'AAA=' },
        }
        for (const [index, step] of plan.entries()) {
          if (step.kind === 'task') await workspace.act([task(`t${index}`, step.assignee)])
          else if (step.kind === 'letter') {
            letters.push(`l${index}`)
            await workspace.act([letter(`l${index}`)])
          } else if (step.kind === 'appoint')
            await workspace.act([appoint(step.post, step.person, step.roles)])
          else if (step.kind === 'document') documents.push(await aDraft(workspace, drafter, `d${index}`))
          else if (step.kind === 'move') {
            const ref = documents[step.document % Math.max(1, documents.length)]
            const desk = step.by === 'drafter' ? drafter : head
            if (ref !== undefined) await workspace.submit([desk.signed(ref, step.act, payloads[step.act])])
          } else await readers[step.reader]!.catchUp(node, step.limit, 1)
        }
        // The node writes down what it finds of a signed file a moment after the act.
        await node.settled()
        const posts: Post[] = []
        for (const ref of await node.engine.aggregates(AGENCY, 'post'))
          posts.push((await workspace.state(ref)) as Post)
        const headSeq = workspace.head().seq
        for (const reader of readers) {
          await reader.catchUp(node, limit)
          expect(reader.cursor).toBe(headSeq)
          const principals = principalsOf(reader.person, posts)
          for (const { aggregate, audience } of await node.engine.audiencesAt(AGENCY, headSeq)) {
            const key = `${aggregate.kind}/${aggregate.id}`
            const all = (await node.engine.history(AGENCY, aggregate, 0, headSeq)).map((one) => one.entry.seq)
            const visible = isMeant(principals, workspace.audience(audience))
            expect([...(reader.held.get(key) ?? [])].sort((a, b) => a - b)).toEqual(visible ? all : [])
          }
        }
        // One who reads everything only now is sent nothing that is not theirs at this moment.
        for (const person of READERS) {
          const late = new Reader(person)
          await late.catchUp(node, limit)
          const principals = principalsOf(person, posts)
          const audiences = new Map(
            (await node.engine.audiencesAt(AGENCY, headSeq)).map((one) => [
              `${one.aggregate.kind}/${one.aggregate.id}`,
              one.audience,
            ]),
          )
          for (const { aggregate } of late.received)
            expect(isMeant(principals, workspace.audience(audiences.get(aggregate)!))).toBe(true)
        }
        await node.close()
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('shows an erased body to nobody and keeps every head provable', async () => {
    firstSeq = new Map()
    const node = await aNode([anAgency(AGENCY)])
    const workspace = await node.workspace(AGENCY)
    await workspace.act([letter('l1'), letter('l2')])
    const ref = { kind: 'letter', id: 'l1' } as const
    expect(await workspace.erase(ref)).toEqual([])
    expect(await workspace.state(ref)).toBeDefined()
    const by = { person: 'leader', post: 'leader' }
    const payload = { basis: { kind: 'disposal', id: 'd' }, by }
    await workspace.act([{ aggregate: ref, type: 'letter.erase', payload }])
    await workspace.erase(ref)
    expect(await workspace.state(ref)).toBeUndefined()
    const [again] = await workspace.act([letter('l1')])
    expect(again).toMatchObject({ outcome: 'refused', rule: 'erased-by-law' })
    const reader = new Reader('a-p-clerk')
    await reader.catchUp(node, 100)
    // Of the erased one only the event that says so.
    expect(reader.held.get('letter/l1')?.size).toBe(1)
    expect(reader.held.get('letter/l2')?.size).toBe(1)
    await node.close()
  })
})
