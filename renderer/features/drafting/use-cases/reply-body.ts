import { codeOfLetter, type Letter } from '#shared/domain/correspondence/letter.ts'
import { printedDate } from '#shared/domain/format/boxes.ts'
import type { OfficialBody } from '#shared/domain/format/body.ts'
import { fill, paragraph } from '../../../workplace/official-words.ts'
import words from './reply-words.json'

interface ReplyFacts {
  readonly agency: string
  /** What the letter itself rests on, each without a closing mark. */
  readonly bases: readonly string[]
}

/** A reply before it is a document; the text is official, so it is Vietnamese. */
interface Reply {
  readonly subject: string
  readonly body: OfficialBody
}

/**
 * The answer to a letter as far as the letter writes it: what it answers with kind, number, date, issuer and abstract (Decree 30 Annex I II.6), the
 * legal bases in italics one a line, the last with a full stop, and a line to write on.
 */
export function replyTo(letter: Letter, { agency, bases }: ReplyFacts): Reply {
  const { content } = letter
  const cited = fill(content.issuedOn === null ? words.citedUndated : words.cited, {
    type: content.typeName || words.otherType,
    code: codeOfLetter(content),
    date: content.issuedOn === null ? '' : printedDate(content.issuedOn),
    from: content.from.name,
  })
  const about = lowerFirst(content.subject.replace(/^(?:V\/v|Về(?: việc)?)\s+/iu, ''))
  return {
    subject: fill(words.subject, { cited }),
    body: {
      type: 'doc',
      content: [
        ...bases.map((basis, index) => paragraph(`${basis}${index === bases.length - 1 ? '.' : ';'}`, true)),
        paragraph(fill(words.opening, { cited, about, agency })),
        { type: 'paragraph' },
      ],
    },
  }
}

/** A common noun begins small inside a sentence; an abbreviation or a name stays. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text
