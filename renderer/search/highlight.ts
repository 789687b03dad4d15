import { tokensOf } from './tokens.ts'

/** A stretch of a text, and whether it is what was looked for. */
export interface Stretch {
  readonly text: string
  readonly isMarked: boolean
}

/** A text cut so that the words that begin with one of the folded marks stand out; whole words, marks of accent or not. */
export function stretchesOf(text: string, marks: readonly string[]): readonly Stretch[] {
  const wanted = marks.filter((mark) => mark !== '')
  const stretches: Stretch[] = []
  let at = 0
  for (const { folded, from, to } of tokensOf(text)) {
    if (!wanted.some((mark) => folded.startsWith(mark))) continue
    if (from > at) stretches.push({ text: text.slice(at, from), isMarked: false })
    stretches.push({ text: text.slice(from, to), isMarked: true })
    at = to
  }
  if (at < text.length) stretches.push({ text: text.slice(at), isMarked: false })
  return stretches
}
