import { strToU8, zipSync } from 'fflate'
import {
  formerEntryId,
  type FormerEntry,
  type FormerFacts,
  type FormerShelf,
} from '../../shared/domain/registers/former/former-entry.ts'
import { escapeXml } from '../../shared/spreadsheet/escape-xml.ts'

type Cell = string | number | null | { readonly serial: number }

/** A workbook as other programs write one: shared strings, prefixed names nowhere, merged cells, days as numbers with a format. */
export function workbookOf({
  cells = [],
  merges = [],
  is1904 = false,
  raw,
}: {
  readonly cells?: readonly (readonly Cell[])[]
  readonly merges?: readonly string[]
  readonly is1904?: boolean
  /** Instead of the sheet. */
  readonly raw?: string
}): Uint8Array {
  const strings: string[] = []
  const cellOf = (cell: Cell, column: number, line: number): string => {
    if (cell === null) return ''
    const place = `${String.fromCharCode(65 + column)}${line}`
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
    if (typeof cell === 'object') return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`
    strings.push(cell)
    return `<c r="${place}" t="s"><v>${strings.length - 1}</v></c>`
  }
  const rows = cells.map((row, index) => {
    const line = index + 1
    return `<row r="${line}">${row.map((cell, column) => cellOf(cell, column, line)).join('')}</row>`
  })
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const files = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml':
      raw ??
      `<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((one) => `<si><t>${escapeXml(one)}</t></si>`).join('')}</sst>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

const issuers = ['Sở Tài chính', 'Sở Nội vụ', 'UBND huyện Bình Lâm', 'Văn phòng UBND tỉnh Minh Giang']
const subjects = ['Về việc báo cáo quý', 'Kế hoạch cải cách hành chính', 'Giấy mời họp giao ban']

/** A former register of arrivals as a clerk kept it: title, headings, column numbers, then a line a number, spread over the year. */
export function formerIncoming(year: number, count: number): readonly (readonly (string | number)[])[] {
  return [
    ['SỔ ĐĂNG KÝ VĂN BẢN ĐẾN'],
    [`Năm: ${year}`],
    [
      'Ngày đến',
      'Số đến',
      'Tác giả',
      'Số, ký hiệu văn bản',
      'Ngày tháng văn bản',
      'Tên loại và trích yếu nội dung văn bản',
      'Đơn vị hoặc người nhận',
      'Ngày chuyển',
      'Ký nhận',
      'Ghi chú',
    ],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)'],
    ...Array.from({ length: count }, (_, index) => {
      const day = dayOf(year, (index * 364) / Math.max(1, count))
      return [
        day,
        index + 1,
        issuers[index % issuers.length] ?? '',
        `${(index % 900) + 100}/STC-${['NS', 'HCSN', 'VP'][index % 3] ?? ''}`,
        dayOf(year, (index * 364) / Math.max(1, count) - 1),
        `${subjects[index % subjects.length] ?? ''} ${index + 1}`,
        'Phòng Hành chính',
        day,
        '',
        '',
      ]
    }),
  ]
}

const dayOf = (year: number, index: number): string => {
  const date = new Date(Date.UTC(year, 0, 1 + Math.max(0, Math.floor(index))))
  return date.toISOString().slice(0, 10).split('-').toReversed().join('/')
}

/** A line of a former register as an import brings it. */
export function aFormerEntry(
  shelf: FormerShelf,
  number: number,
  more: Partial<FormerFacts> = {},
  files: FormerEntry['files'] = [],
): FormerEntry {
  const facts: FormerFacts = {
    number,
    date: `${shelf.year}-03-12`,
    code: `${number}/STC-NS`,
    issuedOn: `${shelf.year}-03-11`,
    issuer: 'Sở Tài chính',
    subject: 'Báo cáo',
    signer: '',
    receivers: '',
    keeper: '',
    copies: '',
    transferred: '',
    receipt: '',
    remark: '',
    ...more,
  }
  return { id: formerEntryId(shelf, facts), line: number, facts, files }
}
