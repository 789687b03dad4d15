import { createPracticeAuthority, type PracticeAuthority } from '../../backbone/practice/pki/authority.ts'
import type { Signer } from '../../electron/services/signer/signer.port.ts'
import type { AnswersFile } from '../../shared/domain/meetings/answers-file/answers-file.ts'
import type { SignedStatement, Statement } from '../../shared/domain/meetings/statement.ts'
import { sha256Hex } from '../../shared/kernel/hash.ts'
import { instantFrom } from '../../shared/kernel/instant.ts'
import { aSigner, aTimestampAuthority } from './practice-signers.ts'
import { signedWith } from './signed-statement.ts'

const DAY_MS = 24 * 3_600_000
export const PAPER = { name: 'de-an.pdf', sha256: 'd'.repeat(64) }
const members = ['director', 'leader', 'head'] as const
type Member = (typeof members)[number]
type Answer = AnswersFile['questions'][number]['answers'][number]

/** An authority whose certificates hold since ten days before this moment. */
export const authorityOf = (
  organisation: string,
  atMs: number,
  now = (): number => atMs - 10 * DAY_MS,
): Promise<PracticeAuthority> =>
  createPracticeAuthority({
    ...{ organisation, authorityKeyType: 'ec-p256' },
    now: () => new Date(now()),
  })

/** A ballot of three members, answered around a moment by two of them: yes by the chair, no by the second, with real signatures. */
export class AnsweredBallot {
  readonly at: string
  readonly #atMs: number
  readonly authority: PracticeAuthority
  readonly #signers: Readonly<Record<Member, Signer>>
  /** What the clock of the authority shows. */
  readonly #clock: { ms: number }

  private constructor(
    atMs: number,
    clock: { ms: number },
    authority: PracticeAuthority,
    signers: Record<Member, Signer>,
  ) {
    this.#atMs = atMs
    this.at = instantFrom(atMs)
    this.#clock = clock
    this.authority = authority
    this.#signers = signers
  }

  static async around(atMs: number): Promise<AnsweredBallot> {
    const clock = { ms: atMs - 10 * DAY_MS }
    const authority = await authorityOf('Sở Nội vụ', atMs, () => clock.ms)
    const pairs = await Promise.all(
      members.map(async (commonName) => [commonName, await aSigner(authority, { commonName })] as const),
    )
    return new AnsweredBallot(atMs, clock, authority, Object.fromEntries(pairs) as Record<Member, Signer>)
  }

  /** So many days after it. */
  day(days: number): string {
    return instantFrom(this.#atMs + days * DAY_MS)
  }

  said(post: Member, change: Partial<Statement> = {}): Statement {
    return {
      ...{ version: 1, kind: 'ballot', within: 'b1', about: 'b1', question: 'Thông qua Đề án?' },
      ...{ papers: [PAPER], choice: 'yes', reasons: '', post, person: `p-${post}`, at: this.at },
      ...change,
    }
  }

  /** `stampedOn`: so many days after it a service of this authority, or of another, stamps the signature. */
  async signed(
    by: Member,
    statement: Statement,
    stampedOn?: number,
    service: PracticeAuthority = this.authority,
  ): Promise<SignedStatement> {
    if (stampedOn === undefined) return signedWith(this.#signers[by], statement)
    this.#clock.ms = this.#atMs + stampedOn * DAY_MS
    return signedWith(this.#signers[by], statement, aTimestampAuthority(service))
  }

  async answer(post: Member, change: Partial<Statement> = {}, stampedOn?: number): Promise<Answer> {
    const { choice, reasons, ...statement } = this.said(post, change)
    return {
      ...{ post, choice, reasons, at: this.at, isLate: false, enteredBy: null },
      signed: await this.signed(post, { ...statement, choice, reasons }, stampedOn),
      nodeFound: { verdict: 'good', trust: 'test', at: this.at },
    }
  }

  async file(): Promise<AnswersFile> {
    return {
      ...{ format: 'congso-answers', version: 1, workspace: 'so', agency: 'Sở Nội vụ', madeAt: this.at },
      questions: [
        {
          ...{ kind: 'ballot', within: 'b1', about: 'b1', question: 'Thông qua Đề án?', papers: [PAPER] },
          ...{ majority: 'ofAll', isSigned: true, chair: 'director', from: this.day(-1), until: this.day(1) },
          voters: members.map((post) => ({
            ...{ post, person: `p-${post}`, name: post, title: '' },
            certificate: sha256Hex(this.#signers[post].certificate),
          })),
          answers: [
            await this.answer('director'),
            await this.answer('leader', { choice: 'no', reasons: 'Chưa rõ nguồn' }),
          ],
          declared: { yes: 1, no: 1, other: 0, silent: 1, outcome: 'carried', at: this.at },
        },
      ],
    }
  }
}
