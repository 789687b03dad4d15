import { tokensOf } from './tokens.ts'

const BEFORE = 8
const AFTER = 16

/** The words of a page around the first that was looked for. */
export function snippetOf(text: string, marks: readonly string[]): string {
  const tokens = tokensOf(text)
  const at = tokens.findIndex(({ folded }) => marks.some((mark) => folded.startsWith(mark)))
  const first = tokens[Math.max(0, at - BEFORE)]
  const last = tokens[Math.min(tokens.length - 1, Math.max(0, at) + AFTER)]
  if (first === undefined || last === undefined) return ''
  const cut = text.slice(first.from, last.to).replace(/\s+/g, ' ')
  return `${at > BEFORE ? '… ' : ''}${cut}${last.to < text.trimEnd().length ? ' …' : ''}`
}
