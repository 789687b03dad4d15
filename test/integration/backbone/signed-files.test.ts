import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { memoryBlobs } from '../../../backbone/blobs/memory-blobs.ts'
import { openSqliteEngine } from '../../../backbone/engine/sqlite-engine.ts'
import type { ForeignFiles } from '../../../backbone/exchange/foreign-files.port.ts'
import { isolatedForeignFiles } from '../../../backbone/isolation/isolated-foreign-files.ts'
import { newNodeIdentity } from '../../../backbone/node-identity.ts'
import { createNode, type NodeOptions } from '../../../backbone/node.ts'
import { ownFiles } from '../../../backbone/practice/first-day/own-files.ts'
import { submitPatiently } from '../../../backbone/workspace/submit-patiently.ts'
import { practiceStatusSource, practiceTrustSnapshot } from '../../../backbone/practice/practice-trust.ts'
import { documentFieldsOf } from '../../builders/a-document.ts'
import { openedHere } from '../../builders/foreign-files.ts'
import { aNodeKey } from '../../builders/node-key.ts'
import { aSigningWorld, fieldLock, type SigningWorld } from '../../builders/sealed-letter.ts'
import { aForm, drawnNumber, filledField, FORM, signRaw } from '../../builders/signed-pdf.ts'
import { currentBody, rawUpdate } from '../../builders/raw-pdf.ts'
import { SigningOffice } from '../../builders/signing-office.ts'

let world: SigningWorld
let files: Record<'initialled' | 'signed' | 'sealed', Uint8Array>
let scratch: string
let office: SigningOffice

const initials = (base: Uint8Array) => signRaw(base, { field: 'initials', identity: world.drafter })
const leaderSigns = (file: Uint8Array, identity = world.leader) =>
  signRaw(file, {
    field: 'leader',
    identity,
    dictionary: fieldLock('/Action /Exclude /Fields [(number) (date) (seal)]'),
  })
const clerkSeals = (file: Uint8Array, identity = world.seal) =>
  signRaw(file, {
    field: 'seal',
    identity,
    dictionary: fieldLock('/Action /All'),
    objects: { [FORM.number]: filledField('number', '1/SNV', 200), 200: drawnNumber('1/SNV') },
  })

beforeAll(async () => {
  world = await aSigningWorld()
  const initialled = await initials(aForm())
  const signed = await leaderSigns(initialled)
  files = { initialled, signed, sealed: await clerkSeals(signed) }
})
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'congso-test-'))
})
afterEach(async () => {
  await office.node.close()
  await rm(scratch, { recursive: true })
})

async function open(foreign: ForeignFiles, more: Partial<NodeOptions> = {}): Promise<void> {
  office = await SigningOffice.open(world, { foreign, scratch, ...more })
  await office.submitted()
}
async function initialled(): Promise<void> {
  await office.put('unit-head', 'initial', files.initialled)
  await office.node.settled()
}
async function numbered(): Promise<void> {
  await initialled()
  await office.put('leader', 'sign', files.signed)
  await office.node.settled()
  await office.numbered()
}
const dispatches = () => office.node.engine.aggregates('a', 'dispatch')
const tooEarly = { outcome: 'refused', rule: 'signature-unchecked' }

describe('an honest document', { timeout: 120_000 }, () => {
  it('is checked step by step in processes of their own, and nothing goes on before', async () => {
    const foreign = isolatedForeignFiles({
      trust: practiceTrustSnapshot(world.authority),
      statusSource: practiceStatusSource(world.authority),
    })
    await open(foreign)
    await office.put('unit-head', 'initial', files.initialled)
    expect(await office.put('leader', 'sign', files.signed)).toMatchObject(tooEarly)
    await office.node.settled()
    await office.put('leader', 'sign', files.signed)
    await office.numbered()
    expect(await office.put('clerk', 'seal', files.sealed)).toMatchObject(tooEarly)
    await office.node.settled()
    await office.put('clerk', 'seal', files.sealed)
    expect(await office.act('clerk', 'issue')).toMatchObject(tooEarly)
    expect(await dispatches()).toEqual([])
    await office.node.settled()
    expect(await office.act('clerk', 'issue')).toMatchObject({ outcome: 'accepted' })
    const good = { check: { verdict: 'good', trust: 'practice' } }
    expect(await office.state()).toMatchObject({
      status: 'issued',
      initials: good,
      signature: good,
      seal: good,
    })
    await office.node.settled()
    expect(await dispatches()).toHaveLength(1)
  })

  it('sent with all its steps at once, it is issued once each was checked, however patient the node has to be', async () => {
    await open(ownFiles(world.authority))
    await initialled()
    const file = async (bytes: Uint8Array) => ({ pdf: await office.keep(bytes), level: 'B-B' })
    const book = { kind: 'book', id: 'out' } as const
    const later = documentFieldsOf({ ownTitle: 'Phó Giám đốc' })
    const steps = [
      await office.command('leader', 'sign', await file(files.signed)),
      await office.command('clerk', 'assignNumber', { subject: 'd1' }, book),
      await office.command('clerk', 'takeNumber', { book: 'out' }),
      await office.command('clerk', 'seal', await file(files.sealed)),
      await office.command('clerk', 'issue'),
      await office.command(
        'drafter',
        'create',
        { kind: 'cong-van', fields: later },
        { kind: 'document', id: 'd2' },
      ),
    ]
    const workspace = await office.node.workspace('a')
    const outcomes = await submitPatiently(workspace, steps, 60_000)
    expect(outcomes.map((one) => one.outcome)).toEqual(steps.map(() => 'accepted'))
    const seqs = outcomes.map((one) => (one.outcome === 'accepted' ? one.seq : 0))
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    expect((await office.state()).status).toBe('issued')
  })

  it('is told to come again when its patience is over', async () => {
    await open({ ...openedHere, verifyStep: () => new Promise(() => undefined) })
    await office.put('unit-head', 'initial', files.initialled)
    const sign = await office.command('leader', 'sign', {
      pdf: await office.keep(files.signed),
      level: 'B-B',
    })
    expect(await submitPatiently(await office.node.workspace('a'), [sign], 50)).toMatchObject([tooEarly])
    const stuck = office.node
    office = await SigningOffice.open(world, {})
    await stuck.engine.close()
  })

  it('goes on with the word that nobody could check it where the node trusts nobody', async () => {
    await open(openedHere)
    await initialled()
    expect((await office.state()).initials?.check).toMatchObject({ verdict: 'not-checked', trust: '' })
    expect(await office.put('leader', 'sign', files.signed)).toMatchObject({ outcome: 'accepted' })
  })
})

describe('a file that is not what was to be signed', { timeout: 120_000 }, () => {
  beforeEach(() => open(ownFiles(world.authority)))

  const rejectedSignature = async (file: Uint8Array, ...findings: string[]) => {
    await initialled()
    await office.put('leader', 'sign', file)
    await office.numbered()
    await office.node.settled()
    expect(await office.state()).toMatchObject({
      status: 'initialled',
      signature: null,
      rejected: { step: 'signature', findings, signedBy: { post: 'a-leader' } },
    })
    for (const verb of ['seal', 'issue'])
      expect(
        verb === 'seal'
          ? await office.put('clerk', 'seal', files.sealed)
          : await office.act('clerk', 'issue'),
      ).toMatchObject({ outcome: 'refused', rule: 'signature-rejected' })
    await office.node.settled()
    expect(await dispatches()).toEqual([])
  }

  it('another document with as many pages, signed by the right people', async () => {
    const other = await initials(aForm({ [FORM.content]: currentBody(aForm(), FORM.secondContent) }))
    await rejectedSignature(await leaderSigns(other), 'not-continued')
  })
  it('the right document signed with the key of somebody else of the agency', async () => {
    await rejectedSignature(await leaderSigns(files.initialled, world.drafter), 'other-certificate')
  })
  it('the right document signed with the key of a stranger', async () => {
    await rejectedSignature(
      await leaderSigns(files.initialled, world.stranger),
      'certificate-untrusted',
      'other-certificate',
    )
  })
  it('bytes changed after it was signed', async () => {
    const changed = files.signed.slice()
    const at = Buffer.from(changed).lastIndexOf('10 10 80 80 re')
    changed[at] = '9'.charCodeAt(0)
    await rejectedSignature(changed, 'changed')
  })
  it('bytes changed in what was signed before', async () => {
    const changed = files.signed.slice()
    const at = Buffer.from(changed).indexOf('Trang hai')
    changed[at] = 'D'.charCodeAt(0)
    await rejectedSignature(changed, 'not-continued', 'changed')
  })
  it('an update behind the signature', async () => {
    const content = currentBody(files.signed, FORM.hidden)
    const updated = rawUpdate(files.signed, { [FORM.content]: content })
    await rejectedSignature(updated, 'changed')
  })
  it('the file as it was, without a signature', async () => {
    await rejectedSignature(files.initialled, 'not-continued', 'field-unsigned')
  })
  it('only a longer file, without a signature', async () => {
    const longer = rawUpdate(files.initialled, { 400: '<< >>' })
    await rejectedSignature(longer, 'field-unsigned')
  })
  it('signed in a field that is the turn of another', async () => {
    await rejectedSignature(await clerkSeals(files.initialled), 'field-unsigned')
  })
  it('sealed ahead by the signer', async () => {
    await rejectedSignature(files.sealed, 'other-fields', 'changed')
  })
  it('no PDF at all', async () => {
    await rejectedSignature(Buffer.from('không phải PDF'), 'unreadable', 'not-continued', 'field-unsigned')
  })
  it('signed again as it should be, it goes on under the number it has', async () => {
    await rejectedSignature(files.initialled, 'not-continued', 'field-unsigned')
    await office.put('leader', 'sign', files.signed)
    await office.node.settled()
    expect(await office.state()).toMatchObject({
      status: 'numbered',
      signature: { check: { verdict: 'good' } },
    })
  })
  it('a seal of another key leaves the document numbered', async () => {
    await numbered()
    await office.put('clerk', 'seal', await clerkSeals(files.signed, world.leader))
    await office.node.settled()
    expect(await office.state()).toMatchObject({
      status: 'numbered',
      seal: null,
      rejected: { step: 'seal', findings: ['other-certificate'] },
    })
  })
  it('initials of another key leave the document with the reviewer', async () => {
    const wrong = await signRaw(aForm(), { field: 'initials', identity: world.leader })
    await office.put('unit-head', 'initial', wrong)
    await office.node.settled()
    expect(await office.state()).toMatchObject({ status: 'submitted', rejected: { step: 'initials' } })
  })
})

describe('a node that dies', { timeout: 120_000 }, () => {
  it('checks what it had not checked when it comes back, once', async () => {
    const file = join(scratch, 'node.sqlite')
    const [key, blobs, identity] = [aNodeKey(), memoryBlobs(), newNodeIdentity()]
    // Killed while the file is being read: nothing of it is ever answered.
    const stuck: ForeignFiles = { ...openedHere, verifyStep: () => new Promise(() => undefined) }
    const first = { engine: openSqliteEngine(file, key), blobs, identity }
    office = await SigningOffice.open(world, { foreign: stuck, scratch, ...first })
    await office.submitted()
    await office.put('unit-head', 'initial', files.initialled)
    await expect
      .poll(() => first.engine.exchange.readyJobs(Date.now() + 1000, 5))
      .toMatchObject([{ kind: 'check-signature' }])
    for (const part of ['', '-wal']) await copyFile(`${file}${part}`, join(scratch, `left.sqlite${part}`))

    const left = openSqliteEngine(join(scratch, 'left.sqlite'), key)
    const node = await createNode({
      engine: left,
      blobs,
      identity,
      scratch,
      foreign: ownFiles(world.authority),
    })
    office = new SigningOffice(node)
    await node.settled()
    expect((await office.state()).initials?.check).toMatchObject({ verdict: 'good' })
    expect(await office.events('signatureChecked')).toBe(1)
  })

  it('writes its word down once, also when it died before it could forget the job', async () => {
    const engine = openSqliteEngine(':memory:', aNodeKey())
    let isForgetful = true
    const { finishJob } = engine.exchange
    const exchange = {
      ...engine.exchange,
      finishJob: async (id: string) => {
        if (isForgetful) {
          isForgetful = false
          throw new Error('died')
        }
        await finishJob(id)
      },
    }
    await open(ownFiles(world.authority), { engine: { ...engine, exchange } })
    await office.put('unit-head', 'initial', files.initialled)
    await expect.poll(() => isForgetful).toBe(false)
    await expect
      .poll(
        async () => {
          office.node.kickJobs()
          await office.node.settled()
          return exchange.nextDueMs(0)
        },
        { timeout: 20_000 },
      )
      .toBe(undefined)
    expect(await office.events('signatureChecked')).toBe(1)
  })

  it('gives up on a file that cannot be read however often, and says so', async () => {
    let nowMs = Date.now()
    let readings = 0
    const broken: ForeignFiles = {
      ...openedHere,
      verifyStep: () => {
        readings++
        return Promise.resolve({ ok: false, error: { code: 'reading-failed' } })
      },
    }
    await open(broken, { clock: { now: () => nowMs } })
    await office.put('unit-head', 'initial', files.initialled)
    for (let round = 0; round < 5; round++) {
      await office.node.settled()
      nowMs += 60_000
    }
    expect(readings).toBe(4)
    expect(await office.state()).toMatchObject({
      status: 'submitted',
      rejected: { findings: ['unreadable'] },
    })
  })
})
