import { beforeAll, describe, expect, it } from 'vitest'
import { readAnswersFile, verifyAnswers } from '../../../../shared/audit/verify-answers.ts'
import type { AnswersFile } from '../../../../shared/domain/meetings/answers-file/answers-file.ts'
import { webSignatureCrypto } from '../../../../shared/pdf/verify/web-signature-crypto.ts'
import { AnsweredBallot, authorityOf, PAPER } from '../../../builders/an-answers-file.ts'

const AT_MS = Date.parse('2026-11-17T02:00:00.000Z')

let ballot: AnsweredBallot
let file: AnswersFile
beforeAll(async () => {
  ballot = await AnsweredBallot.around(AT_MS)
  file = await ballot.file()
})

const verify = (of: AnswersFile) =>
  verifyAnswers(of, {
    trust: [ballot.authority.rootCertificate],
    intermediates: [ballot.authority.issuingCertificate],
    crypto: webSignatureCrypto(globalThis.crypto.subtle),
    now: new Date(ballot.day(3)),
  })
/** The file with its question, or one of its answers, as somebody bent it. */
const bent = (change: Partial<AnswersFile['questions'][number]>): AnswersFile => ({
  ...file,
  questions: [{ ...file.questions[0]!, ...change }],
})
const bentAnswer = (
  index: number,
  change: Partial<AnswersFile['questions'][number]['answers'][number]>,
): AnswersFile =>
  bent({
    answers: file.questions[0]!.answers.map((one, at) => (at === index ? { ...one, ...change } : one)),
  })

async function rulesOf(of: AnswersFile): Promise<string[]> {
  const { verdict, questions } = await verify(of)
  const found = questions.flatMap(({ problems }) => problems.map(({ rule, post }) => `${rule} ${post}`))
  expect(verdict).toBe(found.length === 0 ? 'valid' : 'invalid')
  return found
}

describe('a file of signed answers', () => {
  it('is counted again and found as it was signed, with no network', async () => {
    const report = await verify(readAnswersFile(JSON.stringify(file))!)
    expect(report.questions[0]).toMatchObject({
      ...{ counted: { yes: 1, no: 1, other: 0, silent: 1 }, outcome: 'carried' },
      ...{ signed: 2, unsigned: 0, problems: [] },
    })
    expect(report.verdict).toBe('valid')
  })

  it('names whose answer was bent: what is counted, what was signed, the bytes of either', async () => {
    expect(await rulesOf(bentAnswer(1, { choice: 'yes' }))).toEqual([
      'statement-differs leader',
      'tally-differs null',
    ])
    const { signed } = file.questions[0]!.answers[1]!
    const reworded = { ...signed!, text: signed!.text.replace('"no"', '"yes"') }
    expect(await rulesOf(bentAnswer(1, { choice: 'yes', signed: reworded }))).toEqual([
      'signature-wrong leader',
      'tally-differs null',
    ])
    const middle = Math.floor(signed!.cms.length * 0.9)
    const letter = signed!.cms[middle] === 'A' ? 'B' : 'A'
    const cms = signed!.cms.slice(0, middle) + letter + signed!.cms.slice(middle + 1)
    expect(await rulesOf(bentAnswer(1, { signed: { ...signed!, cms } }))).toContain('signature-wrong leader')
    expect(await rulesOf(bentAnswer(1, { signed: { ...signed!, text: `${signed!.text} ` } }))).toEqual([
      'statement-unreadable leader',
    ])
  })

  it('finds another question, another paper, an answer of another ballot, and one signed by somebody else', async () => {
    expect(await rulesOf(bent({ question: 'Khác?' }))).toEqual([
      'statement-differs director',
      'statement-differs leader',
    ])
    expect(await rulesOf(bent({ papers: [{ ...PAPER, sha256: 'e'.repeat(64) }] }))).toHaveLength(2)
    const elsewhere = await ballot.answer('director', { about: 'b2', within: 'b2' })
    expect(await rulesOf(bentAnswer(0, elsewhere))).toEqual(['statement-differs director'])
    const forged = await ballot.signed('head', ballot.said('director'))
    expect(await rulesOf(bentAnswer(0, { signed: forged }))).toEqual(['other-certificate director'])
  })

  it('finds who answered twice, was not asked, signed too early or too late, or did not sign', async () => {
    const { answers, voters } = file.questions[0]!
    expect(await rulesOf(bent({ answers: [...answers, answers[0]!] }))).toEqual(['answer-twice director'])
    expect(await rulesOf(bent({ voters: voters.slice(0, 1) }))).toContain('not-asked leader')
    for (const at of [ballot.day(-2), ballot.day(2)])
      expect(await rulesOf(bentAnswer(0, await ballot.answer('director', { at })))).toEqual([
        'signed-outside director',
      ])
    expect(await rulesOf(bentAnswer(0, { signed: null }))).toEqual(['signature-missing director'])
  })

  it('finds a result that the answers do not come to, and certificates nobody trusts', async () => {
    const { declared } = file.questions[0]!
    expect(await rulesOf(bent({ declared: { ...declared!, yes: 2, silent: 0 } }))).toEqual([
      'tally-differs null',
    ])
    expect(await rulesOf(bent({ declared: { ...declared!, outcome: 'lost' } }))).toEqual([
      'outcome-differs null',
    ])
    const other = await authorityOf('Khác', AT_MS)
    const report = await verifyAnswers(file, {
      trust: [other.rootCertificate],
      crypto: webSignatureCrypto(globalThis.crypto.subtle),
      now: new Date(ballot.day(3)),
    })
    const rules = report.questions.flatMap(({ problems }) => problems.map(({ rule }) => rule))
    expect(rules).toEqual(['signature-untrusted', 'signature-untrusted'])
  })

  it('counts what came after the deadline with a trusted stamp of before, and believes no file that says so', async () => {
    const stamped = await ballot.answer('director', { at: ballot.day(0) }, 0.5)
    const late = await ballot.answer('director', { at: ballot.day(2) }, 0.5)
    const after = await ballot.answer('director', { at: ballot.day(0) }, 1.5)
    const without = await ballot.answer('director')
    const report = await verify(bentAnswer(0, { ...stamped, inTimeBy: 'stamp' }))
    expect(report).toMatchObject({ verdict: 'valid', questions: [{ proven: 1, problems: [] }] })
    expect(await rulesOf(bentAnswer(0, { ...late, inTimeBy: 'stamp' }))).toEqual([])
    for (const one of [after, without])
      expect(await rulesOf(bentAnswer(0, { ...one, inTimeBy: 'stamp' }))).toEqual([
        'stamp-missing director',
        'tally-differs null',
      ])
    expect(await rulesOf(bentAnswer(0, { ...without, inTimeBy: 'claim' }))).toEqual([])
    expect(await rulesOf(bentAnswer(0, { ...stamped, inTimeBy: 'claim' }))).toEqual([
      'stamp-ignored director',
    ])
    const ignored = bentAnswer(0, { ...late, isLate: true })
    expect(await rulesOf(ignored)).toEqual(['stamp-ignored director'])
  })

  it('counts by a stamp only what was in time however far off the stamp may be', async () => {
    const at = ballot.day(2)
    const before = await ballot.answer('director', { at }, 1 - 1 / 86_400)
    const within = await ballot.answer('director', { at }, 1)
    expect(await rulesOf(bentAnswer(0, { ...before, inTimeBy: 'stamp' }))).toEqual([])
    expect(await rulesOf(bentAnswer(0, { ...within, inTimeBy: 'stamp' }))).toContain('stamp-missing director')
  })

  it('believes no stamp of a service that nobody trusts', async () => {
    const other = await authorityOf('Khác', AT_MS, () => AT_MS)
    const said = ballot.said('director')
    const foreign = {
      ...(await ballot.answer('director')),
      signed: await ballot.signed('director', said, 0, other),
    }
    expect(await rulesOf(bentAnswer(0, { ...foreign, inTimeBy: 'stamp' }))).toContain(
      'stamp-missing director',
    )
  })

  it('is none when it is something else', () => {
    for (const text of ['', '[]', '{"format":"congso-answers"}', JSON.stringify({ ...file, version: 2 })])
      expect(readAnswersFile(text)).toBeNull()
  })
})
