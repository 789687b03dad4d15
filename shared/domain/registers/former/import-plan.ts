import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { sha256Hex } from '../../../kernel/hash.ts'
import { formerPageId, type FormerEntry, type FormerShelf } from './former-entry.ts'
import { numberSeries, type NumberSeries } from './number-series.ts'
import type { ReadLine, RefusedReason } from './read-former-rows.ts'

/** Where lines come from. */
export interface ImportSource {
  readonly kind: 'sheet' | 'messages'
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
}

/** What became of a line of the source; a duplicate says which line or earlier import has the same. */
export type LineOutcome =
  | { readonly line: number; readonly what: 'imported' }
  | { readonly line: number; readonly what: 'duplicate'; readonly of: number | null }
  | { readonly line: number; readonly what: 'refused'; readonly reason: RefusedReason }

/** Lines of a source by what becomes of them: `rows` = `imported` + `duplicate` + `refused`, always. */
export interface ImportCounts {
  readonly rows: number
  readonly imported: number
  readonly duplicate: number
  readonly refused: number
}

/** Everything an import will do, known before anything is written. */
export interface ImportPlan extends FormerShelf {
  readonly id: string
  readonly source: ImportSource
  readonly outcomes: readonly LineOutcome[]
  readonly counts: ImportCounts
  /** What goes into the log, by page; lines that are here already only where they bring a file. */
  readonly pages: readonly { readonly id: string; readonly entries: readonly FormerEntry[] }[]
  readonly series: readonly NumberSeries[]
}

/**
 * Plans an import. Its id is made of the source and what is taken from it, so that doing the same again goes on with the same import.
 * `known`: entries on this desk by the import they came with; `attempt` rises when the same import was withdrawn before.
 */
export function planImport(
  shelf: FormerShelf,
  source: ImportSource,
  lines: readonly ReadLine[],
  known: ReadonlyMap<string, string>,
  attempt = 1,
): ImportPlan {
  const { direction, year } = shelf
  const entries = lines.flatMap((line) => (line.what === 'entry' ? [line.entry] : []))
  const taken = entries.map(({ id, files }) => [id, ...files.map((one) => one.file.sha256)])
  const id = sha256Hex(
    canonicalJson({ direction, year, source: source.sha256, taken, ...(attempt > 1 && { attempt }) }),
  ).slice(0, 32)
  const firstLine = new Map<string, number>()
  const outcomes = lines.map((line): LineOutcome => {
    if (line.what === 'refused') return { line: line.line, what: 'refused', reason: line.reason }
    const same = firstLine.get(line.entry.id)
    if (same !== undefined) return { line: line.line, what: 'duplicate', of: same }
    firstLine.set(line.entry.id, line.line)
    const before = known.get(line.entry.id)
    return before === undefined || before === id
      ? { line: line.line, what: 'imported' }
      : { line: line.line, what: 'duplicate', of: null }
  })
  const byOutcome = new Map(outcomes.map((one) => [one.line, one.what]))
  const written = entries.filter(
    (entry) =>
      firstLine.get(entry.id) === entry.line &&
      (byOutcome.get(entry.line) === 'imported' || entry.files.length > 0),
  )
  return {
    direction,
    year,
    id,
    source,
    outcomes,
    counts: countsOf(outcomes),
    pages: pagesOf(shelf, written),
    series: numberSeries(
      shelf,
      entries.filter((entry) => firstLine.get(entry.id) === entry.line),
    ),
  }
}

function countsOf(outcomes: readonly LineOutcome[]): ImportCounts {
  const count = (what: LineOutcome['what']): number => outcomes.filter((one) => one.what === what).length
  return {
    rows: outcomes.length,
    imported: count('imported'),
    duplicate: count('duplicate'),
    refused: count('refused'),
  }
}

function pagesOf(shelf: FormerShelf, entries: readonly FormerEntry[]): ImportPlan['pages'] {
  const pages = new Map<string, FormerEntry[]>()
  for (const entry of entries) {
    const id = formerPageId(shelf, entry)
    const page = pages.get(id)
    if (page === undefined) pages.set(id, [entry])
    else page.push(entry)
  }
  return [...pages].map(([id, of]) => ({ id, entries: of }))
}
