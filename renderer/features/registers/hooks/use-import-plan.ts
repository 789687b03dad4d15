import { useEffect, useMemo, useState } from 'react'
import {
  recogniseSheet,
  type ColumnPlan,
  type RecognisedSheet,
} from '#shared/domain/registers/former/former-columns.ts'
import { planImport, type ImportPlan } from '#shared/domain/registers/former/import-plan.ts'
import {
  reportOf,
  type ImportReport,
  type RefusedScan,
} from '#shared/domain/registers/former/import-report.ts'
import { matchScans, withScans, type OfferedScan } from '#shared/domain/registers/former/match-files.ts'
import { directionOfArchive, readArchive } from '#shared/domain/registers/former/read-archive.ts'
import { readFormerRows, usualYear, type ReadLine } from '#shared/domain/registers/former/read-former-rows.ts'
import type { BookDirection } from '#shared/domain/registers/book.ts'
import { partsOf } from '#shared/kernel/instant.ts'
import { useReaders } from '../../../database/office-context.tsx'
import { useAgency, useBooks, useFormerImports } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useToday } from '../../../workplace/today.ts'
import type { Source } from './use-import-source.ts'

/** What the person set over what was recognised. */
export interface Chosen {
  readonly sheet?: number
  readonly direction?: BookDirection
  readonly year?: number
  readonly columns?: ColumnPlan
}

/** How the source is read now, and everything that importing it would do. */
export interface Preview {
  /** Which sheet of a workbook, from 0. */
  readonly sheet: number
  readonly direction: BookDirection
  readonly year: number
  readonly recognised: RecognisedSheet | null
  readonly columns: ColumnPlan
  readonly name: string
  readonly plan: ImportPlan
  readonly report: ImportReport
  /** This year's book that went on from a former register; null for a former year. */
  readonly book: string | null
  /** The same import is done already. */
  readonly isDone: boolean
}

interface Wanted {
  readonly source: Source | null
  readonly chosen: Chosen
  /** What the person called it; null: by what it holds. */
  readonly given: string | null
  readonly scans: readonly OfferedScan[]
  readonly refused: readonly RefusedScan[]
  /** While an import runs, what is previewed stays as it was. */
  readonly isFrozen: boolean
}

/** What an import would do, before anything is written; undefined while there is no source or it is being read. */
export function useImportPlan({
  source,
  chosen,
  given,
  scans,
  refused,
  isFrozen,
}: Wanted): Preview | undefined {
  const t = useT()
  const { office } = useReaders()
  const today = useToday()
  const books = useBooks()
  const imports = useFormerImports()
  const agency = useAgency()?.state
  const how = useMemo(
    () => (source === null || agency === undefined ? undefined : settingsOf(source, chosen, agency.codes)),
    [source, chosen, agency],
  )
  const thisYear = partsOf(today).year
  const own = books?.find(
    (one) => one.year === how?.year && one.direction === how.direction && one.startAfter > 0,
  )
  const lastNumber = how === undefined || how.year < thisYear ? null : (own?.startAfter ?? 0)
  const lines = useMemo(
    () => (source === null || how === undefined ? undefined : linesOf(source, how, lastNumber)),
    [source, how, lastNumber],
  )
  const [known, setKnown] = useState<{ lines: readonly ReadLine[]; map: ReadonlyMap<string, string> }>()
  useEffect(() => {
    if (lines === undefined || imports === undefined || isFrozen) return undefined
    let isWanted = true
    const ids = lines.flatMap((line) => (line.what === 'entry' ? [line.entry.id] : []))
    void office.former.known(ids).then((map) => {
      if (isWanted) setKnown({ lines, map })
    })
    return () => {
      isWanted = false
    }
  }, [lines, imports, isFrozen, office])

  const planned = useMemo(() => {
    if (source === null || how === undefined || lines === undefined || known?.lines !== lines)
      return undefined
    const { direction, year } = how
    const { kind, name, sha256, sizeBytes } = source
    const from = { kind, name, sha256, sizeBytes }
    const matches = matchScans(lines, scans)
    const all = withScans(lines, matches)
    const statusOf = (id: string) => imports?.find((one) => one.id === id)?.status
    let attempt = 1
    let plan = planImport({ direction, year }, from, all, known.map)
    while (statusOf(plan.id) === 'withdrawn')
      plan = planImport({ direction, year }, from, all, known.map, ++attempt)
    return { how, plan, matches, isDone: statusOf(plan.id) === 'done' }
  }, [source, how, lines, known, scans, imports])

  return useMemo(() => {
    if (planned === undefined) return undefined
    const { how: settings, plan, matches, isDone } = planned
    const { direction, year } = settings
    const name = given ?? t(`former.proposed.${direction}`, { year })
    const book = year < thisYear ? null : (own?.id ?? null)
    return { ...settings, name, plan, report: reportOf(name, plan, matches, refused), book, isDone }
  }, [planned, given, refused, thisYear, own?.id, t])
}

type Settings = Pick<Preview, 'direction' | 'year' | 'recognised' | 'columns' | 'sheet'>

function settingsOf(source: Source, chosen: Chosen, ownCodes: readonly string[]): Settings {
  if (source.kind === 'messages') {
    const documents = source.messages.map((one) => (one.ok ? one : { document: null, files: [] }))
    const years = documents.flatMap(({ document }) => document?.issuedOn?.slice(0, 4) ?? [])
    return {
      direction: chosen.direction ?? directionOfArchive(documents, ownCodes),
      year: chosen.year ?? Number(mostOf(years) ?? '0'),
      recognised: null,
      columns: [],
      sheet: 0,
    }
  }
  const sheet = chosen.sheet ?? bestSheet(source)
  const rows = source.sheets[sheet]?.rows ?? []
  const recognised = recogniseSheet(rows, chosen.direction)
  const columns = chosen.columns ?? recognised.columns
  return {
    direction: recognised.direction,
    year: chosen.year ?? recognised.year ?? usualYear(rows, { ...recognised, columns }) ?? 0,
    recognised,
    columns,
    sheet,
  }
}

/** The sheet with the most headings, the longest of those. */
function bestSheet({ sheets }: Extract<Source, { kind: 'sheet' }>): number {
  const worth = sheets.map(({ rows }) => {
    const found = recogniseSheet(rows).columns.filter((column) => column !== null).length
    return found * 1_000_000 + rows.length
  })
  return worth.indexOf(Math.max(...worth))
}

function mostOf(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

function linesOf(source: Source, how: Settings, lastNumber: number | null): readonly ReadLine[] {
  const { direction, year, columns, recognised, sheet } = how
  if (source.kind === 'messages') {
    const documents = source.messages.map((one) => (one.ok ? one : { document: null, files: [] }))
    return readArchive(documents, { direction, year, lastNumber })
  }
  const rows = source.sheets[sheet]?.rows ?? []
  return readFormerRows(rows, {
    direction,
    year,
    columns,
    headingLine: recognised?.headingLine ?? 0,
    lastNumber,
  })
}
