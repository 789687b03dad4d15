import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ForeignFiles } from '../../backbone/exchange/foreign-files.port.ts'
import { fileAttachments } from '../../shared/exchange/edxml/file-attachments.ts'
import { readMessage } from '../../shared/exchange/edxml/read-message.ts'

/** Reads messages in this process, and finds every PDF unsigned: for tests about what comes after. */
export const openedHere: ForeignFiles = {
  readMessage: async (path, folder) => {
    const sink = fileAttachments({
      create: (name) => open(join(folder, name), 'wx+'),
      remove: (name) => rm(join(folder, name), { force: true }),
    })
    const read = await readMessage(createReadStream(path), sink)
    if (!read.ok) return read
    const attachments = read.value.attachments.map((one) => ({ ...one, content: join(folder, one.content) }))
    return { ok: true, value: { ...read.value, attachments } }
  },
  verifyPdf: (_path, at) =>
    Promise.resolve({ verdict: 'unsigned', checkedAt: at, trust: 'test', report: { verdict: 'unsigned' } }),
  verifyStep: () => Promise.resolve({ ok: true, value: { kind: 'not-checked' } }),
  verifyStatement: () => Promise.resolve({ ok: true, value: { kind: 'not-checked' } }),
}
