import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeEd25519 } from '../../../backbone/node-identity.ts'
import type { CongsoNode } from '../../../backbone/node.ts'
import { custodyOf } from '../../../backbone/workspace/custody.ts'
import { verifyCustody } from '../../../shared/audit/verify-custody.ts'
import type { BlobRef } from '../../../shared/domain/blob-ref.ts'
import { toBase64 } from '../../../shared/kernel/bytes.ts'
import { accessText, parseAccessText, type SignedAccess } from '../../../shared/log/access.ts'
import { accessesTaken, accessLog, type AccessLog } from '../../../shared/protocol/accesses.ts'
import { documentFieldsOf } from '../../builders/a-document.ts'
import { anAccess, signedAccess } from '../../builders/an-access.ts'
import { anIncomingLetter } from '../../builders/an-incoming-letter.ts'
import { aDesk, aDevice, anAgency, aNode, type TestDesk } from '../../builders/backbone.ts'

const CLERK = 'a-p-clerk'
const LEADER = 'a-p-leader'
let node: CongsoNode
let origin: string
let clerk: TestDesk
let leader: TestDesk
/** The file of letter `l1`. */
let file: string
let blobOfLetter: BlobRef

beforeEach(async () => {
  node = await aNode([anAgency('a')])
  origin = `http://127.0.0.1:${(await node.listen()).port}`
  clerk = await aDesk(node, 'a', 'clerk')
  leader = await aDesk(node, 'a', 'leader')
  const blob = await node.blobs.keep('a', [new TextEncoder().encode('one')], 'application/pdf')
  file = blob.sha256
  blobOfLetter = blob
  const letter = { name: 'one.pdf', declaredType: '', file: blob, verdict: null }
  const workspace = await node.workspace('a')
  await workspace.act([anIncomingLetter('l1', { number: '1' }, [letter])])
})
afterEach(() => node.close())

const bearer = (person: string) => ({ authorization: `Bearer ${node.sessions.open(person)}` })

async function send(person: string, records: readonly SignedAccess[]) {
  const answer = await fetch(`${origin}/v1/accesses`, {
    method: 'POST',
    headers: { ...bearer(person), 'content-type': 'application/json' },
    body: JSON.stringify({ workspace: 'a', records }),
  })
  return accessesTaken.parse(await answer.json()).outcomes
}
const ask = (person: string, kind = 'letter', id = 'l1') =>
  fetch(`${origin}/v1/accesses?workspace=a&kind=${kind}&id=${id}`, { headers: bearer(person) })
const logFor = async (person: string, kind?: string, id?: string): Promise<AccessLog> =>
  accessLog.parse(await (await ask(person, kind, id)).json())
async function told(person = CLERK, kind?: string, id?: string): Promise<string[]> {
  const log = await logFor(person, kind, id)
  if (log.answer === 'refused') throw new Error(log.rule)
  return log.accesses.map(({ number, record }) => {
    const body = parseAccessText(record.text)
    return `${number} ${body.person} ${body.access}`
  })
}

describe('access log of a letter', () => {
  it('tells in order who opened and saved its files, each record once however often it is delivered', async () => {
    const opened = signedAccess(clerk.device, anAccess(CLERK, { subject: { file } }))
    const saved = signedAccess(leader.device, anAccess(LEADER, { subject: { file }, access: 'saved' }))
    expect(await send(CLERK, [opened, opened])).toEqual([
      { outcome: 'kept', again: false },
      { outcome: 'kept', again: true },
    ])
    expect(await send(LEADER, [saved])).toEqual([{ outcome: 'kept', again: false }])
    expect(await send(CLERK, [opened])).toEqual([{ outcome: 'kept', again: true }])
    expect(await told()).toEqual(['1 a-p-clerk opened', '2 a-p-leader saved'])
  })

  it('holds what came before the file was named, and nothing of other files', async () => {
    const later = await node.blobs.keep('a', [new TextEncoder().encode('two')], 'application/pdf')
    const early = anAccess(CLERK, { subject: { file: later.sha256 } })
    const other = anAccess(CLERK, { subject: { file: 'f'.repeat(64) } })
    const one = anAccess(CLERK, { subject: { file } })
    await send(
      CLERK,
      [early, other, one].map((body) => signedAccess(clerk.device, body)),
    )
    expect(await told()).toEqual(['1 a-p-clerk opened'])
    const letter = { name: 'two.pdf', declaredType: '', file: later, verdict: null }
    await (await node.workspace('a')).act([anIncomingLetter('l2', { number: '2' }, [letter])])
    const log = await logFor(CLERK, 'letter', 'l2')
    expect(log.answer === 'log' && log.accesses.map(({ record }) => parseAccessText(record.text).id)).toEqual(
      [early.id],
    )
  })

  it('goes with the chain of custody, with the posts and keys of those who accessed it, for whoever may read it', async () => {
    await send(LEADER, [signedAccess(leader.device, anAccess(LEADER, { subject: { file } }))])
    const workspace = await node.workspace('a')
    const chain = await custodyOf(node, workspace, CLERK, { kind: 'letter', id: 'l1' })
    const lines: string[] = []
    for await (const line of chain ?? []) lines.push(JSON.stringify(line))
    expect(await verifyCustody(lines, { verifier: nodeEd25519 })).toMatchObject({
      verdict: 'valid',
      accesses: 1,
    })
    expect(lines.join('')).toContain('Phạm Thử')
  })

  it('is kept from whoever does not answer for the letter, by a rule; from whoever does not see it, whole', async () => {
    const workspace = await node.workspace('a')
    const act = (desk: TestDesk, type: string, payload: object) =>
      workspace.submit([desk.signed({ kind: 'letter', id: 'l1' }, type, { ...payload })])
    await act(clerk, 'letter.accept', { verdictSeen: 'unsigned' })
    const year = new Date().getFullYear()
    const book = { kind: 'book', id: 'in' } as const
    await workspace.submit([
      clerk.signed(book, 'book.open', { name: 'đến', year, direction: 'incoming', startAfter: 0 }),
      clerk.signed(book, 'book.assignNumber', { subject: 'l1' }),
    ])
    await act(clerk, 'letter.takeNumber', { book: 'in' })
    await act(clerk, 'letter.present', { to: 'a-leader' })
    expect((await ask('a-p-drafter')).status).toBe(404)
    await act(leader, 'letter.direct', {
      directive: {
        text: 'Giao Phòng',
        lead: 'a-unit-head',
        cooperating: ['a-drafter'],
        inform: [],
        deadline: '2099-01-04',
      },
    })
    expect(await logFor('a-p-drafter')).toEqual({
      answer: 'refused',
      rule: 'access-log-not-yours',
      facts: {},
    })
    expect((await logFor('a-p-unit-head')).answer).toBe('log')
    expect((await logFor(LEADER)).answer).toBe('log')

    await send(LEADER, [signedAccess(leader.device, anAccess(LEADER, { subject: { file } }))])
    const drafter = await aDesk(node, 'a', 'drafter')
    const draft = { kind: 'document', id: 'd1' } as const
    const own = await node.blobs.keep('a', [new TextEncoder().encode('own')], 'application/pdf')
    const attach = (blob: BlobRef) =>
      drafter.signed(draft, 'document.attach', {
        attachment: { id: randomUUID(), name: 'one.pdf', file: blob },
      })
    const outcomes = await workspace.submit([
      drafter.signed(draft, 'document.create', { kind: 'cong-van', fields: documentFieldsOf() }),
      attach(blobOfLetter),
      attach(own),
    ])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted'])
    const opened = anAccess('a-p-drafter', { subject: { file: own.sha256 } })
    await send('a-p-drafter', [signedAccess(drafter.device, opened)])
    expect(await told('a-p-drafter', 'document', 'd1')).toEqual(['1 a-p-drafter opened'])
    const chain = await custodyOf(node, workspace, 'a-p-drafter', draft)
    const lines: string[] = []
    for await (const line of chain ?? [])
      if (line.item === 'access' || line.item === 'access-head') lines.push(JSON.stringify(line))
    expect(lines).toHaveLength(2)
    expect(lines.join('')).not.toContain(file)
  })

  it('takes nothing that the person did not sign at a device of theirs', async () => {
    const body = anAccess(CLERK, { subject: { file } })
    const good = signedAccess(clerk.device, body)
    const forged = [
      { ...good, text: accessText({ ...body, person: LEADER }) },
      { ...good, text: accessText({ ...body, access: 'saved' }) },
      signedAccess(leader.device, body),
      signedAccess(aDevice(), body),
      signedAccess(clerk.device, { ...body, workspace: 'b' }),
      { ...good, text: 'none' },
    ]
    expect((await send(CLERK, forged)).map((one) => one.outcome === 'rejected' && one.code)).toEqual([
      'wrong-person',
      'bad-signature',
      'unknown-device',
      'unknown-device',
      'wrong-workspace',
      'unreadable',
    ])
    await send(CLERK, [good])
    const second = signedAccess(clerk.device, { ...body, access: 'saved' })
    expect(await send(CLERK, [second])).toEqual([{ outcome: 'rejected', code: 'id-conflict' }])
    expect(await told()).toEqual(['1 a-p-clerk opened'])
  })

  it('takes what somebody accessed who has left since, and of nobody else', async () => {
    const drafter = await aDesk(node, 'a', 'drafter')
    const workspace = await node.workspace('a')
    const payload = { person: CLERK, name: 'Trần', title: '', unit: 'a-unit', roles: [], certificate: null }
    await workspace.act([{ aggregate: { kind: 'post', id: 'a-drafter' }, type: 'post.appoint', payload }])
    expect((await ask('a-p-drafter')).status).toBe(404)
    const access = signedAccess(drafter.device, anAccess('a-p-drafter', { subject: { file } }))
    expect(await send('a-p-drafter', [access])).toEqual([{ outcome: 'kept', again: false }])
    const outsider = signedAccess(aDevice(), anAccess('x', { subject: { file } }))
    expect(await send('x', [outsider])).toEqual([{ outcome: 'rejected', code: 'unknown-device' }])
  })

  it('takes only canonical text, and no signs that hide what a line says', async () => {
    const body = anAccess(CLERK, { subject: { file } })
    const { sign } = clerk.device
    const hidden = sign(accessText({ ...body, computer: 'A\u202eB' }))
    const twice = sign(accessText(body).replace('"person"', '"person":"x","person"'))
    expect(await send(CLERK, [hidden, twice])).toEqual([
      { outcome: 'rejected', code: 'unreadable' },
      { outcome: 'rejected', code: 'unreadable' },
    ])
  })

  it('takes what a device signed that has lapsed since', async () => {
    const workspace = await node.workspace('a')
    const device = aDevice()
    const until = new Date(Date.now() - 1000).toISOString()
    const payload = { person: CLERK, key: toBase64(device.publicKey), until }
    await workspace.act([{ aggregate: { kind: 'device', id: device.key }, type: 'device.enrol', payload }])
    const access = signedAccess(device, anAccess(CLERK, { subject: { file } }))
    expect(await send(CLERK, [access])).toEqual([{ outcome: 'kept', again: false }])
  })

  it('outlives the letter: whoever saved a copy is known when it is recalled', async () => {
    await send(LEADER, [
      signedAccess(leader.device, anAccess(LEADER, { subject: { file }, access: 'saved' })),
    ])
    const workspace = await node.workspace('a')
    const by = { person: CLERK, post: 'a-clerk' }
    const basis = { kind: 'recall', id: 'r1' }
    await workspace.act([
      { aggregate: { kind: 'letter', id: 'l1' }, type: 'letter.erase', payload: { basis, by } },
    ])
    await node.settled()
    expect(await node.engine.blobs.blob('a', file)).toBeUndefined()
    expect(await told()).toEqual(['1 a-p-leader saved'])
  })
})
