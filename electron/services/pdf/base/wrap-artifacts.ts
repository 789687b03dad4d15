import { concatBytes } from '#shared/kernel/bytes.ts'
import { contentOperations } from './content-operations.ts'
import type { ContentOperation } from './content-operations.ts'

const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
const PATH_PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const TEXT_SHOW = new Set(['Tj', 'TJ', "'", '"'])
const SINGLE_PAINT = new Set(['sh', 'BI', 'Do'])

const OPEN = Uint8Array.from('/Artifact BMC\n', (letter) => letter.charCodeAt(0))
const CLOSE = Uint8Array.from('\nEMC\n', (letter) => letter.charCodeAt(0))

interface Edit {
  readonly start: number
  readonly end: number
  readonly kind: 'wrap' | 'reopen'
}

interface Span {
  readonly start: number
  readonly end: number
}

/** A mark that settles what its content is: in the structure tree, or an artifact. `/Span` with only ActualText does not. */
function settles(operation: ContentOperation): boolean {
  return operation.mcid !== undefined || operation.name === 'Artifact'
}

/** True when the stream itself holds content of the structure tree. */
export function hasTaggedContent(content: Uint8Array): boolean {
  for (const operation of contentOperations(content))
    if (operation.operator === 'BDC' && operation.mcid !== undefined) return true
  return false
}

/** Spans of painting that stand outside any settled mark, as large as marks may be placed around them. */
function unmarkedPaints(content: Uint8Array, isTaggedForm: (name: string) => boolean): Span[] {
  const spans: Span[] = []
  const marks: boolean[] = []
  const isMarked = () => marks.includes(true)
  let pathStart = -1
  let text: { start: number; shows: Span[]; hasMarks: boolean } | undefined

  for (const operation of contentOperations(content)) {
    const { operator, start, end } = operation
    if (operator === 'BMC' || operator === 'BDC') {
      marks.push(settles(operation))
      if (text && settles(operation)) text.hasMarks = true
    } else if (operator === 'EMC') {
      if (marks.pop() === true && text) text.hasMarks = true
    } else if (operator === 'BT') text = { start, shows: [], hasMarks: isMarked() }
    else if (operator === 'ET') {
      if (text && text.shows.length > 0)
        spans.push(...(text.hasMarks ? text.shows : [{ start: text.start, end }]))
      text = undefined
    } else if (PATH.has(operator)) {
      if (pathStart < 0) pathStart = start
    } else if (operator === 'n') pathStart = -1
    else if (PATH_PAINT.has(operator)) {
      if (!isMarked()) spans.push({ start: pathStart < 0 ? start : pathStart, end })
      pathStart = -1
    } else if (TEXT_SHOW.has(operator)) {
      if (!isMarked()) text?.shows.push({ start, end })
    } else if (SINGLE_PAINT.has(operator) && !isMarked()) {
      const isTagged = operator === 'Do' && operation.name !== undefined && isTaggedForm(operation.name)
      if (!isTagged) spans.push({ start, end })
    }
  }
  return spans
}

/** Marks of content that is no longer in the structure, to be opened again as artifacts. */
function orphanedMarks(content: Uint8Array, orphans: ReadonlySet<number>): Edit[] {
  const edits: Edit[] = []
  for (const { operator, mcid, start, end } of orphans.size === 0 ? [] : contentOperations(content)) {
    if (operator === 'BDC' && mcid !== undefined && orphans.has(mcid))
      edits.push({ start, end, kind: 'reopen' })
  }
  return edits
}

/**
 * Marks everything painted outside the structure as an artifact: Chromium leaves page numbers in margin boxes, header and
 * footer templates unmarked (ISO 14289-1, 7.1). A form with structure of its own is left alone: it may not lie in an artifact.
 * `orphans` are marked-content ids whose structure element was taken away.
 */
export function wrapArtifacts(
  content: Uint8Array,
  isTaggedForm: (name: string) => boolean,
  orphans: ReadonlySet<number> = new Set(),
): Uint8Array {
  const wraps = unmarkedPaints(content, isTaggedForm).map((span): Edit => ({ ...span, kind: 'wrap' }))
  const edits = [...wraps, ...orphanedMarks(content, orphans)].sort((a, b) => a.start - b.start)
  if (edits.length === 0) return content
  const parts: Uint8Array[] = []
  let at = 0
  for (const { start, end, kind } of edits) {
    parts.push(content.subarray(at, start), OPEN)
    if (kind === 'wrap') parts.push(content.subarray(start, end), CLOSE)
    at = end
  }
  parts.push(content.subarray(at))
  return concatBytes(...parts)
}
