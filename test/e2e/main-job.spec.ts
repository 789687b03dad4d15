import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runTour } from '../tour/run-tour.ts'

let out: string
beforeAll(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'congso-main-job-'))
})
afterAll(() => rm(out, { recursive: true, force: true }))

it('takes a document from a blank page to another agency’s register and back, offline included', async () => {
  const lines: string[] = []
  await runTour(out, (line) => lines.push(line))
  expect(lines.at(-1)).toMatch(
    /18 acts of the time without a node each once, in causal order .*; issued\.pdf valid, 3 signatures; message\.edxml with 2 attachments; log of \d+ entries verified/,
  )
  expect(await readdir(out)).toEqual(
    expect.arrayContaining([
      '1-draft.png',
      '7-offline-sign.png',
      '7-outbox-number-register.png',
      'offline.json',
      'issued.pdf',
      'message.edxml',
      'delivery-timeline.json',
      'audit.ndjson',
    ]),
  )
}, 420_000)
