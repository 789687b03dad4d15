import type { BodyBlock, OfficialBody } from '#shared/domain/format/body.ts'
import { joinedOnce, printedDate } from '#shared/domain/format/boxes.ts'
import type { Post, Unit } from '#shared/domain/directory/directory.ts'
import type { Ballot, BallotResult } from '#shared/domain/meetings/ballot/ballot.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { Formats } from '../../../i18n/formats.ts'
import { fill, paragraph } from '../../../workplace/official-words.ts'
import words from './ballot-decision-words.json'
import { subjectOfQuestion } from './subject-of-question.ts'

interface DecisionFacts {
  readonly ballot: Pick<Ballot, 'question' | 'members'>
  readonly result: BallotResult
  /** Who decides: the agency, or the collective that issues it as a resolution. */
  readonly agency: string
  readonly as: 'decision' | 'resolution'
  /** Who initials, and so proposes it; undefined while the directory names nobody. */
  readonly proposer: Post | undefined
  readonly units: readonly Unit[]
}

/**
 * The decision on what a ballot agreed to, before it is a document (Decree 30 Annex III form 1.2; of a collective a resolution, form 1.1): legal bases are left to write, the result is the last
 * basis, the first article is the question in its own words. The text is official, so it is Vietnamese.
 */
export function ballotDecision(
  { ballot, result, agency, as, proposer, units }: DecisionFacts,
  formats: Pick<Formats, 'number'>,
): { readonly subject: string; readonly body: OfficialBody } {
  const { yes, no, other, deemed } = result.tally
  const unit = units.find(({ id }) => id === proposer?.unit)?.name ?? ''
  const counts = Object.entries({ yes, no, other, deemed, members: ballot.members.length })
  const values = {
    ...Object.fromEntries(counts.map(([name, count]) => [name, formats.number(count)])),
    question: subjectOfQuestion(ballot.question),
    agency,
    date: printedDate(localDateOf(result.at)),
    proposer: proposer === undefined ? words.openProposer : joinedOnce(proposer.title, unit),
  }
  const { competence, ordering, effect, carriedOut } = words[as]
  const articles = [statementOf(ballot.question), effect, fill(carriedOut, values)]
  return {
    subject: fill(words.subject, values),
    body: {
      type: 'doc',
      content: [
        ...[competence, words.basis, words.result, words.proposal].map((line) =>
          paragraph(fill(line, values), true),
        ),
        { type: 'paragraph', content: [{ type: 'text', text: ordering, marks: [{ type: 'bold' }] }] },
        ...articles.flatMap((text, index) => article(index + 1, text)),
      ],
    },
  }
}

/** A question that was agreed to, said as what holds from now on. */
const statementOf = (question: string): string => {
  const said = question.trim().replace(/[\s?.;]+$/u, '')
  return `${said.charAt(0).toLocaleUpperCase('vi')}${said.slice(1)}.`
}

/** `Điều 1.` in bold, its first line behind it, further lines below. */
function article(number: number, text: string): readonly BodyBlock[] {
  const [first = '', ...further] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const heading = fill(words.article, { number: String(number) })
  return [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: heading, marks: [{ type: 'bold' }] },
        { type: 'text', text: ` ${first}` },
      ],
    },
    ...further.map((line) => paragraph(line)),
  ]
}
