import { z } from 'zod'
import { type FileVerdict, verdictWords } from '#shared/domain/correspondence/letter.ts'
import type { ReadingFailed, ReadStep } from '../exchange/foreign-files.port.ts'
import { fail, ok, type Result } from '#shared/kernel/result.ts'
import { fromBase64, toBase64 } from '#shared/kernel/bytes.ts'
import type { StatusSource } from '#shared/pdf/verify/certificate-status.ts'
import { type IsolationLimits, type IsolationOptions, runIsolated } from './run-isolated.ts'
import { type StatusQuestion, statusQuestionSchema, type VerifyPdfInput } from './tasks/verify-pdf.ts'
import type { TaskName } from './tasks/tasks.ts'

/** Who is believed: a dated snapshot of roots. */
export interface TrustSnapshot {
  /** Name and date. */
  readonly name: string
  readonly roots: readonly Uint8Array[]
  readonly intermediates?: readonly Uint8Array[]
}

/** How PDFs of others are judged. `statusSource` asks status services, from this process; without it nobody is asked. */
export interface VerifyPdfSetup extends IsolationOptions {
  readonly trust: TrustSnapshot
  readonly statusSource?: StatusSource
  readonly limits?: Partial<IsolationLimits>
}

const signature = z.looseObject({
  field: z.string(),
  kind: z.enum(['signature', 'timestamp']),
  verdict: z.enum(['valid', 'warning', 'invalid', 'unknown']),
  reasons: z.array(z.string()),
  coversWholeFile: z.boolean(),
  certificate: z.string().nullable(),
  timestampTime: z.iso.datetime().nullable(),
})
const answerSchema = z.object({
  verdict: z.looseObject({ verdict: z.enum(verdictWords), signatures: z.array(signature) }),
  continues: z.boolean(),
  questions: z.array(statusQuestionSchema),
})
type Answer = z.output<typeof answerSchema>

/**
 * The verdict on a PDF of others, made in processes of their own: the first finds what status services must be asked, this one
 * asks, the second judges with the answers. What cannot be judged is `unknown`. Never rejects.
 */
export async function verifyPdfIsolated(
  path: string,
  at: string,
  setup: VerifyPdfSetup,
): Promise<FileVerdict> {
  const answer = await answerFor({ path, before: null, signed: null, at }, setup)
  const report = typeof answer === 'string' ? unread(answer) : answer.verdict
  return { verdict: report.verdict, checkedAt: at, trust: setup.trust.name, report }
}

/** What a desk signed, and whether it goes on from the file before it; made as `verifyPdfIsolated`. */
export function verifyStepIsolated(
  path: string,
  before: string | null,
  at: string,
  setup: VerifyPdfSetup,
): Promise<Result<ReadStep, ReadingFailed>> {
  return readStep({ path, before, signed: null, at }, setup)
}

/** What a detached signature over the file `signed` is worth; made as `verifyPdfIsolated`. */
export function verifyStatementIsolated(
  path: string,
  signed: { readonly path: string; readonly at: string },
  at: string,
  setup: VerifyPdfSetup,
): Promise<Result<ReadStep, ReadingFailed>> {
  return readStep({ path, before: null, signed, at }, setup)
}

async function readStep(file: AskedFile, setup: VerifyPdfSetup): Promise<Result<ReadStep, ReadingFailed>> {
  const answer = await answerFor(file, setup)
  if (typeof answer === 'string') return fail({ code: 'reading-failed' })
  const { verdict, continues } = answer
  return ok({
    kind: 'read',
    trust: setup.trust.name,
    verdict: verdict.verdict,
    signatures: verdict.signatures,
    continues,
  })
}

type AskedFile = Pick<VerifyPdfInput, 'path' | 'before' | 'signed' | 'at'>

/** The task's answer with those of the status services, or why there is none. */
async function answerFor(file: AskedFile, setup: VerifyPdfSetup): Promise<Answer | string> {
  const { trust } = setup
  const input: VerifyPdfInput = {
    ...file,
    trust: trust.roots.map(toBase64),
    intermediates: (trust.intermediates ?? []).map(toBase64),
    ocspResponses: [],
    crls: [],
  }
  let answer = await judge(input, setup)
  if (typeof answer !== 'string' && answer.questions.length > 0 && setup.statusSource !== undefined) {
    const evidence = await ask(answer.questions, setup.statusSource)
    const isWiser = evidence.ocspResponses.length + evidence.crls.length > 0
    if (isWiser) answer = await judge({ ...input, ...evidence }, setup)
  }
  return answer
}

async function judge(input: VerifyPdfInput, setup: VerifyPdfSetup): Promise<Answer | string> {
  const { limits } = setup
  const run = await runIsolated(
    {
      task: 'verify-pdf' satisfies TaskName,
      input,
      readable: [input.path, input.before, input.signed?.path].filter((one) => typeof one === 'string'),
      ...(limits === undefined ? {} : { limits }),
    },
    setup,
  )
  if (!run.ok) return run.error.code
  return answerSchema.safeParse(run.value).data ?? 'crash'
}

function unread(code: string): Answer['verdict'] {
  return { verdict: 'unknown', reasons: [`reading.${code}`], signatures: [] }
}

async function ask(
  questions: readonly StatusQuestion[],
  source: StatusSource,
): Promise<Pick<VerifyPdfInput, 'ocspResponses' | 'crls'>> {
  const ocspResponses: string[] = []
  const crls: string[] = []
  for (const question of questions) {
    const isOcsp = question.kind === 'ocsp'
    const bytes = isOcsp
      ? await source.ocsp(question.url, fromBase64(question.request))
      : await source.crl(question.url)
    if (bytes !== undefined) (isOcsp ? ocspResponses : crls).push(toBase64(bytes))
  }
  return { ocspResponses, crls }
}
