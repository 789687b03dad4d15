import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PinMessage, PinSheet } from '#shared/ipc/pin.ipc.ts'
import { readStatement } from '#shared/domain/meetings/statement.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { aForm } from '../../builders/signed-pdf.ts'
import { wiredDesk, type WiredDesk } from '../../builders/wired-desk.ts'

let folder: string
let desk: WiredDesk
let blob: string
let person: string
const MISSING = 'ab'.repeat(32)
let sheets: PinSheet[]

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-signing-'))
  desk = await wiredDesk({ folder })
  await desk.api.invoke('practice.startNode', undefined)
  const people = await desk.api.invoke('session.listPracticePeople', undefined)
  const leader = people.find(({ title }) => title.includes('Giám đốc'))
  await desk.api.invoke('session.switchPerson', {
    person: leader?.person ?? '',
    workspace: leader?.workspace ?? '',
  })
  person = leader?.person ?? ''
  blob = (await desk.api.invoke('blobs.put', { bytes: aForm(), mediaType: 'application/pdf' })).sha256
  await desk.until(async () => (await desk.api.invoke('signing.certificates', undefined)).length > 0)
  draw(blob)
  draw(MISSING)
}, 120_000)

afterAll(async () => {
  await desk.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

/** The viewer window drew the only page of a file for the person at this desk. */
function draw(sha256: string): void {
  desk.drawn.note(person, sha256, 1, 1)
}

/** What failed stays on the sheet until the person closes it; a sheet that is gone answers no more. */
async function closeWhenFailed(say: (message: PinMessage) => Promise<PinSheet>): Promise<void> {
  const show = () => say({ say: 'show' }).catch(() => undefined)
  for (let sheet = await show(); sheet !== undefined; sheet = await show()) {
    if (sheet.step === 'failed') await say({ say: 'close' })
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The person types these PINs one after the other, then closes the window if it still asks. */
function typing(...pins: readonly string[]): void {
  sheets = []
  desk.pinUser = async (say) => {
    sheets.push(await say({ say: 'show' }))
    for (const pin of pins) {
      const sheet = await say({ say: 'enter', pin: pin === 'right' ? (sheets[0]?.practicePin ?? '') : pin })
      sheets.push(sheet)
      if (sheet.step === 'working') return void closeWhenFailed(say)
    }
    if (sheets.at(-1)?.triesLeft !== 0) await say({ say: 'close' })
  }
}

async function request(changes: { blob?: string; field?: string } = {}): Promise<Input<'signing.sign'>> {
  const [key] = await desk.api.invoke('signing.certificates', undefined)
  const document = {
    blob: changes.blob ?? blob,
    field: changes.field ?? 'leader',
    appearance: { kind: 'none' } as const,
    subject: 'Thử',
  }
  return { certificate: key?.id ?? '', act: 'sign', next: 'clerk', heldBack: 0, documents: [document] }
}

test('keys of practice say who they are, and that they are of practice', async () => {
  const [key] = await desk.api.invoke('signing.certificates', undefined)
  expect(key).toMatchObject({
    use: 'person',
    practice: true,
    organisation: expect.stringContaining('Sở') as string,
  })
})

test('the right PIN signs with a time stamp, and the file is judged valid', async () => {
  typing('0000', 'right')
  const [outcome] = await desk.api.invoke('signing.sign', await request())
  expect(sheets.map(({ step, triesLeft }) => [step, triesLeft])).toEqual([
    ['asking', 5],
    ['asking', 4],
    ['working', 4],
  ])
  if (outcome?.outcome !== 'signed') throw new Error('not signed')
  expect(outcome).toMatchObject({ level: 'B-T', timestampAt: expect.any(String) as string })
  const verdict = await desk.api.invoke('verify.document', outcome.blob.sha256)
  expect(verdict).toMatchObject({
    verdict: 'valid',
    signatures: [{ field: 'leader', trust: 'trusted', coversWholeFile: true }],
  })
})

test('what a member says to a ballot is shown in the PIN window and signed beside it, for themselves alone', async () => {
  const [key] = await desk.api.invoke('signing.certificates', undefined)
  const statement = {
    version: 1 as const,
    kind: 'ballot' as const,
    within: 'b1',
    about: 'b1',
    question: 'Thông qua Đề án?',
    papers: [{ name: 'De-an.pdf', sha256: 'a'.repeat(64) }],
    choice: 'no' as const,
    reasons: 'Chưa rõ nguồn kinh phí',
    post: 'p1',
    person,
    at: new Date().toISOString(),
  }
  typing('right')
  const signed = await desk.api.invoke('signing.signStatement', { certificate: key?.id ?? '', statement })
  expect(sheets[0]).toMatchObject({
    act: 'answer',
    subjects: ['Thông qua Đề án?'],
    said: { choice: 'no', reasons: 'Chưa rõ nguồn kinh phí', papers: ['De-an.pdf'] },
  })
  expect(readStatement(signed.text)).toEqual(statement)
  expect(signed.level).toBe('B-T')
  const other = { ...statement, person: 'somebody-else' }
  await expect(
    desk.api.invoke('signing.signStatement', { certificate: key?.id ?? '', statement: other }),
  ).rejects.toMatchObject({ code: 'key-missing' })
})

test('closing the window cancels; five wrong PINs end it', async () => {
  typing()
  await expect(desk.api.invoke('signing.sign', await request())).rejects.toMatchObject({ code: 'cancelled' })
  typing('1', '2', '3', '4', '5')
  await expect(desk.api.invoke('signing.sign', await request())).rejects.toMatchObject({ code: 'wrong-pin' })
})

test('what was not drawn whole for the person is left out, and alone it is refused before the PIN is asked for', async () => {
  const bytes = aForm({ 2: '<< /Type /Pages /Kids [3 0 R 12 0 R] /Count 2 /Lang (vi) >>' })
  const unseen = (await desk.api.invoke('blobs.put', { bytes, mediaType: 'application/pdf' })).sha256
  desk.drawn.note(person, unseen, 1, 2)
  const seen = await request()
  const both = { ...seen, documents: [...(await request({ blob: unseen })).documents, ...seen.documents] }
  typing('right')
  expect(await desk.api.invoke('signing.sign', both)).toMatchObject([
    { outcome: 'failed', code: 'page-not-seen' },
    { outcome: 'signed' },
  ])
  sheets = []
  await expect(
    desk.api.invoke('signing.sign', { ...both, documents: both.documents.slice(0, 1) }),
  ).rejects.toMatchObject({ code: 'page-not-seen' })
  expect(sheets).toEqual([])
  desk.drawn.note(person, unseen, 2, 2)
  typing('right')
  expect(await desk.api.invoke('signing.sign', both)).toMatchObject([
    { outcome: 'signed' },
    { outcome: 'signed' },
  ])
})

test('a document that cannot be signed is left as it is, and says why', async () => {
  typing('right')
  expect(await desk.api.invoke('signing.sign', await request({ field: 'none' }))).toMatchObject([
    { outcome: 'failed', code: 'pdf-not-signed', cause: 'pdf.field-missing' },
  ])
  typing('right')
  expect(await desk.api.invoke('signing.sign', await request({ blob: MISSING }))).toMatchObject([
    { outcome: 'failed', code: 'blob-missing' },
  ])
})

test('a key of somebody else is none', async () => {
  typing('right')
  const other = { ...(await request()), certificate: 'cd'.repeat(32) }
  await expect(desk.api.invoke('signing.sign', other)).rejects.toMatchObject({ code: 'key-missing' })
})

test('a certificate out of its time does not sign', async () => {
  desk.clockAheadMs = 20 * 365 * 24 * 3600 * 1000
  typing('right')
  await expect(desk.api.invoke('signing.sign', await request())).rejects.toMatchObject({
    code: 'key-expired',
  })
  desk.clockAheadMs = 0
})

test('without the node signing works on, without a time stamp', async () => {
  await desk.api.invoke('practice.stopNode', undefined)
  typing('right')
  const [outcome] = await desk.api.invoke('signing.sign', await request())
  if (outcome?.outcome !== 'signed') throw new Error('not signed')
  expect(outcome).toMatchObject({ level: 'B-B', timestampAt: null })
  expect(await desk.api.invoke('verify.document', outcome.blob.sha256)).toMatchObject({
    signatures: [{ intact: true, trust: 'trusted' }],
  })
})

test('a clock that is off by more than five minutes does not sign', async () => {
  desk.clockAheadMs = 6 * 60_000
  await desk.api.invoke('practice.startNode', undefined)
  await desk.until(
    async () => ((await desk.api.invoke('session.current', undefined))?.clockSkewMs ?? 0) > 5 * 60_000,
  )
  typing('right')
  await expect(desk.api.invoke('signing.sign', await request())).rejects.toMatchObject({ code: 'clock-skew' })
})
