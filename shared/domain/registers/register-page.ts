import { escapeHtml } from '../format/body.ts'
import type { BookDirection } from './book.ts'
import {
  registerHeadings,
  registerTitles,
  type RegisterCell,
  type RegisterCover,
  type RegisterEntry,
} from './register-form.ts'

/** Widths of the ten columns in percent, in the order of the form. */
const widths: Readonly<Record<BookDirection, readonly number[]>> = {
  outgoing: [10, 8.5, 22, 10, 13, 9, 5, 8.5, 7, 7],
  incoming: [8.5, 5, 12, 11, 8.5, 21, 10, 8.5, 7.5, 8],
}

const style = `
@page { size: A4 landscape; margin: 15mm 12mm; }
@page { @top-center { content: counter(page); font-family: Tinos; font-size: 11pt; } }
@page :first { @top-center { content: none; } }
body { margin: 0; font-family: Tinos, serif; font-size: 11pt; line-height: 1.2; color: #000; }
.cover { height: 178mm; display: flex; flex-direction: column; align-items: center; break-after: page; text-align: center; }
.cover p { margin: 0; font-size: 14pt; }
.cover .agency { font-weight: 700; }
.cover h1 { margin: 42mm 0 8mm; font-size: 24pt; }
.cover .space { flex: 1; }
.cover .facts p { font-size: 14pt; line-height: 1.7; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 0.5pt solid #000; padding: 1mm 1.2mm; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th { text-align: center; vertical-align: middle; }
tr { break-inside: avoid; }
del { color: #000; }
`

/** The register as bound (Decree 30 Annex IV): cover, then every line under the ten headings, voided and corrected ones struck. */
export function registerPage(
  direction: BookDirection,
  cover: RegisterCover,
  entries: readonly RegisterEntry[],
  fonts: string,
): string {
  const title = registerTitles[direction]
  const headings = registerHeadings[direction]
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(`${title} - ${cover.agency} - ${cover.year}`)}</title>
<style>${fonts}${style}</style></head><body>${coverHtml(title, cover)}
<table><colgroup>${widths[direction].map((width) => `<col style="width:${width}%">`).join('')}</colgroup>
<thead><tr>${headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('')}</tr></thead>
<tbody>${entries.map(rowHtml).join('\n')}</tbody></table></body></html>`
}

function coverHtml(title: string, cover: RegisterCover): string {
  const line = (text: string): string => `<p>${escapeHtml(text)}</p>`
  return `<section class="cover">${cover.superior === '' ? '' : line(cover.superior)}<p class="agency">${escapeHtml(cover.agency)}</p>
<h1>${escapeHtml(title)}</h1>${line(`Năm: ${cover.year}`)}<div class="space"></div>
<div class="facts">${line(`Từ ngày ${cover.fromDate} đến ngày ${cover.untilDate}`)}${line(`Từ số ${cover.first} đến số ${cover.last}`)}${line(`Quyển số: ${cover.volume}`)}</div></section>`
}

function rowHtml({ cells, isVoided }: RegisterEntry): string {
  const last = cells.length - 1
  const each = cells.map((cell, index) =>
    isVoided && index !== last ? `<td>${struck(cell.text)}</td>` : `<td>${cellHtml(cell)}</td>`,
  )
  return `<tr>${each.join('')}</tr>`
}

const struck = (text: string): string => (text === '' ? '' : `<del>${escapeHtml(text)}</del>`)
const cellHtml = ({ text, struck: before }: RegisterCell): string =>
  `${before === undefined ? '' : `${struck(before)} `}${escapeHtml(text)}`
