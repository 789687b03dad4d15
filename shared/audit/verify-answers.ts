import { utf8ToBytes } from '@noble/hashes/utils.js'
import { countBallot } from '../domain/meetings/ballot/count.ts'
import {
  answersFile,
  type AnsweredQuestion,
  type AnswersFile,
} from '../domain/meetings/answers-file/answers-file.ts'
import type { MotionOutcome } from '../domain/meetings/motion.ts'
import { readStatement, statementText, type SignedStatement } from '../domain/meetings/statement.ts'
import { outcomeOf, tallyOf } from '../domain/meetings/tally.ts'
import { fromBase64 } from '../kernel/bytes.ts'
import { verifyDetached } from '../pdf/verify/verify-detached.ts'
import type { SignatureReport } from '../pdf/verify/verdict.ts'
import type { VerifyPdfOptions } from '../pdf/verify/verify-pdf.ts'

/**
 * What is wrong with a file of answers. Stored in reports: a value is never reused for another meaning.
 * - `voter-twice`, `answer-twice`, `not-asked`: who answered.
 * - `signature-missing`, `statement-unreadable`, `statement-differs` (what was signed is not what is asked or counted), `signed-outside` (before it was asked, or counted as in time after its end).
 * - `signature-wrong`: the bytes were changed, or it is no signature; `signature-untrusted`: its certificate is not trusted, expired or revoked; `other-certificate`: not the one registered.
 * - `stamp-missing`: counted as in time by a time stamp that is not there, not trusted or later than the end; `stamp-ignored`: told as late, or by the word of a desk alone, though such a stamp proves it in time.
 * - `tally-differs`, `outcome-differs`: what was declared is not what the answers come to.
 */
export type AnswersRule =
  | 'voter-twice'
  | 'answer-twice'
  | 'not-asked'
  | 'signature-missing'
  | 'statement-unreadable'
  | 'statement-differs'
  | 'signed-outside'
  | 'signature-wrong'
  | 'signature-untrusted'
  | 'other-certificate'
  | 'stamp-missing'
  | 'stamp-ignored'
  | 'tally-differs'
  | 'outcome-differs'

interface AnswersProblem {
  readonly rule: AnswersRule
  /** Whose answer; null: the count. */
  readonly post: string | null
  readonly name: string
  /** Reasons of the validator, where it is about a signature. */
  readonly reasons: readonly string[]
}

interface CheckedQuestion {
  /** The deadline that answers were judged by; null: none. Nothing that was signed says it. */
  readonly until: AnsweredQuestion['until']
  readonly about: string
  readonly question: string
  readonly counted: {
    readonly yes: number
    readonly no: number
    readonly other: number
    readonly silent: number
  }
  readonly outcome: MotionOutcome
  readonly declared: AnsweredQuestion['declared']
  /** Answers whose signature holds; those without one, by a key of a desk alone or put in by the secretary. */
  readonly signed: number
  readonly unsigned: number
  /** Answers that came after the deadline and are in time by a trusted time stamp over their signature. */
  readonly proven: number
  readonly problems: readonly AnswersProblem[]
}

/** The outcome of checking a file of answers. */
export interface AnswersReport {
  readonly verdict: 'valid' | 'invalid'
  readonly agency: string
  readonly questions: readonly CheckedQuestion[]
}

/** Reads a file of answers; null when it is none. */
export function readAnswersFile(text: string): AnswersFile | null {
  try {
    return answersFile.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // Whatever JSON complains about, it is no file of answers.
    return null
  }
}

/** Counts every question again and checks every signature; asks nobody. */
export async function verifyAnswers(file: AnswersFile, options: VerifyPdfOptions): Promise<AnswersReport> {
  const questions: CheckedQuestion[] = []
  for (const question of file.questions) questions.push(await checkQuestion(question, options))
  const isValid = questions.every(({ problems }) => problems.length === 0)
  return { verdict: isValid ? 'valid' : 'invalid', agency: file.agency, questions }
}

async function checkQuestion(asked: AnsweredQuestion, options: VerifyPdfOptions): Promise<CheckedQuestion> {
  const { about, question, declared, answers } = asked
  const problems: AnswersProblem[] = []
  const nameOf = (post: string): string => asked.voters.find((one) => one.post === post)?.name ?? ''
  const wrong = (rule: AnswersRule, post: string | null, reasons: readonly string[] = []): void => {
    problems.push({ rule, post, name: post === null ? '' : nameOf(post), reasons })
  }
  const voters = asked.voters.map(({ post }) => post)
  for (const post of twice(voters)) wrong('voter-twice', post)
  for (const post of twice(answers.map((one) => one.post))) wrong('answer-twice', post)
  let signed = 0
  const proven = new Set<string>()
  for (const answer of answers) {
    if (!voters.includes(answer.post)) wrong('not-asked', answer.post)
    if (answer.signed === null) {
      if (asked.isSigned) wrong('signature-missing', answer.post)
      continue
    }
    const { found, isProven } = await lookedAt(asked, answer, answer.signed, options)
    for (const { rule, reasons } of found) wrong(rule, answer.post, reasons)
    if (found.length === 0) signed++
    if (isProven) proven.add(answer.post)
  }
  const { counted, outcome } = countAgain(asked, proven)
  if (declared !== null) {
    const isSame = (['yes', 'no', 'other', 'silent'] as const).every(
      (part) => counted[part] === declared[part],
    )
    if (!isSame) wrong('tally-differs', null)
    if (outcome !== declared.outcome) wrong('outcome-differs', null)
  }
  const unsigned = answers.filter((one) => one.signed === null).length
  const found = { counted, outcome, declared, signed, unsigned, proven: proven.size, problems }
  return { until: asked.until, about, question, ...found }
}

const twice = (all: readonly string[]): readonly string[] => [
  ...new Set(all.filter((one, index) => all.indexOf(one) !== index)),
]

type Answer = AnsweredQuestion['answers'][number]
interface Wrong {
  readonly rule: AnswersRule
  readonly reasons: readonly string[]
}

interface LookedAt {
  readonly found: readonly Wrong[]
  /** It came after the deadline, and a trusted time stamp proves that it was signed before. */
  readonly isProven: boolean
}

async function lookedAt(
  asked: AnsweredQuestion,
  answer: Answer,
  { text, cms }: SignedStatement,
  options: VerifyPdfOptions,
): Promise<LookedAt> {
  const said = readStatement(text)
  if (said === undefined) return { found: [{ rule: 'statement-unreadable', reasons: [] }], isProven: false }
  const wrong: Wrong[] = []
  const { kind, within, about, question, papers } = asked
  const { choice, reasons, post } = answer
  const expected = { ...said, kind, within, about, question, papers, choice, reasons, post }
  if (statementText(said) !== statementText(expected)) wrong.push({ rule: 'statement-differs', reasons: [] })
  const isBefore = asked.from !== null && said.at < asked.from
  const { signatures } = await verifyDetached(fromBase64(cms), utf8ToBytes(text), new Date(said.at), options)
  const [own] = signatures
  const isGood = own?.verdict === 'valid' || own?.verdict === 'warning'
  const isProven = isGood && isStampedInTime(asked, answer, own)
  const isAfter = !answer.isLate && !isProven && asked.until !== null && said.at > asked.until
  if (isBefore || isAfter) wrong.push({ rule: 'signed-outside', reasons: [] })
  if (answer.inTimeBy === 'stamp' && !isProven) wrong.push({ rule: 'stamp-missing', reasons: [] })
  if (answer.inTimeBy !== 'stamp' && isProven && answer.nodeFound?.verdict === 'good')
    wrong.push({ rule: 'stamp-ignored', reasons: [] })
  if (!isGood) wrong.push({ rule: ruleOf(own), reasons: own?.reasons ?? [] })
  const voter = asked.voters.find((one) => one.post === post)
  // The post may have another holder by now: then the file does not know the certificate.
  const isKnown = voter?.person === said.person && voter.certificate !== null
  if (isKnown && own?.certificate != null && own.certificate !== voter.certificate)
    wrong.push({ rule: 'other-certificate', reasons: [] })
  return { found: wrong, isProven }
}

/** Of an answer that came after the deadline: the stamp that holds and is trusted is not later than that. */
function isStampedInTime(
  { until }: AnsweredQuestion,
  { isLate, inTimeBy }: Answer,
  { timestampTime }: SignatureReport,
): boolean {
  const isAfterwards = isLate || inTimeBy !== undefined
  return isAfterwards && until !== null && timestampTime !== null && timestampTime <= until
}

/** Only what the certificate is blamed for leaves the bytes as they were signed. */
function ruleOf(own: SignatureReport | undefined): AnswersRule {
  const isOfCertificate = own?.intact === true && own.reasons.some((one) => one.startsWith('certificate.'))
  return isOfCertificate ? 'signature-untrusted' : 'signature-wrong'
}

function countAgain(
  { kind, voters, answers, chair, majority }: AnsweredQuestion,
  proven: ReadonlySet<string>,
): Pick<CheckedQuestion, 'counted' | 'outcome'> {
  const posts = voters.map(({ post }) => post)
  if (kind === 'ballot') {
    const inTime = answers.map((one) => ({ ...one, isLate: isLateOf(one, proven) }))
    const { tally, outcome } = countBallot(posts, inTime, chair)
    const { deemed: silent, ...rest } = tally
    return { counted: { ...rest, silent }, outcome }
  }
  const { missing: silent, ...rest } = tallyOf(posts, answers)
  const side = answers.find(({ post }) => post === chair)?.choice
  return {
    counted: { ...rest, silent },
    outcome: outcomeOf({ ...rest, missing: silent }, majority, side),
  }
}

/** Late, or counted by a stamp that is not there. */
const isLateOf = ({ isLate, inTimeBy, post }: Answer, proven: ReadonlySet<string>): boolean =>
  (isLate || inTimeBy === 'stamp') && !proven.has(post)
