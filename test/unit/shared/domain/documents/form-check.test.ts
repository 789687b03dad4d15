import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  DocumentFields,
  DocumentKind,
  OfficialDocument,
} from '../../../../../shared/domain/documents/document.ts'
import { formFindings } from '../../../../../shared/domain/documents/form-check.ts'
import { documentFieldsOf } from '../../../../builders/a-document.ts'

const written = (change: Partial<DocumentFields> = {}, kind: DocumentKind = 'cong-van'): OfficialDocument =>
  ({
    kind,
    fields: documentFieldsOf(change),
    text: {},
    route: {},
    recipients: [{ code: '000.01.STC.T99', name: 'Sở Tài chính' }],
  }) as unknown as OfficialDocument

const rulesOf = (document: OfficialDocument) => formFindings(document).map(({ rule }) => rule)

describe('the form check', () => {
  it('finds nothing in what is complete', () => {
    expect(formFindings(written())).toEqual([])
  })

  it.each([
    [{ receivers: ['Lưu: VT, TCBC'] }, 'as-above-missing', 'Như trên; Lưu: VT, TCBC'],
    [{ receivers: ['Như trên'] }, 'archive-line-missing', 'Như trên; Lưu: VT, TCBC'],
    [{ receivers: ['Như trên'], symbol: 'SNV' }, 'archive-line-missing', 'Như trên; Lưu: VT'],
    [{ receivers: ['Như trên', 'Lưu VT, TCBC.', ''] }, 'archive-line-missing', 'Như trên; Lưu: VT, TCBC.'],
    [{ receivers: ['Như trên', 'lưu: Đội 3'] }, 'archive-line-missing', 'Như trên; Lưu: VT, Đội 3'],
    [{ signerName: 'PGS. TS. Nguyễn Thu Hà' }, 'rank-before-name', 'Nguyễn Thu Hà'],
    [{ symbol: 'BC-SNV' }, 'symbol-of-named-kind', undefined],
    [{ symbol: 'BC-SNV-TCBC' }, 'symbol-of-named-kind', 'SNV-TCBC'],
    [{ addressees: ['Ông, Bà'] }, 'recipient-not-on-page', 'Như trên; Sở Tài chính; Lưu: VT, TCBC'],
  ] as const)('%o: %s is put right as “%s”', (change, rule, after) => {
    const document = written(structuredClone(change) as Partial<DocumentFields>)
    expect(rulesOf(document)).toContain(rule)
    expect(formFindings(document).find((one) => one.rule === rule)?.repair?.after).toBe(after)
  })

  it('puts the symbol of its kind first', () => {
    const report = formFindings(written({ symbol: 'SNV-TCBC' }, 'bao-cao'))
    expect(report.map(({ repair }) => repair?.after)).toEqual(['BC-SNV-TCBC'])
  })

  it('invents no abstract', () => {
    expect(formFindings(written({ subject: '' }))).toEqual([{ rule: 'subject-missing', repair: null }])
  })

  it('never leaves what it put right, nor breaks anything else by it', () => {
    const words = fc.constantFrom(
      '',
      'Như trên',
      'Lưu: VT',
      'Lưu VT, TCBC',
      'lưu',
      'Luu: VT',
      'Sở Tài chính',
      ' - Lưu: Hồ sơ',
    )
    const fields = fc.record({
      symbol: fc.constantFrom('SNV', 'BC-SNV', 'SNV-TCBC', 'QĐ', 'BC-QĐ-SNV', ''),
      signerName: fc.constantFrom('TS. Lê A', 'GS.TS Lê A', 'TS.', 'Lê A'),
      receivers: fc.array(words, { maxLength: 5 }),
      addressees: fc.array(words, { maxLength: 2 }),
    })
    fc.assert(
      fc.property(fields, fc.constantFrom<DocumentKind>('cong-van', 'bao-cao'), (change, kind) => {
        const document = written(change, kind)
        const before = new Set(rulesOf(document))
        for (const { rule, repair } of formFindings(document)) {
          if (repair === null) continue
          const after = rulesOf({ ...document, fields: { ...document.fields, ...repair.change } })
          expect(after).not.toContain(rule)
          expect(after.filter((one) => !before.has(one))).toEqual([])
        }
      }),
      { numRuns: 1000 },
    )
  })
})
