import { escapeHtml } from '../format/body.ts'
import type { Agency } from '../directory/directory.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import { daysOfWeek, numberOfWeek, type WeekId } from './iso-week.ts'
import { halfNames, printedDate, printedHours, printedPeople, weekdayName, weekWords } from './week-form.ts'
import { halves, inOrder, type Half, type WeekLine } from './week-line.ts'

/** A schedule as it is printed. */
export interface PrintedWeek {
  readonly week: WeekId
  readonly agency: Pick<Agency, 'superior' | 'letterhead' | 'place'>
  readonly lines: readonly WeekLine[]
  /** Number and day of a published version; null: a draft. */
  readonly version: { readonly number: number; readonly day: LocalDate } | null
  readonly nameOf: (post: string) => string
}

const style = `
@page { size: A4 landscape; margin: 15mm 12mm; }
@page { @top-center { content: counter(page); font-family: Tinos; font-size: 11pt; } }
@page :first { @top-center { content: none; } }
body { margin: 0; font-family: Tinos, serif; font-size: 11.5pt; line-height: 1.2; color: #000; }
.head { display: flex; justify-content: space-between; text-align: center; }
.head p { margin: 0; font-size: 12pt; }
.head .bold { font-weight: 700; }
.head .rule { display: inline-block; padding-bottom: 1mm; border-bottom: 0.6pt solid #000; }
h1 { margin: 6mm 0 0; font-size: 15pt; text-align: center; text-transform: uppercase; }
.days, .version { margin: 1mm 0; text-align: center; font-style: italic; }
table { width: 100%; margin-top: 3mm; border-collapse: collapse; table-layout: fixed; }
th, td { border: 0.5pt solid #000; padding: 1mm 1.2mm; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
thead th, tbody th { text-align: center; vertical-align: middle; }
tbody th { font-weight: 400; }
tbody th.day { font-weight: 700; }
tr { break-inside: avoid; }
`

const headings = [
  'Thứ, ngày',
  'Buổi',
  'Thời gian',
  'Nội dung',
  'Lãnh đạo',
  'Chủ trì, thành phần',
  'Địa điểm',
  'Chuẩn bị',
] as const
const widths = [9, 5.5, 9, 27, 13, 17, 10.5, 9] as const

/** The weekly schedule on A4 landscape: a row for each line under its day and half of the day, the working days even where they are free. */
export function weekPage({ week, agency, lines, version, nameOf }: PrintedWeek, fonts: string): string {
  const days = daysOfWeek(week)
  const shown = days.filter((day, index) => index < 5 || lines.some((line) => line.day === day))
  const title = `${weekWords.title} ${numberOfWeek(week)}`
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(`${title} - ${agency.letterhead}`)}</title>
<style>${fonts}${style}</style></head><body>${headHtml(agency)}
<h1>${escapeHtml(title)}</h1>
<p class="days">(Từ ngày ${printedDate(days[0] ?? '')} đến ngày ${printedDate(days[6] ?? '')})</p>
<p class="version">${version === null ? 'Dự thảo' : `Công bố lần ${version.number}, ngày ${printedDate(version.day)}`}</p>
<table><colgroup>${widths.map((width) => `<col style="width:${width}%">`).join('')}</colgroup>
<thead><tr>${headings.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead>
<tbody>${shown.map((day) => dayHtml(day, lines, nameOf)).join('\n')}</tbody></table></body></html>`
}

function headHtml({ superior, letterhead }: PrintedWeek['agency']): string {
  const upper = (text: string): string => escapeHtml(text.toLocaleUpperCase('vi'))
  return `<div class="head"><div>${superior === '' ? '' : `<p>${upper(superior)}</p>`}<p class="bold"><span class="rule">${upper(letterhead)}</span></p></div>
<div><p class="bold">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="bold"><span class="rule">Độc lập - Tự do - Hạnh phúc</span></p></div></div>`
}

function dayHtml(day: LocalDate, lines: readonly WeekLine[], nameOf: PrintedWeek['nameOf']): string {
  const of = (half: Half) => inOrder(lines.filter((line) => line.day === day && line.half === half))
  const rows = halves.flatMap((half) => {
    const own = of(half)
    const cells = own.length === 0 ? ['<td></td>'.repeat(6)] : own.map((line) => lineHtml(line, nameOf))
    return cells.map((cell, index) =>
      index === 0 ? `<th scope="row" rowspan="${cells.length}">${halfNames[half]}</th>${cell}` : cell,
    )
  })
  const head = `<th class="day" scope="row" rowspan="${rows.length}">${weekdayName(day)}<br>${printedDate(day)}</th>`
  return rows.map((row, index) => `<tr>${index === 0 ? head : ''}${row}</tr>`).join('')
}

function lineHtml(line: WeekLine, nameOf: PrintedWeek['nameOf']): string {
  const leaders = line.leaders.map(nameOf).filter((name) => name !== '')
  const words = line.busy
    ? [weekWords.busy, leaders.join(', '), '', '', '']
    : [line.content, leaders.join(', '), printedPeople(line), line.place, preparedWords(line)]
  return [printedHours(line), ...words].map((text) => `<td>${escapeHtml(text)}</td>`).join('')
}

const preparedWords = ({ preparer, transport }: Extract<WeekLine, { busy: false }>): string =>
  [preparer, transport === '' ? '' : `${weekWords.transport}: ${transport}`]
    .filter((part) => part !== '')
    .join('; ')
