import type { LocalDate } from '../../kernel/instant.ts'
import { printedRetention, type Retention } from '../records/retention.ts'
import { escapeHtml } from './body.ts'
import { printedDate } from './boxes.ts'
import { officialPageStyle, printPageStyle } from './official-page-style.ts'

/** Who prints a form, where and when. */
export interface FormHead {
  readonly superior: string
  readonly agency: string
  readonly place: string
  readonly date: LocalDate
}

/** A line of the index of submitted files. */
export interface IndexLine {
  readonly notation: string
  readonly title: string
  readonly startedOn: LocalDate
  readonly endedOn: LocalDate
  readonly retention: Retention
  readonly itemCount: number
}

const formStyle = `
.official .title { margin: 8mm 0 4mm; text-align: center; font-weight: 700; }
.official table { width: 100%; border-collapse: collapse; font-size: 12pt; }
.official td, .official th { border: 0.5pt solid #000; padding: 1mm 1.5mm; vertical-align: top; text-align: left; }
.official th { text-align: center; }
.official .lines p { margin: 3pt 0; text-align: justify; }
.official .sides { display: flex; justify-content: space-around; margin-top: 8mm; text-align: center; font-weight: 700; break-inside: avoid; }
.official .sides span { display: block; margin-top: 22mm; }
`
const day = (date: LocalDate): string => date.split('-').reverse().join('/')

/** `MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU` (Decree 30 Annex V) as a document for print; `fonts` as for the official page. */
export function submissionIndexPage(
  head: FormHead,
  lines: readonly IndexLine[],
  { maker, fonts }: { readonly maker: string; readonly fonts: string },
): string {
  const rows = lines.map((line, index) => [
    String(index + 1),
    line.notation,
    line.title,
    `${day(line.startedOn)} – ${day(line.endedOn)}`,
    printedRetention(line.retention),
    `${String(line.itemCount)} văn bản`,
    '',
  ])
  return formPage(
    head,
    'MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU',
    `${table(
      [
        'Số TT',
        'Số, ký hiệu hồ sơ',
        'Tiêu đề hồ sơ',
        'Thời gian tài liệu',
        'Thời hạn bảo quản',
        'Số tờ/Số trang',
        'Ghi chú',
      ],
      rows,
    )}<div class="lines"><p>Mục lục này gồm: ${String(lines.length)} hồ sơ (đơn vị bảo quản).</p></div>
<div class="sides"><p>Người lập<span>${escapeHtml(maker)}</span></p></div>`,
    fonts,
  )
}

/** One thing in minutes of handing over. */
export interface MinutesLine {
  readonly what: string
  readonly title: string
  readonly to: string
}
export interface Minutes {
  readonly giver: string
  readonly receivers: readonly string[]
  /** Bases (căn cứ). */
  readonly bases: readonly string[]
  /** Name of the mass of records. */
  readonly mass: string
  readonly span: string
  readonly quantity: string
  readonly condition: string
  readonly lines: readonly MinutesLine[]
}

/** `BIÊN BẢN Giao nhận hồ sơ, tài liệu` (Decree 30 Annex V) as a document for print. */
export function handOverMinutesPage(head: FormHead, minutes: Minutes, fonts: string): string {
  const { giver, receivers, bases, mass, span, quantity, condition, lines } = minutes
  const told = [
    ...bases.map((one) => `Căn cứ ${one};`),
    'Chúng tôi gồm:',
    `BÊN GIAO: ${giver}`,
    `BÊN NHẬN: ${receivers.join('; ')}`,
    'Thống nhất lập biên bản giao nhận hồ sơ, tài liệu với những nội dung sau:',
    `1. Tên khối tài liệu: ${mass}`,
    `2. Thời gian của hồ sơ, tài liệu: ${span}`,
    `3. Số lượng: ${quantity}`,
    `4. Tình trạng tài liệu giao nộp: ${condition}`,
    '5. Mục lục hồ sơ, tài liệu nộp lưu kèm theo:',
  ]
  const rows = lines.map((line, index) => [String(index + 1), line.what, line.title, line.to])
  const text = told.map((line) => `<p>${escapeHtml(line)}</p>`).join('')
  return formPage(
    head,
    'BIÊN BẢN<br>Giao nhận hồ sơ, tài liệu',
    `<div class="lines">${text}</div>${table(['Số TT', 'Loại', 'Nội dung', 'Người nhận'], rows)}
<div class="lines"><p>Biên bản này được lập thành hai bản; mỗi bên giữ một bản.</p></div>
<div class="sides"><p>ĐẠI DIỆN BÊN GIAO<span>${escapeHtml(giver)}</span></p><p>ĐẠI DIỆN BÊN NHẬN${receivers
      .map((one) => `<span>${escapeHtml(one)}</span>`)
      .join('')}</p></div>`,
    fonts,
  )
}

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${headings.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`

/** A printed form with head, title and body (HTML); `fonts` as for the official page. */
export function formPage(
  { superior, agency, place, date }: FormHead,
  title: string,
  body: string,
  fonts: string,
): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${title.replace('<br>', ' ')}</title>
<style>${fonts}${printPageStyle}${officialPageStyle}${formStyle}</style></head>
<body><main class="official"><div class="head"><div class="issuer"><p class="superior">${escapeHtml(superior)}</p>
<p class="agency">${escapeHtml(agency)}</p></div><div class="nation"><p class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
<p class="motto">Độc lập - Tự do - Hạnh phúc</p><p class="dated">${escapeHtml(place)}, ${printedDate(date)}</p></div></div>
<h1 class="title">${title}</h1>${body}</main></body></html>`
}
