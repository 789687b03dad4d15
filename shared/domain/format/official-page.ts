import type { DocumentFields, DocumentKind } from '../documents/document.ts'
import { kindFacts } from '../documents/kinds.ts'
import { bodyHtml, closingMark, escapeHtml, type OfficialBody } from './body.ts'
import { addresseeLines, receiverLines, signatureLines } from './boxes.ts'
import { officialPageStyle, printPageStyle } from './official-page-style.ts'

/** Names of the fields on the page, made before the first signature: initials, leader and seal are signatures, number and date texts. */
export const pageFields = ['number', 'date', 'initials', 'leader', 'seal'] as const
export type PageField = (typeof pageFields)[number]

/** A link to this address marks the place of a field; the PDF finaliser puts the field there and removes the link. */
export const FIELD_LINK = 'https://field.congso.invalid/'

const urgencyStamp: Record<DocumentFields['urgency'], string> = {
  normal: '',
  urgent: 'KHẨN',
  'very-urgent': 'THƯỢNG KHẨN',
  express: 'HỎA TỐC',
}

/** What of a document stands on its page. */
export interface PrintedDocument {
  readonly kind: DocumentKind
  readonly fields: DocumentFields
}

/** The whole official page (công văn, form 1.5; named kinds, form 1.4) as a document for print; `fonts` is CSS with the @font-face of Tinos. */
export function officialPage({ kind, fields }: PrintedDocument, body: OfficialBody, fonts: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(`${fields.agency} - ${fields.subject}`)}</title>
<style>${fonts}${printPageStyle}${officialPageStyle}</style></head>
<body><main class="official">${headHtml(kind, fields)}${titleHtml(kind, fields)}${addresseesHtml(fields)}
<div class="body">${bodyHtml(body, `${closingMark(body)}${fieldHtml('initials')}`)}</div>
${footHtml(fields)}</main></body></html>`
}

/** Box 5a: name of the kind, abstract and rule (form 1.4); a công văn has its abstract below the number (5b). */
function titleHtml(kind: DocumentKind, fields: DocumentFields): string {
  if (kind === 'cong-van') return ''
  return `<div class="title"><p class="kind">${kindFacts[kind].name}</p><p class="about">${escapeHtml(fields.subject)}</p></div>`
}

/** Boxes 1–5 and 10b. */
function headHtml(kind: DocumentKind, fields: DocumentFields): string {
  const stamp = urgencyStamp[fields.urgency]
  return `<div class="head"><div class="issuer">
${fields.superior === '' ? '' : `<p class="superior">${escapeHtml(fields.superior)}</p>`}<p class="agency">${escapeHtml(fields.agency)}</p>
<p class="code">Số: ${fieldHtml('number')}/${escapeHtml(fields.symbol)}</p>
${kind === 'cong-van' ? `<p class="abstract">V/v ${escapeHtml(fields.subject)}</p>` : ''}
${stamp === '' ? '' : `<p class="urgency">${stamp}</p>`}</div>
<div class="nation"><p class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="motto">Độc lập - Tự do - Hạnh phúc</p>
<p class="dated">${escapeHtml(fields.place)}, ${fieldHtml('date')}</p></div></div>`
}

/** Box 9a. */
function addresseesHtml(fields: DocumentFields): string {
  const lines = addresseeLines(fields.addressees)
  if (lines.length === 0) return ''
  return `<div class="addressees"><p>Kính gửi:</p><div>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</div></div>`
}

/** Boxes 7, 8 and 9b. */
function footHtml(fields: DocumentFields): string {
  return `<div class="foot"><div class="receivers"><p class="heading">Nơi nhận:</p>${receiverLines(
    fields.receivers,
  )
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')}</div>
<div class="signature"><div class="lines">${signatureLines(fields)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join(
      '',
    )}</div><div class="spot">${fieldHtml('leader')}${fieldHtml('seal')}</div><p>${escapeHtml(fields.signerName)}</p></div></div>`
}

const fieldHtml = (field: PageField): string =>
  `<a class="field ${field}" href="${FIELD_LINK}${field}">&#160;</a>`
