import names from './short-names.json' with { type: 'json' }

const MOST_LINES = 3
/** What fits in a column of 49 px at 11 px, in halves of an average letter. */
const WIDEST = 13
const NARROW = /[iíìĩỉịIltjrf.,\- ]/u

/** The name of a recipient for the head of a narrow column: customary abbreviations, no province, at most three short lines. */
export function columnHeading(name: string): readonly string[] {
  const lines: string[] = []
  for (const word of shortName(name).split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= WIDEST)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ''}…`]
}

/** Every recipient is of the same province, so its name says nothing; the province itself keeps the word. */
function shortName(name: string): string {
  const short = names.abbreviations.reduce(
    (text, [long, brief]) => text.replace(long ?? '', brief ?? ''),
    name,
  )
  const at = short.indexOf(names.province)
  if (at < 0) return short
  const head = short.slice(0, at)
  return head.includes(' ') ? head : head + names.province.trimEnd()
}

const widthOf = (text: string): number =>
  Array.from(text).reduce((width, letter) => width + (NARROW.test(letter) ? 1 : 2), 0)
