import type { Post, Unit } from '#shared/domain/directory/directory.ts'
import type { BodyBlock, OfficialBody } from '#shared/domain/format/body.ts'
import { joinedOnce } from '#shared/domain/format/boxes.ts'
import { fill, paragraph } from '../official-words.ts'
import words from './decision-words.json'
import { subjectOfQuestion } from './subject-of-question.ts'

/** Who decides, and on whose proposal. */
export interface DecidedBy {
  /** The agency, or the collective that issues it as a resolution. */
  readonly agency: string
  readonly as: 'decision' | 'resolution'
  /** Who initials, and so proposes it; undefined while the directory names nobody. */
  readonly proposer: Post | undefined
  readonly units: readonly Unit[]
}

/** What was agreed to, and how. */
export interface Agreed {
  /** What it is about, as it was asked. */
  readonly about: string
  /** What was agreed to, further lines below the first. */
  readonly decided: string
  /** The last basis: how it was agreed to. */
  readonly basis: string
}

/** A decision before it is a document. */
export interface DecisionText {
  readonly subject: string
  readonly body: OfficialBody
}

/**
 * The decision on what was agreed to (Decree 30 Annex III form 1.2; of a collective a resolution, form 1.1): legal bases are left to write, how it was agreed to is the
 * last basis, the first article is what was agreed to in its own words. The text is official, so it is Vietnamese.
 */
export function decisionText(
  { about, decided, basis }: Agreed,
  { agency, as, proposer, units }: DecidedBy,
): DecisionText {
  const unit = units.find(({ id }) => id === proposer?.unit)?.name ?? ''
  const values = {
    agency,
    question: subjectOfQuestion(about),
    proposer: proposer === undefined ? words.openProposer : joinedOnce(proposer.title, unit),
  }
  const { competence, ordering, effect, carriedOut } = words[as]
  const bases = [fill(competence, values), words.basis, basis, fill(words.proposal, values)]
  const articles = [statementOf(decided), effect, fill(carriedOut, values)]
  return {
    subject: fill(words.subject, values),
    body: {
      type: 'doc',
      content: [
        ...bases.map((line) => paragraph(line, true)),
        { type: 'paragraph', content: [{ type: 'text', text: ordering, marks: [{ type: 'bold' }] }] },
        ...articles.flatMap((text, index) => article(index + 1, text)),
      ],
    },
  }
}

/** What was agreed to, said as what holds from now on. */
const statementOf = (decided: string): string => {
  const said = decided.trim().replace(/[\s?.;]+$/u, '')
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
