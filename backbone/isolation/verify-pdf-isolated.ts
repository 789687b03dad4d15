import { z } from 'zod'
import { type FileVerdict, verdictWords } from '#shared/domain/correspondence/letter.ts'
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

const answerSchema = z.object({
  verdict: z.looseObject({ verdict: z.enum(verdictWords) }),
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
  const { trust } = setup
  const input: VerifyPdfInput = {
    path,
    at,
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
  const report = typeof answer === 'string' ? unread(answer) : answer.verdict
  return { verdict: report.verdict, checkedAt: at, trust: trust.name, report }
}

async function judge(input: VerifyPdfInput, setup: VerifyPdfSetup): Promise<Answer | string> {
  const { limits } = setup
  const run = await runIsolated(
    {
      task: 'verify-pdf' satisfies TaskName,
      input,
      readable: [input.path],
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
