import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { fromBase64, goesOnFrom, toBase64 } from '#shared/kernel/bytes.ts'
import type { StatusSource } from '#shared/pdf/verify/certificate-status.ts'
import { verifyDetached } from '#shared/pdf/verify/verify-detached.ts'
import { verifyPdf, type VerifyPdfOptions } from '#shared/pdf/verify/verify-pdf.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import type { IsolatedTask } from '../serve-task.ts'

const base64s = z.array(z.string())

/** DER as base64; `at` is the moment taken for now. */
export const verifyPdfInput = z.object({
  path: z.string(),
  /** The file it must begin with; null where it may begin as it likes. */
  before: z.string().nullable(),
  /** What `path` is the detached signature of, with the time it claims; null where `path` is a PDF. */
  signed: z.object({ path: z.string(), at: z.iso.datetime() }).nullable(),
  at: z.iso.datetime(),
  trust: base64s,
  intermediates: base64s,
  ocspResponses: base64s,
  crls: base64s,
})
export type VerifyPdfInput = z.output<typeof verifyPdfInput>

/** What the file alone leaves open: a status service to be asked. `request` is the DER of an OCSP request, as base64. */
export const statusQuestionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ocsp'), url: z.string(), request: z.string() }),
  z.object({ kind: z.literal('crl'), url: z.string() }),
])
export type StatusQuestion = z.output<typeof statusQuestionSchema>

const MOST_QUESTIONS = 32

/** Judges the signatures of a PDF; answers the verdict and the questions to ask before judging again. Asks nobody itself. */
export const verifyPdfFile: IsolatedTask = async (input) => {
  const { path, before, signed, at, trust, intermediates, ocspResponses, crls } = verifyPdfInput.parse(input)
  const questions: StatusQuestion[] = []
  const note = (question: StatusQuestion): Promise<undefined> => {
    if (questions.length < MOST_QUESTIONS) questions.push(question)
    return Promise.resolve(undefined)
  }
  const statusSource: StatusSource = {
    ocsp: (url, request) => note({ kind: 'ocsp', url, request: toBase64(request) }),
    crl: (url) => note({ kind: 'crl', url }),
  }
  const file = await readFile(path)
  const continues = before === null || goesOnFrom(await readFile(before), file)
  const options: VerifyPdfOptions = {
    trust: trust.map(fromBase64),
    intermediates: intermediates.map(fromBase64),
    evidence: { ocspResponses: ocspResponses.map(fromBase64), crls: crls.map(fromBase64) },
    crypto: webSignatureCrypto(globalThis.crypto.subtle),
    now: new Date(at),
    statusSource,
  }
  const verdict =
    signed === null
      ? await verifyPdf(file, options)
      : await verifyDetached(file, await readFile(signed.path), new Date(signed.at), options)
  return { verdict, continues, questions }
}
