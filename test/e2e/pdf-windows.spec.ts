import { afterAll, beforeAll, expect, test } from 'vitest'
import { printFonts } from '#shared/ipc/print-fonts.ts'
import type { PracticePerson } from '#shared/ipc/session.ipc.ts'
import type { SigningCertificate } from '#shared/ipc/signing.ipc.ts'
import { FIELD_LINK } from '#shared/domain/format/official-page.ts'
import { asBytes, askMain } from './fixtures/ask-main.ts'
import { launchApp, type RunningApp } from './fixtures/launch-app.ts'

let running: RunningApp

beforeAll(async () => {
  running = await launchApp()
  // The page itself logs somebody in at its first start; a leader has a key.
  while ((await ask('session.current')) === null) await running.page.waitForTimeout(100)
  const people = await ask<PracticePerson[]>('session.listPracticePeople')
  const leader = people.find(({ title }) => title.includes('Giám đốc'))
  await ask('session.switchPerson', { person: leader?.person, workspace: leader?.workspace })
})

afterAll(() => running.end())

async function ask<T>(name: string, input?: unknown): Promise<T> {
  const answer = await askMain(running.page, name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error?.code ?? ''}`)
  return answer.value as T
}

interface Blob {
  readonly sha256: string
}

const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title>
<style>${printFonts}@page{size:A4;margin:20mm}body{font:14pt Tinos}a{display:inline-block;width:60mm;height:20mm;vertical-align:text-bottom}</style></head>
<body><h1>Quyết định</h1><p>Nội dung</p><p><a href="${FIELD_LINK}leader"></a></p>
<script>document.querySelector('h1').textContent = 'changed by a script'</script>
<img src="https://example.com/x.png" alt="ngoài"></body></html>`
const fields = [{ kind: 'signature', name: 'leader', label: 'Lãnh đạo ký', lock: { action: 'All' } }]

async function rendered(): Promise<Blob> {
  const page = { html, fields, title: 'Thử', createdAt: '2026-11-22T01:02:03.000Z' }
  const { blob, pages } = await ask<{ blob: Blob; pages: number }>('pdf.render', page)
  expect(pages).toBe(1)
  return blob
}

async function ownKey(): Promise<SigningCertificate> {
  const certificates = await ask<SigningCertificate[]>('signing.certificates')
  const own = certificates.find(({ use }) => use === 'person')
  if (own === undefined) throw new Error('no key')
  return own
}

/** Starts signing; resolves with the PIN window and the answer to come. */
async function startSigning(blob: Blob) {
  await ask('pdf.pageImage', { sha256: blob.sha256, page: 1, scale: 1, purpose: 'sign' })
  const { id } = await ownKey()
  const png = asBytes(await ask<number[]>('signing.picture', { certificate: id, act: 'sign' }))
  const document = {
    blob: blob.sha256,
    field: 'leader',
    appearance: { kind: 'picture', png },
    subject: 'Văn bản thử',
  }
  const request = { certificate: id, act: 'sign', next: 'clerk', heldBack: 0, documents: [document] }
  const opened = running.app.waitForEvent('window')
  const answer = askMain(running.page, 'signing.sign', request)
  const sheet = await opened
  await sheet.waitForSelector('#pin')
  return { sheet, answer }
}

test('a page of ours is printed, signed in the PIN window, judged and drawn', async () => {
  const { sheet, answer } = await startSigning(await rendered())
  expect(
    await sheet.evaluate(() => [
      Object.keys(globalThis).includes('congso'),
      typeof Reflect.get(globalThis, 'pinSay'),
    ]),
  ).toEqual([false, 'function'])
  await sheet.locator('#pin').pressSequentially('0000')
  await sheet.keyboard.press('Enter')
  await sheet.getByRole('alert').waitFor()
  await sheet.locator('#pin').pressSequentially('246810')
  await sheet.keyboard.press('Enter')
  const { value } = await answer
  const [signed] = value as { outcome: string; level: string; blob: Blob }[]
  expect(signed).toMatchObject({ outcome: 'signed', level: 'B-T' })
  const verdict = await ask('verify.document', signed?.blob.sha256)
  expect(verdict).toMatchObject({
    verdict: 'valid',
    signatures: [{ field: 'leader', intact: true, level: 'B-T' }],
  })
  const page = { sha256: signed?.blob.sha256, page: 1, scale: 1, purpose: 'sign' }
  const image = await ask<{ png: number[]; widthPx: number; heightPx: number }>('pdf.pageImage', page)
  expect([image.widthPx, image.heightPx]).toEqual([595, 842])
  expect(image.png.slice(1, 4)).toEqual([...Buffer.from('PNG')])
  expect(await askMain(running.page, 'pdf.pageImage', { ...page, page: 2 })).toMatchObject({
    error: { code: 'page-missing' },
  })
})

test('what was not drawn to be signed is not signed, and no PIN is asked for', async () => {
  const { id } = await ownKey()
  const document = {
    blob: (await rendered()).sha256,
    field: 'leader',
    appearance: { kind: 'none' },
    subject: 'Văn bản thử',
  }
  const request = { certificate: id, act: 'sign', next: 'clerk', heldBack: 0, documents: [document] }
  await ask('pdf.pageImage', { sha256: document.blob, page: 1, scale: 1, purpose: 'read' })
  expect(await askMain(running.page, 'signing.sign', request)).toMatchObject({
    ok: false,
    error: { code: 'page-not-seen' },
  })
})

test('closing the PIN window cancels, and the page hears nothing of the PIN', async () => {
  const { sheet, answer } = await startSigning(await rendered())
  // The window may be gone before the key comes up again.
  await Promise.allSettled([sheet.keyboard.press('Escape')])
  expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
})

test('the same page makes a file of the same shape, whose script never ran', async () => {
  const blob = await rendered()
  const bytes = Buffer.from(await ask<number[]>('blobs.get', blob.sha256))
  expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7')
  expect(bytes.includes('changed by a script')).toBe(false)
})

test('what is no PDF is refused, and the viewer draws the next one', async () => {
  const { sha256 } = await ask<Blob>('blobs.put', {
    bytes: asBytes([...Buffer.from('%PDF-1.7 nothing else')]),
    mediaType: 'application/pdf',
  })
  expect(await askMain(running.page, 'pdf.pageCount', { sha256, purpose: 'read' })).toMatchObject({
    error: { code: 'pdf-unreadable' },
  })
  const { sha256: own } = await rendered()
  for (const purpose of ['read', 'sign']) expect(await ask('pdf.pageCount', { sha256: own, purpose })).toBe(1)
})
