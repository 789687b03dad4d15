import { printedDate } from '#shared/domain/format/boxes.ts'
import type { Ballot, BallotResult } from '#shared/domain/meetings/ballot/ballot.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { Formats } from '../../../i18n/formats.ts'
import { decisionText, type DecidedBy, type DecisionText } from '../../../workplace/deciding/decision-text.ts'
import { fill } from '../../../workplace/official-words.ts'
import words from './ballot-decision-words.json'

interface Counted {
  readonly ballot: Pick<Ballot, 'question' | 'members'>
  readonly result: BallotResult
}

/** The decision on what a ballot agreed to, before it is a document: the result is the last basis, the first article is the question in its own words. */
export function ballotDecision(
  { ballot: { question, members }, result }: Counted,
  by: DecidedBy,
  formats: Pick<Formats, 'number'>,
): DecisionText {
  const { yes, no, other, deemed } = result.tally
  const counts = Object.entries({ yes, no, other, deemed, members: members.length })
  const basis = fill(words.result, {
    ...Object.fromEntries(counts.map(([name, count]) => [name, formats.number(count)])),
    date: printedDate(localDateOf(result.at)),
  })
  return decisionText({ about: question, decided: question, basis }, by)
}
