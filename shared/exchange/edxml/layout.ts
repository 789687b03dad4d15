import { DeviationRule, type DeviationLog } from './deviations.ts'
import type { XmlElement } from './element-tree.ts'
import { EDXML_NAMESPACE, EDXML_PREFIX } from './vocabulary.ts'

const ORGANISATION = [
  'OrganId',
  'OrganizationInCharge',
  'OrganName',
  'OrganAdd',
  'Email',
  'Telephone',
  'Fax',
  'Website',
]

/** Children of each element in the order of the official builder. Parents not named here may hold anything. */
const LAYOUT: Readonly<Record<string, readonly string[]>> = {
  edXML: ['edXMLEnvelope', 'AttachmentEncoded'],
  edXMLEnvelope: ['edXMLHeader', 'edXMLBody'],
  edXMLHeader: ['MessageHeader', 'TraceHeaderList', 'Signature'],
  MessageHeader: [
    'From',
    'To',
    'DocumentId',
    'Code',
    'PromulgationInfo',
    'DocumentType',
    'Subject',
    'Content',
    'SignerInfo',
    'DueDate',
    'OtherInfo',
    'ResponseFor',
    'SteeringType',
    'ToPlaces',
    'ResponseForTask',
    'ApplicationType',
    'StaffInfo',
    'StatusCode',
    'Description',
    'Timestamp',
  ],
  From: ORGANISATION,
  To: ORGANISATION,
  Code: ['CodeNumber', 'CodeNotation'],
  PromulgationInfo: ['Place', 'PromulgationDate'],
  DocumentType: ['Type', 'TypeDetail', 'TypeName'],
  SignerInfo: ['Competence', 'Position', 'FullName'],
  OtherInfo: [
    'Priority',
    'SphereOfPromulgation',
    'TyperNotation',
    'PromulgationAmount',
    'PageAmount',
    'Direction',
    'Appendixes',
    'ReplyFors',
    'ReferenceCodes',
  ],
  Appendixes: ['Appendix'],
  ResponseFor: ['OrganId', 'Code', 'DocumentId', 'PromulgationDate'],
  ToPlaces: ['Place'],
  ResponseForTask: ['TaskCode'],
  TraceHeaderList: ['Bussiness', 'TraceHeader'],
  TraceHeader: ['OrganId', 'Timestamp'],
  Bussiness: [
    'DocumentId',
    'BussinessDocType',
    'BussinessDocReason',
    'Paper',
    'BussinessDocumentInfo',
    'ReplacementInfoList',
    'StaffInfo',
  ],
  BussinessDocumentInfo: ['DocumentInfo', 'DocumentReceiver', 'ReceiverList'],
  ReceiverList: ['Receiver'],
  Receiver: ['OrganId', 'ReceiverType'],
  ReplacementInfoList: ['ReplacementInfo'],
  ReplacementInfo: ['DocumentId', 'OrganIdList'],
  OrganIdList: ['OrganId'],
  StaffInfo: ['DepartmentId', 'StaffId', 'Department', 'Staff', 'Email', 'Mobile'],
  edXMLBody: ['edXMLManifest'],
  edXMLManifest: ['Reference'],
  Reference: ['ContentId', 'ContentType', 'Description', 'AttachmentName'],
  AttachmentEncoded: ['Attachment'],
  Attachment: [
    'ContentId',
    'AttachmentName',
    'Description',
    'ContentType',
    'ContentTransferEncoded',
    'Format',
    'FieldName',
    'MimeType',
  ],
}

const MAY_REPEAT = new Set([
  'To',
  'ResponseFor',
  'ResponseForTask',
  'TraceHeader',
  'BussinessDocumentInfo',
  'ReplacementInfoList',
  'StaffInfo',
  'Appendix',
  'Place',
  'TaskCode',
  'Receiver',
  'ReplacementInfo',
  'OrganId',
  'Reference',
  'Attachment',
])
const MAY_BE_EMPTY = new Set(['AttachmentEncoded', 'edXMLManifest', 'ContentTransferEncoded'])
const PLACEHOLDERS = new Set(['n/a', 'null'])

/** Reports, for every element, what its place and form have against the canonical layout. Signatures are not looked into. */
export function inspectLayout(root: XmlElement, deviations: DeviationLog): void {
  const pending = [root]
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    inspectText(element, deviations)
    inspectAttributes(element, deviations)
    if (element.name === 'Signature' || element.name === 'DigitalSignature') continue
    inspectChildren(element, deviations)
    for (const child of element.children.toReversed()) pending.push(child)
  }
}

function inspectText(element: XmlElement, deviations: DeviationLog): void {
  if (element.children.length > 0 || element.body !== undefined) return
  const text = element.text.trim()
  if (text === '') {
    if (!MAY_BE_EMPTY.has(element.name))
      deviations.add(DeviationRule.elementEmpty, element.name, element.line)
    return
  }
  if (text !== element.text) deviations.add(DeviationRule.textPadded, element.name, element.line)
  if (PLACEHOLDERS.has(text.toLowerCase())) {
    deviations.add(DeviationRule.textPlaceholder, element.name, element.line)
  }
}

function inspectAttributes(element: XmlElement, deviations: DeviationLog): void {
  for (const name of Object.keys(element.attributes)) {
    if (name === 'xmlns' || name === `xmlns:${EDXML_PREFIX}`) continue
    if (name.startsWith('xmlns:')) {
      const isSecondName = element.attributes[name] === EDXML_NAMESPACE
      deviations.add(
        isSecondName ? DeviationRule.prefixUnusual : DeviationRule.namespaceExtra,
        name,
        element.line,
      )
    } else if (!(element.name === 'edXMLManifest' && name === 'version') && !isInSignature(element)) {
      deviations.add(DeviationRule.attributeExtra, name, element.line)
    }
  }
}

function isInSignature(element: XmlElement): boolean {
  for (let one: XmlElement | undefined = element; one !== undefined; one = one.parent) {
    if (one.name === 'Signature' || one.name === 'DigitalSignature') return true
  }
  return false
}

function inspectChildren(element: XmlElement, deviations: DeviationLog): void {
  const order = LAYOUT[element.name]
  if (order === undefined || element.parent?.name === 'ResponseFor') return
  let last = -1
  const seen = new Set<string>()
  for (const child of element.children) {
    const place = order.indexOf(child.name)
    if (place < 0) {
      if (!isAccepted(child.name)) deviations.add(DeviationRule.elementUnknown, child.name, child.line)
      continue
    }
    if (place < last) deviations.add(DeviationRule.elementOrder, element.name, child.line)
    last = Math.max(last, place)
    if (seen.has(child.name) && !MAY_REPEAT.has(child.name)) {
      deviations.add(DeviationRule.elementRepeated, child.name, child.line)
    }
    seen.add(child.name)
  }
}

/** Reported elsewhere under a rule of their own. */
function isAccepted(name: string): boolean {
  return name === 'DigitalSignature' || name === 'Manifest' || name === 'AttachmentEncoded'
}
