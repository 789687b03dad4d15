import type { Formats } from '../../../i18n/formats.ts'
import type { Translate } from '../../../i18n/messages.ts'
import type { UnmatchedRow } from '../../../projections/incoming.ts'

/** Fields of a message that have a name in plain words; the others keep the name the message gives them. */
const named = {
  kind: 'incoming.unmatched.fields.kind',
  'from.organId': 'incoming.unmatched.fields.fromOrganId',
  'from.name': 'incoming.unmatched.fields.fromName',
  'from.superior': 'incoming.unmatched.fields.fromSuperior',
  'from.address': 'incoming.unmatched.fields.fromAddress',
  'from.email': 'incoming.unmatched.fields.fromEmail',
  'from.telephone': 'incoming.unmatched.fields.fromTelephone',
  'from.fax': 'incoming.unmatched.fields.fromFax',
  'from.website': 'incoming.unmatched.fields.fromWebsite',
  'responseFor.organId': 'incoming.unmatched.fields.responseForOrganId',
  'responseFor.code': 'incoming.unmatched.fields.responseForCode',
  'responseFor.documentId': 'incoming.unmatched.fields.responseForDocumentId',
  'responseFor.issuedOn': 'incoming.unmatched.fields.responseForIssuedOn',
  'staff.department': 'incoming.unmatched.fields.staffDepartment',
  'staff.name': 'incoming.unmatched.fields.staffName',
  'staff.mobile': 'incoming.unmatched.fields.staffMobile',
  'staff.email': 'incoming.unmatched.fields.staffEmail',
  statusCode: 'incoming.unmatched.fields.statusCode',
  description: 'incoming.unmatched.fields.description',
  at: 'incoming.unmatched.fields.at',
  subject: 'incoming.unmatched.fields.subject',
  documentId: 'incoming.unmatched.fields.documentId',
} as const

/** Name and value of one field as people read them. */
export function fieldFact(
  { name, value }: UnmatchedRow['fields'][number],
  t: Translate,
  formats: Formats,
): readonly [label: string, value: string] {
  const label = Object.hasOwn(named, name) ? t(named[name as keyof typeof named]) : name
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [label, formats.date(value)]
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return [label, formats.dateTime(value)]
  return [label, value]
}
