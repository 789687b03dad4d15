import { z } from 'zod'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import type { ImportPlan } from './import-plan.ts'
import type { ScanMatch } from './match-files.ts'
import { refusedReasons } from './read-former-rows.ts'

const count = z.int().nonnegative()
const line = z.int().positive()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The reconciliation of an import, kept as a file that the log names. Holds nothing of what a refused line says. */
export const importReport = z.strictObject({
  version: z.literal(1),
  direction: z.enum(['incoming', 'outgoing']),
  year: z.int(),
  name: z.string(),
  source: z.strictObject({
    kind: z.enum(['sheet', 'messages']),
    name: z.string(),
    sha256: hash,
    sizeBytes: count,
  }),
  counts: z.strictObject({ rows: count, imported: count, duplicate: count, refused: count }),
  /** Lines that were not imported; `of`: the line that says the same, null: an earlier import has it. */
  skipped: z.array(
    z.discriminatedUnion('what', [
      z.strictObject({ line, what: z.literal('duplicate'), of: line.nullable() }),
      z.strictObject({ line, what: z.literal('refused'), reason: z.enum(refusedReasons) }),
    ]),
  ),
  series: z.array(
    z.strictObject({
      symbol: z.string(),
      first: line,
      last: line,
      gaps: z.array(z.strictObject({ from: line, to: line })),
      repeated: z.array(z.strictObject({ number: line, lines: z.array(line) })),
    }),
  ),
  files: z.array(
    z.discriminatedUnion('what', [
      z.strictObject({
        what: z.literal('matched'),
        name: z.string(),
        sha256: hash,
        line,
        by: z.enum(['row', 'code', 'number', 'page', 'message']),
      }),
      z.strictObject({
        what: z.literal('unmatched'),
        name: z.string(),
        sha256: hash.nullable(),
        why: z.enum(['none', 'several', 'unreadable', 'secret']),
      }),
    ]),
  ),
})
export type ImportReport = z.infer<typeof importReport>

/** A file that was offered and is no scan that may be kept. */
export interface RefusedScan {
  readonly name: string
  readonly why: 'unreadable' | 'secret'
}

/** What an import came to, line by line and file by file. */
export function reportOf(
  name: string,
  { direction, year, source, counts, outcomes, series, pages }: ImportPlan,
  matches: readonly ScanMatch[] = [],
  refusedScans: readonly RefusedScan[] = [],
): ImportReport {
  const fromMessages = source.kind === 'messages' ? pages.flatMap((page) => page.entries) : []
  return importReport.parse({
    version: 1,
    direction,
    year,
    name,
    source,
    counts,
    skipped: outcomes.filter((one) => one.what !== 'imported'),
    series,
    files: [
      ...fromMessages.flatMap((entry) =>
        entry.files.map(({ name: file, file: { sha256 } }) => ({
          what: 'matched',
          name: file,
          sha256,
          line: entry.line,
          by: 'message',
        })),
      ),
      ...matches.map((match) => {
        const { name: file, file: blob } = match.scan
        return match.what === 'matched'
          ? { what: 'matched', name: file, sha256: blob.sha256, line: match.line, by: match.by }
          : { what: 'unmatched', name: file, sha256: blob.sha256, why: match.why }
      }),
      ...refusedScans.map(({ name: file, why }) => ({ what: 'unmatched', name: file, sha256: null, why })),
    ],
  })
}

/** The report as it is kept; the same report makes the same text. */
export const reportText = (report: ImportReport): string => canonicalJson(report)
