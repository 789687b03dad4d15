import { createReadStream } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileAttachments } from '#shared/exchange/edxml/file-attachments.ts'
import { readMessage } from '#shared/exchange/edxml/read-message.ts'
import { goesOnFrom } from '#shared/kernel/bytes.ts'
import { verifyDetached } from '#shared/pdf/verify/verify-detached.ts'
import { verifyPdf, type VerifyPdfOptions } from '#shared/pdf/verify/verify-pdf.ts'
import type { PdfVerdict } from '#shared/pdf/verify/verdict.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import type { ForeignFiles } from '../../exchange/foreign-files.port.ts'
import { nodeContentTools } from '../../exchange/node-content-tools.ts'
import type { PracticeAuthority } from '../pki/authority.ts'
import { practiceStatusSource, practiceTrustSnapshot } from '../practice-trust.ts'

/** Reads what this software itself wrote a moment before, without a process for each: only for writing the first day. */
export function ownFiles(authority: PracticeAuthority): ForeignFiles {
  const trust = practiceTrustSnapshot(authority)
  const options = (at: string): VerifyPdfOptions => ({
    trust: trust.roots,
    intermediates: trust.intermediates ?? [],
    crypto: webSignatureCrypto(globalThis.crypto.subtle),
    now: new Date(at),
    statusSource: practiceStatusSource(authority),
  })
  const judge = (file: Uint8Array, at: string): Promise<PdfVerdict> => verifyPdf(file, options(at))
  return {
    readMessage: async (path, folder) => {
      const sink = fileAttachments({
        create: (name) => open(join(folder, name), 'wx+', 0o600),
        remove: (name) => rm(join(folder, name), { force: true }),
      })
      const read = await readMessage(createReadStream(path), sink, { tools: nodeContentTools })
      if (!read.ok) return read
      const attachments = read.value.attachments.map((one) => ({
        ...one,
        content: join(folder, one.content),
      }))
      return { ok: true, value: { ...read.value, attachments } }
    },
    verifyStep: async (path, before, at) => {
      const file = await readFile(path)
      const { verdict, signatures } = await judge(file, at)
      const continues = before === null || goesOnFrom(await readFile(before), file)
      return { ok: true, value: { kind: 'read', trust: trust.name, verdict, signatures, continues } }
    },
    verifyStatement: async (path, signed, at) => {
      const [cms, content] = await Promise.all([readFile(path), readFile(signed.path)])
      const { verdict, signatures } = await verifyDetached(cms, content, new Date(signed.at), options(at))
      return { ok: true, value: { kind: 'read', trust: trust.name, verdict, signatures, continues: true } }
    },
    verifyPdf: async (path, at) => {
      const report = await judge(await readFile(path), at)
      return { verdict: report.verdict, checkedAt: at, trust: trust.name, report: { ...report } }
    },
  }
}
