import { afterEach, expect, test } from 'vitest'
import { nodeEd25519 } from '../../../backbone/node-identity.ts'
import { auditLog } from '../../../backbone/workspace/audit.ts'
import { verifyAudit } from '../../../shared/audit/verify-audit.ts'
import type { Role } from '../../../shared/domain/decision.ts'
import { callDetailsOf } from '../../builders/a-meeting.ts'
import { expectSettled, must, refusalOf, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice } from '../../builders/sync-office.ts'

const SECRET = 'Không tin số liệu trang này'
const QUOTE = 'dự toán đã rà soát'
const NOTE = '0190a0a0-0000-7000-8000-000000000001'
const others: readonly Role[] = ['drafter', 'unit-head', 'clerk', 'administrator']

let office: SyncOffice
afterEach(() => office.close())

const about = {
  ...{ kind: 'page', item: 'i1', paper: 'p1', file: 'a'.repeat(64), page: 2 },
  passage: { quote: QUOTE, before: '', after: '' },
} as const

async function withNote() {
  office = await SyncOffice.open()
  const secretary = await office.desk('drafter')
  const leader = await office.desk('leader')
  const members = [`${OFFICE}-leader`, `${OFFICE}-unit-head`, `${OFFICE}-clerk`, `${OFFICE}-administrator`]
  const details = callDetailsOf({
    chair: `${OFFICE}-unit-head`,
    members: members.map((post) => ({ post, part: 'member' as const })),
  })
  await syncAll(secretary)
  await must(secretary, 'meeting', 'm1', 'meeting.draft', { ...details })
  await must(secretary, 'meeting', 'm1', 'meeting.call', { shortNotice: 'Việc gấp' })
  await syncAll(secretary, leader)
  leader.weather = 'down'
  await must(leader, 'note', NOTE, 'note.write', { meeting: 'm1', about, text: SECRET })
  expect(await leader.desk.readers.office.meetings.notesOn('m1')).toMatchObject([
    { text: SECRET, pending: true },
  ])
  leader.weather = 'up'
  await syncAll(leader)
  await office.node.settled()
  return { secretary, leader }
}

test('a note written without a network is on every desk of its owner, and on no desk of anybody else', async () => {
  const { secretary, leader } = await withNote()
  await expectSettled(leader)
  const second = await office.desk('leader')
  await syncAll(second)
  expect(await second.desk.readers.office.meetings.notesOn('m1')).toMatchObject([
    { text: SECRET, about, pending: false },
  ])

  for (const role of others) {
    const feed = JSON.stringify(await office.feedOf(`${OFFICE}-p-${role}`, 0, 5000))
    expect(feed).toContain('m1')
    expect(feed).not.toMatch(new RegExp(`${SECRET}|${QUOTE}|${NOTE}`))
  }
  const desk = await office.desk('clerk')
  await syncAll(desk, secretary)
  for (const one of [desk, secretary]) {
    expect(await one.desk.readers.office.meetings.notesOn('m1')).toEqual([])
    expect(await one.desk.readers.office.seen('note', NOTE)).toBeNull()
  }
})

test('whoever knows its id can neither read, change nor remove it', async () => {
  const { leader } = await withNote()
  const clerk = await office.desk('clerk')
  await syncAll(clerk)
  const blind = await refusalOf(clerk, 'note', NOTE, 'note.reword', { text: 'khác' })
  expect(blind.rule).toBe('unknown-object')
  // A tampered desk sends what its own rules would refuse.
  await must(clerk, 'note', NOTE, 'note.write', { meeting: 'm1', about: { kind: 'meeting' }, text: 'đè' })
  await syncAll(clerk, leader)
  expect(await leader.desk.readers.office.meetings.notesOn('m1')).toMatchObject([{ text: SECRET }])
  expect(JSON.stringify(await office.feedOf(clerk.person, 0, 5000))).not.toMatch(new RegExp(SECRET))
})

test('no export of the log says more of it than that it is there, and the log is still proven to its end', async () => {
  const { secretary } = await withNote()
  await must(secretary, 'meeting', 'm1', 'meeting.cancel', { reason: 'Hoãn' })
  await syncAll(secretary)
  for (const person of [undefined, `${OFFICE}-p-administrator`, `${OFFICE}-p-leader`]) {
    const lines: string[] = []
    const { engine, identity } = office.node
    for await (const line of auditLog(engine, identity, office.workspace, person))
      lines.push(JSON.stringify(line))
    expect(lines.join('\n')).not.toMatch(new RegExp(`${SECRET}|${QUOTE}|${NOTE}`))
    expect(lines.filter((line) => line.includes('"private"'))).toHaveLength(1)
    async function* all() {
      for (const line of lines) yield await Promise.resolve(line)
    }
    const report = await verifyAudit(all(), { verifier: nodeEd25519 })
    expect(report).toMatchObject({ verdict: 'valid', problems: [] })
    if (person === undefined) expect(report).toMatchObject({ hidden: 1, decidedAgain: report.entries - 1 })
  }
})

test('it stays with its person: who takes over the post does not get it, and it goes with who leaves', async () => {
  const { leader } = await withNote()
  const appoint = (person: string) =>
    office.workspace.act([
      {
        aggregate: { kind: 'post', id: `${OFFICE}-leader` },
        type: 'post.appoint',
        payload: {
          ...{ person, name: person, title: 'Phó Giám đốc', unit: `${OFFICE}-unit`, certificate: null },
          roles: ['leader'],
        },
      },
    ])
  await appoint(`${OFFICE}-p-clerk`)
  await syncAll(leader)
  expect(await leader.desk.readers.office.meetings.notesOn('m1')).toEqual([])
  expect(JSON.stringify(await office.feedOf(`${OFFICE}-p-clerk`, 0, 5000))).not.toMatch(new RegExp(SECRET))
})
