import type { Formats } from '../../../i18n/formats.ts'
import type { Translate } from '../../../i18n/messages.ts'
import type { UnmatchedRow } from '../../../projections/incoming.ts'
import { fileTypeWord } from './file-type.ts'

type Field = UnmatchedRow['fields'][number]
type Fact = readonly [label: string, value: string]

/** Fields of one subject of a message, under a heading unless they are its own. */
export interface MessageSection {
  readonly id: string
  readonly heading: string | undefined
  readonly facts: readonly Fact[]
}

/** Parts of a message that are several fields about one thing; the rest is about the message itself. */
const parts = ['from', 'responseFor', 'staff', 'to', 'attachments', 'trace'] as const
type Part = (typeof parts)[number]

/** Names in plain words, by the place of a field in its part. */
const named = {
  organId: 'organId',
  name: 'name',
  superior: 'superior',
  address: 'address',
  email: 'email',
  telephone: 'telephone',
  fax: 'fax',
  website: 'website',
  code: 'code',
  'code.number': 'codeNumber',
  'code.notation': 'codeNotation',
  documentId: 'documentId',
  issuedOn: 'issuedOn',
  place: 'place',
  department: 'department',
  departmentId: 'departmentId',
  staffId: 'staffId',
  mobile: 'mobile',
  'type.group': 'typeGroup',
  'type.detail': 'typeDetail',
  'type.name': 'typeName',
  subject: 'subject',
  content: 'content',
  'signer.competence': 'signerCompetence',
  'signer.position': 'signerPosition',
  'signer.fullName': 'signerName',
  dueDate: 'dueDate',
  toPlaces: 'toPlaces',
  'other.priority': 'priority',
  'other.circulation': 'circulation',
  'other.typist': 'typist',
  'other.copies': 'copies',
  'other.pages': 'pages',
  'other.appendixes': 'appendixes',
  'other.direction': 'direction',
  'other.replyFors': 'replyFors',
  'other.referenceCodes': 'referenceCodes',
  steeringType: 'steeringType',
  taskCodes: 'taskCodes',
  applicationType: 'applicationType',
  'business.type': 'businessType',
  'business.reason': 'businessReason',
  'business.documentId': 'businessDocumentId',
  'business.paper': 'businessPaper',
  'business.changes.information': 'changedInformation',
  'business.changes.receivers': 'changedReceivers',
  'business.changes.receiverList.organId': 'changedReceiver',
  'business.changes.receiverList.change': 'receiverChange',
  'business.replacements.documentId': 'replacedDocumentId',
  'business.replacements.organIds': 'replacedFor',
  statusCode: 'statusCode',
  description: 'description',
  at: 'at',
  id: 'contentId',
  declaredType: 'declaredType',
  detectedType: 'detectedType',
  sizeBytes: 'sizeBytes',
  sha256: 'sha256',
} as const

const statusCodes = ['01', '02', '03', '04', '05', '06', '13', '15', '16'] as const
const businessTypes = ['0', '1', '2', '3'] as const
const priorities = ['normal', 'urgent', 'very-urgent', 'express'] as const

/** All fields of a message as people read them: what it says first, then each sender, receiver, file … by itself. */
export function messageSections(
  fields: readonly Field[],
  t: Translate,
  formats: Formats,
): readonly MessageSection[] {
  const sections = new Map<string, { part: Part | undefined; facts: Map<string, string[]> }>([
    ['', { part: undefined, facts: new Map() }],
  ])
  for (const { name, value } of fields) {
    if (name === 'kind') continue
    const { id, part, place } = placeOf(name)
    const section = sections.get(id) ?? { part, facts: new Map<string, string[]>() }
    sections.set(id, section)
    const label = Object.hasOwn(named, place)
      ? t(`incoming.unmatched.fields.${named[place as keyof typeof named]}`)
      : place
    section.facts.set(label, [...(section.facts.get(label) ?? []), valueWords(place, value, t, formats)])
  }
  const rank = (part: Part | undefined): number => (part === undefined ? -1 : parts.indexOf(part))
  return [...sections]
    .filter(([, { facts }]) => facts.size > 0)
    .toSorted(([, a], [, b]) => rank(a.part) - rank(b.part))
    .map(([id, { part, facts }]) => ({
      id,
      heading: part && t(`incoming.unmatched.parts.${part}`, { number: numberOf(id) }).trim(),
      facts: [...facts].map(([label, values]) => [label, values.join('; ')]),
    }))
}

/** What a status says in words; empty for a message that is none. */
export function statusWords(fields: readonly Field[], t: Translate): string {
  const code = fields.find(({ name }) => name === 'statusCode')?.value
  return code === undefined ? '' : statusWord(code, t)
}

/** Number and notation of the document a message is about; empty when it names none. */
export function documentNamed(fields: readonly Field[]): string {
  const valueOf = (wanted: string): string => fields.find(({ name }) => name === wanted)?.value ?? ''
  const own = [valueOf('code.number'), valueOf('code.notation')].filter((one) => one !== '').join('/')
  return valueOf('statusCode') === '' ? own : valueOf('responseFor.code')
}

/** `business.staff.0.name` is `name` of the part `staff`; an index tells parts of a kind apart. */
function placeOf(name: string): { id: string; part: Part | undefined; place: string } {
  const path = name.replace(/^business\.staff\./, 'staff.').split('.')
  const part = parts.find((one) => one === path[0] && path.length > 1)
  const isIndexed = part !== undefined && /^\d+$/.test(path[1] ?? '')
  const rest = part === undefined ? path : path.slice(isIndexed ? 2 : 1)
  return {
    id: part === undefined ? '' : isIndexed ? `${part}.${path[1] ?? ''}` : part,
    part,
    place: rest.filter((one) => !/^\d+$/.test(one)).join('.'),
  }
}

/** Counted from 1; nothing for a part there is one of. */
function numberOf(id: string): string {
  const index = /\.(\d+)$/.exec(id)?.[1]
  return index === undefined ? '' : String(Number(index) + 1)
}

function statusWord(code: string, t: Translate): string {
  const known = statusCodes.find((one) => one === code)
  return known === undefined ? code : `${known} ${t(`incoming.unmatched.statuses.${known}`)}`
}

function valueWords(place: string, value: string, t: Translate, formats: Formats): string {
  if (value === 'true') return t('common.yes')
  if (value === 'false') return t('common.no')
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formats.date(value)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formats.dateTime(value)
  switch (place) {
    case 'statusCode':
      return statusWord(value, t)
    case 'business.type': {
      const known = businessTypes.find((one) => one === value)
      return known === undefined ? value : t(`incoming.unmatched.businessTypes.${known}`)
    }
    case 'other.priority': {
      const urgency = priorities[Number(value)]
      return urgency === undefined ? value : t(`incoming.urgency.${urgency}`)
    }
    case 'sizeBytes':
      return formats.bytes(Number(value))
    case 'declaredType':
    case 'detectedType': {
      const word = fileTypeWord(value)
      return word === 'other' ? value : t(`incoming.fileTypes.${word}`)
    }
    default:
      return value
  }
}
