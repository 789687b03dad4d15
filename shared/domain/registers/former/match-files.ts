import { foldText } from '../../../kernel/text-folding.ts'
import type { LocalDate } from '../../../kernel/instant.ts'
import type { BlobRef } from '../../blob-ref.ts'
import type { FormerEntry } from './former-entry.ts'
import type { ReadLine } from './read-former-rows.ts'
import { dayOfCell } from './former-values.ts'

/** A scan as it came: its name, and what its first page says when that could be read. */
export interface OfferedScan {
  readonly name: string
  readonly file: BlobRef
  readonly letterhead: { readonly code: string; readonly issuedOn: LocalDate | null } | null
}

/** By what a scan was matched, or why not. Stored in reports. */
export type MatchedBy = 'row' | 'code' | 'number' | 'page'
export type UnmatchedWhy = 'none' | 'several'
export type ScanMatch =
  | { readonly what: 'matched'; readonly scan: OfferedScan; readonly line: number; readonly by: MatchedBy }
  | { readonly what: 'unmatched'; readonly scan: OfferedScan; readonly why: UnmatchedWhy }

/**
 * Finds the line of each scan: by the name that a line gives, by number and symbol in the file's name, by the number alone (and the day, where
 * the name has one), and by what stands on its first page. A scan that fits several lines is left to a person.
 */
export function matchScans(lines: readonly ReadLine[], scans: readonly OfferedScan[]): readonly ScanMatch[] {
  const rows = lines.flatMap((line) => (line.what === 'entry' ? [line] : []))
  const first = new Map(rows.toReversed().map((row) => [row.entry.id, row.line]))
  const own = rows.filter((row) => first.get(row.entry.id) === row.line)
  const byFileName = groupBy(own, (row) => plainName(row.fileName))
  const byCode = groupBy(own, (row) => letters(row.entry.facts.code))
  const byNumber = groupBy(own, (row) => String(row.entry.facts.number ?? ''))
  return scans.map((scan) => {
    const name = plainName(scan.name)
    const days = daysIn(name)
    const ways: readonly (readonly [MatchedBy, readonly Row[]])[] = [
      ['row', name === '' ? [] : (byFileName.get(name) ?? [])],
      ['code', codesIn(name, byCode)],
      [
        'number',
        onDay(
          numbersIn(name).flatMap((number) => byNumber.get(number) ?? []),
          days,
        ),
      ],
      ['page', onPage(scan, byCode)],
    ]
    let why: UnmatchedWhy = 'none'
    for (const [by, candidates] of ways) {
      const found = [...new Set(days.length > 0 && by === 'code' ? onDay(candidates, days) : candidates)]
      const only = found[0]
      if (found.length === 1 && only !== undefined) return { what: 'matched', scan, line: only.line, by }
      if (found.length > 1) why = 'several'
    }
    return { what: 'unmatched', scan, why }
  })
}

/** Lines with their scans beside what they have already. */
export function withScans(lines: readonly ReadLine[], matches: readonly ScanMatch[]): readonly ReadLine[] {
  const found = new Map<number, OfferedScan[]>()
  for (const match of matches) {
    if (match.what !== 'matched') continue
    const same = found.get(match.line)
    if (same === undefined) found.set(match.line, [match.scan])
    else same.push(match.scan)
  }
  return lines.map((line) => {
    const scans = found.get(line.line)
    if (line.what !== 'entry' || scans === undefined) return line
    const files = scans.map(({ name, file }) => ({ name: name.slice(0, 255), file }))
    const entry: FormerEntry = { ...line.entry, files: [...line.entry.files, ...files] }
    return { ...line, entry }
  })
}

type Row = Extract<ReadLine, { what: 'entry' }>

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === '') continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

const plainName = (name: string): string =>
  foldText(name.replace(/^.*[/\\]/, '').replace(/\.[a-z]{3,4}$/i, ''))
/** `125/QĐ-UBND`, `125_QD_UBND` → `125qdubnd`. */
const letters = (text: string): string => foldText(text).replaceAll(/[^\p{L}\p{N}]+/gu, '')

const DAY = /(?<!\d)(\d{4}[-_.]\d{1,2}[-_.]\d{1,2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{4}|(?:19|20)\d{6})(?!\d)/g

function daysIn(name: string): readonly LocalDate[] {
  return [...name.matchAll(DAY)].flatMap(([text]) => {
    const parted = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text
    return dayOfCell(parted.replaceAll(/[_.]/g, '-'), 0) ?? []
  })
}

/** Numbers of a name that are no part of a day. */
const numbersIn = (name: string): readonly string[] =>
  (name.replaceAll(DAY, ' ').match(/\d+/g) ?? []).slice(0, 1).map((digits) => String(Number(digits)))

/** The longest code that stands in the name; a code without letters would be found anywhere. */
function codesIn(name: string, byCode: ReadonlyMap<string, readonly Row[]>): readonly Row[] {
  const plain = letters(name.replaceAll(DAY, ' '))
  for (let length = plain.length; length >= 4; length--)
    for (let at = 0; at + length <= plain.length; at++) {
      const piece = plain.slice(at, at + length)
      const isWhole = !/\d/.test(plain[at - 1] ?? '') && /^\d+\D/.test(piece)
      const rows = isWhole ? byCode.get(piece) : undefined
      if (rows !== undefined) return rows
    }
  return []
}

/** A name with a day fits only lines of that day. */
const onDay = (rows: readonly Row[], days: readonly LocalDate[]): readonly Row[] =>
  days.length === 0
    ? rows
    : rows.filter(({ entry: { facts } }) => days.some((day) => day === facts.date || day === facts.issuedOn))

function onPage({ letterhead }: OfferedScan, byCode: ReadonlyMap<string, readonly Row[]>): readonly Row[] {
  if (letterhead === null || letterhead.code === '') return []
  const rows = byCode.get(letters(letterhead.code)) ?? []
  const { issuedOn } = letterhead
  return issuedOn === null ? rows : rows.filter(({ entry }) => entry.facts.issuedOn === issuedOn)
}
