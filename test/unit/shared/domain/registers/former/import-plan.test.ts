import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormerFacts } from '../../../../../../shared/domain/registers/former/former-entry.ts'
import {
  planImport,
  type ImportSource,
} from '../../../../../../shared/domain/registers/former/import-plan.ts'
import { importReport, reportOf } from '../../../../../../shared/domain/registers/former/import-report.ts'
import { matchScans, withScans } from '../../../../../../shared/domain/registers/former/match-files.ts'
import { numberSeries } from '../../../../../../shared/domain/registers/former/number-series.ts'
import type { ReadLine } from '../../../../../../shared/domain/registers/former/read-former-rows.ts'
import { aFormerEntry } from '../../../../../builders/former-register.ts'
import { sha256Hex } from '../../../../../../shared/kernel/hash.ts'

const shelf = { direction: 'incoming', year: 2019 } as const
const source: ImportSource = { kind: 'sheet', name: 'so-den-2019.xlsx', sha256: sha256Hex('a'), sizeBytes: 1 }

const entry = (line: number, number: number, more: Partial<FormerFacts> = {}, fileName = ''): ReadLine => {
  return { what: 'entry', line, fileName, entry: { ...aFormerEntry(shelf, number, more), line } }
}
const refused = (line: number): ReadLine => ({ what: 'refused', line, reason: 'date-missing' })
const scan = (name: string, letterhead: { code: string; issuedOn: string | null } | null = null) => ({
  name,
  file: { sha256: sha256Hex(name), sizeBytes: 3, mediaType: 'application/pdf' },
  letterhead,
})

describe('an import', () => {
  const lines = fc
    .array(fc.option(fc.integer({ min: 1, max: 30 }), { freq: 4 }), { maxLength: 60 })
    .map((numbers) =>
      numbers.map((number, index) => (number === null ? refused(index + 1) : entry(index + 1, number))),
    )

  it('adds up: every line is imported, a duplicate or refused, whatever is here already', () => {
    fc.assert(
      fc.property(lines, fc.func(fc.constantFrom('earlier', 'none')), (given, isKnown) => {
        const ids = given.flatMap((line) => (line.what === 'entry' ? [line.entry.id] : []))
        const known = new Map(ids.filter((id) => isKnown(id) === 'earlier').map((id) => [id, 'earlier']))
        const plan = planImport(shelf, source, given, known)
        const { rows, imported, duplicate, refused: not } = plan.counts
        expect(rows).toBe(given.length)
        expect(imported + duplicate + not).toBe(rows)
        const written = plan.pages.flatMap((page) => page.entries.map((one) => one.id))
        expect(written).toHaveLength(imported)
        expect(new Set(written).size).toBe(imported)
        expect(written.some((id) => known.has(id))).toBe(false)
        const report = reportOf('Sổ đến 2019', plan)
        expect(report.skipped).toHaveLength(duplicate + not)
        expect(importReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
      }),
    )
  })

  it('taken up again is the same import with the same lines', () => {
    fc.assert(
      fc.property(lines, fc.nat(60), (given, until) => {
        const whole = planImport(shelf, source, given, new Map())
        const done = whole.pages.flatMap((page) => page.entries).slice(0, until)
        const again = planImport(shelf, source, given, new Map(done.map((one) => [one.id, whole.id])))
        expect(again).toEqual(whole)
      }),
    )
  })

  it('that was withdrawn is another one', () => {
    const given = [entry(1, 1)]
    expect(planImport(shelf, source, given, new Map(), 2).id).not.toBe(
      planImport(shelf, source, given, new Map()).id,
    )
  })
})

describe('numbers', () => {
  const linesOf = (...all: readonly (readonly [number, string])[]) =>
    all.map(([number, code], index) => ({ line: index + 1, facts: facts(number, code) }))
  const facts = (number: number, code: string): FormerFacts => {
    const line = entry(1, number, { code })
    if (line.what !== 'entry') throw new Error('an entry')
    return line.entry.facts
  }

  it('are reported with gaps and repeats', () => {
    expect(numberSeries(shelf, linesOf([1, 'a'], [2, 'b'], [5, 'c'], [5, 'd'], [7, 'e']))).toEqual([
      {
        symbol: '',
        first: 1,
        last: 7,
        gaps: [
          { from: 3, to: 4 },
          { from: 6, to: 6 },
        ],
        repeated: [{ number: 5, lines: [3, 4] }],
      },
    ])
  })

  it('of an outgoing register run in one series or in one for each kind, whichever leaves less open', () => {
    const outgoing = { direction: 'outgoing' } as const
    const apart = linesOf([1, '1/QĐ-UBND'], [1, '1/TB-UBND'], [2, '2/QĐ-UBND'], [2, '2/TB-UBND'])
    expect(numberSeries(outgoing, apart).map((one) => one.symbol)).toEqual(['QĐ', 'TB'])
    const together = linesOf([1, '1/QĐ-UBND'], [2, '2/TB-UBND'], [3, '3/QĐ-UBND'])
    expect(numberSeries(outgoing, together).map((one) => one.symbol)).toEqual([''])
  })
})

describe('scans', () => {
  const lines = [
    entry(1, 7, {}, 'tap-1.pdf'),
    entry(2, 8, { code: '125/QĐ-UBND' }),
    entry(3, 9, { code: '9/UBND', date: '2019-04-01' }),
    entry(4, 9, { code: '9/HĐND', date: '2019-04-02' }),
  ]

  it.each([
    ['tap-1.PDF', 'row', 1],
    ['125_QD_UBND.pdf', 'code', 2],
    ['QĐ 125-QĐ-UBND ngày 12.03.2019.pdf', 'code', 2],
    ['VB den so 0007.tif', 'number', 1],
    ['9 (2019-04-02).jpg', 'number', 4],
    ['20190401_009.pdf', 'number', 3],
  ])('%s is matched by its %s', (name, by, line) => {
    expect(matchScans(lines, [scan(name)])[0]).toMatchObject({ what: 'matched', by, line })
  })

  it('are matched by what stands on their first page, left alone where several lines fit, and listed where none does', () => {
    const found = matchScans(lines, [
      scan('scan0.pdf', { code: '125/QĐ-UBND', issuedOn: '2019-03-11' }),
      scan('9.pdf'),
      scan('bia.pdf'),
    ])
    expect(found).toMatchObject([
      { what: 'matched', by: 'page', line: 2 },
      { what: 'unmatched', why: 'several' },
      { what: 'unmatched', why: 'none' },
    ])
    const [first, second] = withScans(lines, found)
    expect(first).toMatchObject({ entry: { files: [] } })
    expect(second).toMatchObject({ entry: { files: [{ name: 'scan0.pdf' }] } })
  })
})
