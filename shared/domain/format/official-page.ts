import type { DocumentFields, DocumentKind } from '../documents/document.ts'
import { isDeciding, kindFacts } from '../documents/kinds.ts'
import { bodyHtml, closingMark, escapeHtml, type OfficialBody } from './body.ts'
import { addresseeLines, issuingAuthority, receiverLines, signatureLines } from './boxes.ts'
import { officialPageStyle, printPageStyle } from './official-page-style.ts'

/** Names of the fields on the page, made before the first signature: initials, leader and seal are signatures, number and date texts. */
export type PageField = 'number' | 'date' | 'initials' | 'leader' | 'seal'

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

/** The whole official page (công văn, form 1.5; nghị quyết, form 1.1; quyết định, form 1.2; named kinds, form 1.4; biên bản, form 1.9) as a document for print; `fonts` is CSS with the @font-face of Tinos. */
export function officialPage({ kind, fields }: PrintedDocument, body: OfficialBody, fonts: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(`${fields.agency} - ${fields.subject}`)}</title>
<style>${fonts}${printPageStyle}${officialPageStyle}</style></head>
<body><main class="official">${headHtml(kind, fields)}${titleHtml(kind, fields)}${addresseesHtml(kind, fields)}
<div class="body">${bodyHtml(body, `${closingMark(body)}${kind === 'bien-ban' ? '' : fieldHtml('initials')}`)}</div>
${kind === 'bien-ban' ? minutesFootHtml(fields) : footHtml(fields)}</main></body></html>`
}

/** Box 5a: name of the kind, abstract and rule (form 1.4); a công văn has its abstract below the number (5b). */
function titleHtml(kind: DocumentKind, fields: DocumentFields): string {
  if (kind === 'cong-van') return ''
  return `<div class="title"><p class="kind">${kindFacts[kind].name}</p><p class="about">${escapeHtml(fields.subject)}</p></div>${isDeciding(kind) ? `<p class="deciding">${escapeHtml(issuingAuthority(fields))}</p>` : ''}`
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
${kindFacts[kind].isDated ? `<p class="dated">${escapeHtml(fields.place)}, ${fieldHtml('date')}</p>` : ''}</div></div>`
}

/** Box 9a. */
function addresseesHtml(kind: DocumentKind, fields: DocumentFields): string {
  const lines = kindFacts[kind].hasAddressees === 'never' ? [] : addresseeLines(fields.addressees)
  if (lines.length === 0) return ''
  return `<div class="addressees"><p>Kính gửi:</p><div>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</div></div>`
}

/** Boxes 7, 8 and 9b. */
const footHtml = (fields: DocumentFields): string =>
  `<div class="foot">${receiversHtml(fields)}${signatureHtml(fields)}</div>`

/** Form 1.9: the secretary signs at the left, the chair at the right under the seal; who receives stands below. */
const minutesFootHtml = (fields: DocumentFields): string =>
  `<div class="foot"><div class="signature secretary"><div class="lines"><p>Thư ký</p></div><div class="spot">${fieldHtml('initials')}</div><p>${escapeHtml(
    fields.secretary ?? '',
  )}</p></div>${signatureHtml(fields)}</div>${receiversHtml(fields)}`

const receiversHtml = (fields: DocumentFields): string =>
  `<div class="receivers"><p class="heading">Nơi nhận:</p>${linesHtml(receiverLines(fields.receivers))}</div>`

const signatureHtml = (fields: DocumentFields): string =>
  `<div class="signature"><div class="lines">${linesHtml(signatureLines(fields))}</div><div class="spot">${fieldHtml('leader')}${fieldHtml('seal')}</div><p>${escapeHtml(fields.signerName)}</p></div>`

const linesHtml = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')

const fieldHtml = (field: PageField): string =>
  `<a class="field ${field}" href="${FIELD_LINK}${field}">&#160;</a>`
