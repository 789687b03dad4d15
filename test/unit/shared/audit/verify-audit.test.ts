import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeEd25519 } from '../../../../backbone/node-identity.ts'
import type { CongsoNode } from '../../../../backbone/node.ts'
import { auditLog } from '../../../../backbone/workspace/audit.ts'
import type { AuditReport } from '../../../../shared/audit/audit-report.ts'
import { verifyAudit } from '../../../../shared/audit/verify-audit.ts'
import { canonicalJson, type Json } from '../../../../shared/kernel/canonical-json.ts'
import type { AuditLine } from '../../../../shared/protocol/audit.ts'
import { profileSettings } from '../../../../shared/domain/configuration/settings.ts'
import { localDateOf } from '../../../../shared/kernel/instant.ts'
import { issueDocument } from '../../../builders/issue-document.ts'
import { documentFieldsOf, textUpdate } from '../../../builders/a-document.ts'
import { aDesk, aNode, anAgency } from '../../../builders/backbone.ts'

let node: CongsoNode
let lines: AuditLine[]

beforeAll(async () => {
  node = await aNode([anAgency('a')])
  const workspace = await node.workspace('a')
  const desk = await aDesk(node, 'a', 'drafter')
  const ref = { kind: 'document', id: 'd1' } as const
  await workspace.submit([
    desk.signed(ref, 'document.create', { kind: 'cong-van', fields: documentFieldsOf() }),
    desk.signed(ref, 'document.editText', { update: textUpdate('Nội dung') }),
    desk.signed(ref, 'document.setRoute', { route: { reviewer: 'a-unit-head', signer: 'a-leader' } }),
  ])
  lines = await linesFor(undefined)
})
afterAll(() => node.close())

async function linesFor(person: string | undefined): Promise<AuditLine[]> {
  const all: AuditLine[] = []
  for await (const line of auditLog(node.engine, node.identity, await node.workspace('a'), person))
    all.push(line)
  return all
}
async function verify(some: readonly AuditLine[], nodeKey?: string): Promise<AuditReport> {
  const texts = async function* () {
    for (const line of some) yield await Promise.resolve(JSON.stringify(line))
  }
  return verifyAudit(texts(), { verifier: nodeEd25519, ...(nodeKey === undefined ? {} : { nodeKey }) })
}
const rulesOf = (report: AuditReport) => [...new Set(report.problems.map((one) => one.rule))]
const changed = (
  seq: number,
  change: (entry: Extract<AuditLine, { item: 'entry' }>['entry']) => object,
): AuditLine[] =>
  lines.map((line) =>
    line.item === 'entry' && line.entry.seq === seq
      ? { ...line, entry: { ...line.entry, ...change(line.entry) } }
      : line,
  )

it('decides again the settings of an agency and what was checked for form by its flow', async () => {
  const plan = anAgency('b')
  const posts = plan.posts.map((post) =>
    post.id === 'b-clerk' ? { ...post, roles: [...post.roles, 'form-checker' as const] } : post,
  )
  const office = await aNode([{ ...plan, posts }])
  const workspace = await office.workspace('b')
  const flow = { id: 'f', kinds: [], units: [], checker: 'b-clerk', signer: null }
  const about = { kind: 'configuration', id: 'agency' } as const
  const from = localDateOf(new Date().toISOString())
  const settings = { ...profileSettings, flows: [flow] }
  await workspace.act([
    { aggregate: about, type: 'configuration.draft', payload: { basedOn: 0, settings } },
    { aggregate: about, type: 'configuration.publish', payload: { draft: 1, from, reason: 'Quy chế' } },
  ])
  const fields = { addressees: ['Sở Thí Điểm'] }
  await issueDocument(office, 'b', [{ code: 'T90.01', name: 'Sở Thí Điểm' }], { checker: 'clerk', fields })
  await office.settled()
  const all: AuditLine[] = []
  for await (const line of auditLog(office.engine, office.identity, workspace, undefined)) all.push(line)
  await office.close()
  const report = await verify(all)
  expect(report).toMatchObject({ verdict: 'valid', problems: [], decidedAgain: report.entries })
  expect(all.some((line) => line.item === 'entry' && line.entry.events.includes('formChecked'))).toBe(true)
})

describe('audit', () => {
  it('finds nothing wrong with a log as the node gives it, and decides all of it again', async () => {
    const report = await verify(lines)
    expect(report).toMatchObject({ verdict: 'valid', workspace: 'a', hidden: 0, heads: 1, problems: [] })
    expect(report.decidedAgain).toBe(report.entries)
    expect(report.entries).toBe(lines.length - 2)
  })

  it('shows an administrator the directory and only the leaves of everything else', async () => {
    const seen = await linesFor('a-p-administrator')
    expect(JSON.stringify(seen)).not.toContain('rà soát biên chế')
    const report = await verify(seen)
    expect(report).toMatchObject({ verdict: 'valid', hidden: 3 })
  })

  it('names what was tampered with', async () => {
    const last = (lines.at(-2) as { entry: { seq: number } }).entry.seq
    const withoutOne = lines.filter((line) => !(line.item === 'entry' && line.entry.seq === 3))
    expect(rulesOf(await verify(withoutOne))).toContain('seq-gap')
    const reworded = changed(last, ({ command }) => ({
      command: { ...command, text: command.text.replace('a-leader', 'a-clerk') },
    }))
    expect(rulesOf(await verify(reworded))).toEqual(['signature-wrong', 'events-differ', 'root-differs'])
    const forged = changed(last, ({ events }) => {
      const parsed = JSON.parse(events) as { salt: string; events: { route: object }[] }
      parsed.events[0]!.route = { reviewer: 'a-clerk', signer: 'a-leader' }
      return { events: canonicalJson(parsed as unknown as Json) }
    })
    expect(rulesOf(await verify(forged))).toEqual(['events-differ', 'root-differs'])
    expect(rulesOf(await verify(changed(last, () => ({ events: '{}' }))))).toContain('events-unreadable')
    expect(
      rulesOf(await verify(changed(last, () => ({ serverTime: '2000-01-01T00:00:00.000Z' })))),
    ).toContain('time-back')
    expect(rulesOf(await verify(lines.slice(0, -1)))).toEqual(['head-missing'])
    expect(rulesOf(await verify(lines.slice(1)))).toContain('log-line-missing')
    expect(rulesOf(await verify(lines, 'AAAA'))).toEqual(['node-key-differs'])
    const twice = [...lines.slice(0, -1), lines.at(-2)!, lines.at(-1)!]
    expect(rulesOf(await verify(twice))).toEqual(expect.arrayContaining(['seq-gap', 'command-id-again']))
  })

  it('survives lines that are no lines', async () => {
    const broken = async function* () {
      for (const line of ['x', '{}', '[]', '{"item":"log"}', '{"item":"entry"}'])
        yield await Promise.resolve(line)
    }
    const report = await verifyAudit(broken(), { verifier: nodeEd25519 })
    expect(rulesOf(report)).toEqual(['line-unreadable', 'head-missing'])
    const noBytes = changed(1, ({ command }) => ({ command: { ...command, signature: '***' } }))
    expect(rulesOf(await verify(noBytes))).toContain('line-unreadable')
  })
})
