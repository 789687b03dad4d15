import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeEd25519 } from '../../../../backbone/node-identity.ts'
import type { CongsoNode } from '../../../../backbone/node.ts'
import { custodyOf } from '../../../../backbone/workspace/custody.ts'
import { verifyCustody, type CustodyReport } from '../../../../shared/audit/verify-custody.ts'
import type { AggregateRef } from '../../../../shared/log/command.ts'
import type { CustodyLine } from '../../../../shared/protocol/custody.ts'
import { documentFieldsOf, textUpdate } from '../../../builders/a-document.ts'
import { aDesk, aNode, anAgency } from '../../../builders/backbone.ts'

const DOCUMENT = { kind: 'document', id: 'd1' } as const
let node: CongsoNode
let lines: readonly CustodyLine[]

beforeAll(async () => {
  node = await aNode([anAgency('a')])
  const workspace = await node.workspace('a')
  const desk = await aDesk(node, 'a', 'drafter')
  const other: AggregateRef = { kind: 'document', id: 'other' }
  const fields = documentFieldsOf()
  await workspace.submit([
    desk.signed(DOCUMENT, 'document.create', { kind: 'cong-van', fields }),
    desk.signed(other, 'document.create', { kind: 'cong-van', fields: { ...fields, subject: 'Việc khác' } }),
    desk.signed(DOCUMENT, 'document.editText', { update: textUpdate('Nội dung') }),
    desk.signed(DOCUMENT, 'document.setRoute', { route: { reviewer: 'a-unit-head', signer: 'a-leader' } }),
  ])
  lines = (await chainFor('a-p-drafter')) ?? []
})
afterAll(() => node.close())

async function chainFor(person: string): Promise<readonly CustodyLine[] | undefined> {
  const chain = await custodyOf(node, await node.workspace('a'), person, DOCUMENT)
  if (chain === undefined) return undefined
  const all: CustodyLine[] = []
  for await (const line of chain) all.push(line)
  return all
}
const verify = (some: readonly CustodyLine[], nodeKey?: string): Promise<CustodyReport> =>
  verifyCustody(
    some.map((line) => JSON.stringify(line)),
    { verifier: nodeEd25519, ...(nodeKey === undefined ? {} : { nodeKey }) },
  )
type Proven = Extract<CustodyLine, { item: 'proven' }>
const isProven = (line: CustodyLine): line is Proven => line.item === 'proven'
const actsOn = (kind: string): readonly Proven[] =>
  lines.filter(isProven).filter((line) => line.entry.command.text.includes(`"kind":"${kind}"`))
const changed = (seq: number, change: (line: Proven) => CustodyLine): readonly CustodyLine[] =>
  lines.map((line) => (isProven(line) && line.entry.seq === seq ? change(line) : line))

describe('chain of custody', () => {
  it('holds the acts on the document, who did them and their keys, and nothing else', () => {
    expect(actsOn('document')).toHaveLength(3)
    expect(actsOn('post')).toHaveLength(1)
    expect(actsOn('device')).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toContain('Việc khác')
  })

  it('is valid as the node gives it', async () => {
    const report = await verify(lines)
    expect(report).toMatchObject({ verdict: 'valid', workspace: 'a', aggregate: DOCUMENT, problems: [] })
    expect(report.size).toBeGreaterThan(report.entries)
  })

  it('is not there for somebody who may not see the document', async () => {
    expect(await chainFor('a-p-clerk')).toBeUndefined()
  })

  it('fails first at the very entry of which one byte differs', async () => {
    for (const { entry } of lines.filter(isProven)) {
      const events = entry.events.replace('salt', 'sals')
      const report = await verify(changed(entry.seq, (line) => ({ ...line, entry: { ...entry, events } })))
      expect(report.verdict).toBe('invalid')
      expect(report.problems[0]?.seq).toBe(entry.seq)
    }
  })

  it('fails when an act is told at another time', async () => {
    const act = actsOn('document')[1]?.entry
    const report = await verify(
      changed(act?.seq ?? 0, (line) => ({
        ...line,
        entry: { ...line.entry, serverTime: '2001-01-01T00:00:00.000Z' },
      })),
    )
    expect(report.problems.map((one) => one.rule)).toContain('root-differs')
  })

  it('fails when the key of who acted is not certified in it', async () => {
    const report = await verify(
      lines.filter((line) => !(isProven(line) && line.entry.command.text.includes('"kind":"device"'))),
    )
    expect(report.problems.map((one) => one.rule)).toContain('key-unknown')
  })

  it('fails when another node made it than the one expected', async () => {
    const report = await verify(lines, Buffer.alloc(32, 1).toString('base64'))
    expect(report.problems.map((one) => one.rule)).toContain('node-key-differs')
  })

  it('fails without its head, its first line, or with a line that is none', async () => {
    expect((await verify(lines.slice(0, -1))).problems.map((one) => one.rule)).toContain('head-missing')
    expect((await verify(lines.slice(1))).problems.map((one) => one.rule)).toContain('log-line-missing')
    const junk = await verifyCustody(['junk', ...lines.map((line) => JSON.stringify(line))], {
      verifier: nodeEd25519,
    })
    expect(junk.problems[0]).toEqual({ seq: 0, rule: 'line-unreadable' })
  })
})
