import { isOrderingLine, type DecidingKind } from '../format/ordering-line.ts'
import { linesOfText } from './lines-of-text.ts'

/** What the text of a decision says, in the order of the page (Decree 30 Annex III forms 1.1, 1.2). */
export type DecisionPart = 'bases' | 'ordering' | 'articles'

const BASIS = /^căn cứ(?=\s|…|\.|$)/iu
const ARTICLE = /^Điều (\d+)\./u
const OPEN = /…|\.{3}/u

/**
 * The parts the text lacks: every basis is written out and stands before the ordering line of its kind, the articles behind it count from 1. A resolution may do without
 * articles. `text`: Yjs state, base64.
 */
export function missingDecisionParts(
  text: string | null,
  kind: DecidingKind = 'quyet-dinh',
): readonly DecisionPart[] {
  const lines = linesOf(text)
  const at = lines.findIndex((line) => isOrderingLine(line, kind))
  const bases = lines.slice(0, at === -1 ? lines.length : at).filter((line) => BASIS.test(line))
  const articles = numbersIn(at === -1 ? [] : lines.slice(at))
  const holds: Readonly<Record<DecisionPart, boolean>> = {
    bases: bases.length > 0 && !bases.some((line) => OPEN.test(line)),
    ordering: at !== -1,
    articles:
      (articles.length > 0 || (kind === 'nghi-quyet' && at !== -1)) &&
      articles.every((number, index) => number === index + 1),
  }
  return (Object.keys(holds) as DecisionPart[]).filter((part) => !holds[part])
}

/** The number of the last article, which says who carries the decision out; undefined while there is none. `text`: Yjs state, base64. */
export const lastArticleOf = (text: string | null): number | undefined => numbersIn(linesOf(text)).at(-1)

const linesOf = (text: string | null): readonly string[] =>
  text === null ? [] : linesOfText(text).map((line) => line.normalize('NFC'))

const numbersIn = (lines: readonly string[]): readonly number[] =>
  lines.flatMap((line) => {
    const number = ARTICLE.exec(line)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
