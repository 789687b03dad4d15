import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseEdxmlIsolated } from '../../../backbone/isolation/parse-edxml-isolated.ts'
import { aDocumentMessage } from '../../builders/edxml-message.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What a process would answer that a hostile message has taken over. */
async function answering(content: string) {
  const attachment = {
    name: 'a.pdf',
    detectedType: 'application/pdf',
    sizeBytes: 1,
    sha256: 'a'.repeat(64),
    unzipped: false,
    content,
  }
  const value = { fields: aDocumentMessage(), attachments: [attachment], deviations: [] }
  const answer = JSON.stringify({ kind: 'value', value: { ok: true, value } })
  const entry = join(folder, 'entry.mjs')
  await writeFile(entry, `import { writeSync } from 'node:fs'\nwriteSync(3, ${JSON.stringify(answer)})`)
  return parseEdxmlIsolated(join(folder, 'message.edxml'), folder, { entry })
}

test('an attachment is taken from its folder only, whatever the process that read the message says', async () => {
  expect((await answering('body-1')).ok).toBe(true)
  for (const outside of ['../secret', '/etc/passwd', '..', 'a/b'])
    expect(await answering(outside)).toMatchObject({ ok: false, error: { code: 'reading-failed' } })
})
