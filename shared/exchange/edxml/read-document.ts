import { DeviationRule } from './deviations.ts'
import { isConsistentType } from './document-types.ts'
import { childOf, childrenOf, textOf, type XmlElement } from './element-tree.ts'
import { type FieldReader, present } from './field-reader.ts'
import { organIdKey, parseDocumentId } from './identifiers.ts'
import type {
  DocumentCode,
  DocumentFields,
  DocumentTypeFields,
  Organisation,
  OtherFields,
} from './message.ts'
import { readBusiness } from './read-business.ts'
import { HIGHEST_STEERING_TYPE } from './vocabulary.ts'

/** Reads the header of a document message. */
export function readDocument(
  header: XmlElement,
  messageHeader: XmlElement,
  read: FieldReader,
): Omit<DocumentFields, 'kind'> {
  const from = read.organisation(childOf(messageHeader, 'From'))
  const promulgation = childOf(messageHeader, 'PromulgationInfo')
  const signer = childOf(messageHeader, 'SignerInfo')
  const traceList = childOf(header, 'TraceHeaderList')
  const documentId = readDocumentId(messageHeader, read)
  const issuedOn = read.date(promulgation, 'PromulgationDate')
  if (issuedOn === undefined) read.report(DeviationRule.elementMissing, messageHeader, 'PromulgationDate')
  if (traceList === undefined) read.report(DeviationRule.elementMissing, header, 'TraceHeaderList')
  inspectSignature(header, read)
  return {
    from,
    to: readReceivers(messageHeader, from, read),
    documentId,
    code: readCode(childOf(messageHeader, 'Code'), read),
    type: readType(childOf(messageHeader, 'DocumentType'), messageHeader, read),
    subject: read.required(messageHeader, 'Subject'),
    signer: present({
      competence: textOf(signer, 'Competence'),
      position: textOf(signer, 'Position'),
      fullName: textOf(signer, 'FullName'),
    }),
    toPlaces: textsOf(childOf(messageHeader, 'ToPlaces'), 'Place'),
    other: readOther(childOf(messageHeader, 'OtherInfo'), read),
    responseFor: childrenOf(messageHeader, 'ResponseFor').flatMap((one) => read.responseFor(one) ?? []),
    taskCodes: childrenOf(messageHeader, 'ResponseForTask').flatMap((task) => textsOf(task, 'TaskCode')),
    business: readBusiness(traceList, documentId, read),
    trace: read.trace(traceList),
    ...present({
      place: textOf(promulgation, 'Place'),
      issuedOn,
      content: textOf(messageHeader, 'Content'),
      dueDate: read.date(messageHeader, 'DueDate'),
      steeringType: readSteeringType(messageHeader, read),
      applicationType: textOf(messageHeader, 'ApplicationType'),
    }),
  }
}

function readReceivers(messageHeader: XmlElement, from: Organisation, read: FieldReader): Organisation[] {
  const elements = childrenOf(messageHeader, 'To')
  if (elements.length === 0) read.report(DeviationRule.elementMissing, messageHeader, 'To')
  const seen = new Set<string>()
  return elements.map((element) => {
    const receiver = read.organisation(element)
    const key = organIdKey(receiver.organId)
    if (seen.has(key)) read.report(DeviationRule.receiverRepeated, element)
    if (key !== '' && key === organIdKey(from.organId)) read.report(DeviationRule.selfAddressed, element)
    seen.add(key)
    return receiver
  })
}

function readDocumentId(messageHeader: XmlElement, read: FieldReader): string {
  const documentId = read.required(messageHeader, 'DocumentId')
  if (documentId === '') return ''
  const element = childOf(messageHeader, 'DocumentId')
  const parts = parseDocumentId(documentId)
  const middle = documentId.split(',')[1] ?? ''
  if (parts === undefined || !/^\d{4}\/\d\d\/\d\d$/.test(middle))
    read.report(DeviationRule.documentIdForm, element)
  else if (parts.issuedOn === undefined) read.report(DeviationRule.dateImpossible, element)
  return documentId
}

function readCode(element: XmlElement | undefined, read: FieldReader): DocumentCode {
  const number = read.required(element, 'CodeNumber')
  const notation = read.required(element, 'CodeNotation')
  const mark = notation.indexOf('#')
  if (mark < 0) return { number, notation }
  read.report(DeviationRule.codeInternalMark, childOf(element, 'CodeNotation'))
  return { number, notation: notation.slice(0, mark).trim() }
}

function readType(
  element: XmlElement | undefined,
  messageHeader: XmlElement,
  read: FieldReader,
): DocumentTypeFields {
  const type = present({
    group: read.number(element, 'Type'),
    detail: read.number(element, 'TypeDetail'),
    name: textOf(element, 'TypeName'),
  })
  for (const name of ['Type', 'TypeDetail', 'TypeName']) read.required(element ?? messageHeader, name)
  if (!isConsistentType(type)) read.report(DeviationRule.documentTypeUnusual, element ?? messageHeader)
  return type
}

function readOther(element: XmlElement | undefined, read: FieldReader): OtherFields {
  return {
    appendixes: textsOf(childOf(element, 'Appendixes'), 'Appendix'),
    ...present({
      priority: read.number(element, 'Priority'),
      circulation: textOf(element, 'SphereOfPromulgation'),
      typist: textOf(element, 'TyperNotation'),
      copies: read.number(element, 'PromulgationAmount'),
      pages: read.number(element, 'PageAmount'),
      direction: read.flag(element, 'Direction'),
      replyFors: textOf(element, 'ReplyFors'),
      referenceCodes: textOf(element, 'ReferenceCodes'),
    }),
  }
}

function readSteeringType(messageHeader: XmlElement, read: FieldReader): number | undefined {
  const steeringType = read.number(messageHeader, 'SteeringType')
  if (steeringType === undefined || steeringType > HIGHEST_STEERING_TYPE) {
    read.report(DeviationRule.steeringTypeUnusual, childOf(messageHeader, 'SteeringType') ?? messageHeader)
  }
  return steeringType
}

/** Messages in transit are re-written, so nothing is verified here: the signature that counts is the one inside the PDF. */
function inspectSignature(header: XmlElement, read: FieldReader): void {
  for (const child of header.children) {
    const isPlain = child.name === 'Signature' && child.prefix === '' && child.children.length > 0
    if ((child.name === 'Signature' || child.name === 'DigitalSignature') && !isPlain) {
      read.report(DeviationRule.signatureUnusual, child)
    }
  }
}

function textsOf(element: XmlElement | undefined, name: string): string[] {
  return childrenOf(element, name).flatMap((child) => {
    const text = child.text.trim()
    return text === '' ? [] : [text]
  })
}
