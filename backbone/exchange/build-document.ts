import type { Letter } from '#shared/domain/correspondence/letter.ts'
import type { Dispatch } from '#shared/domain/correspondence/dispatch.ts'
import type { Agency, Post, Unit } from '#shared/domain/directory/directory.ts'
import { urgencies, type OfficialDocument } from '#shared/domain/documents/document.ts'
import { kindFacts } from '#shared/domain/documents/kinds.ts'
import { printedNumber } from '#shared/domain/format/boxes.ts'
import { resolveDocumentType } from '#shared/exchange/edxml/document-types.ts'
import type {
  Business,
  DocumentFields as DocumentMessage,
  Organisation,
  ResponseFor,
  Staff,
} from '#shared/exchange/edxml/message.ts'
import { BusinessType } from '#shared/exchange/edxml/vocabulary.ts'

/** What stands in the message besides the document itself. */
export interface DocumentSurroundings {
  readonly agency: Agency
  /** Who issued it, and their unit. */
  readonly clerk: Post | undefined
  readonly clerksUnit: Unit | undefined
  /** The letter it answers, if it is here. */
  readonly answers: Letter | undefined
  /** How the document it is about was sent; undefined: none, or not to those who get this message. */
  readonly about: Dispatch | undefined
}

/** The fields of the edXML message of an issued document (edXML 2.1). */
export function documentMessageOf(
  document: OfficialDocument,
  dispatch: Dispatch,
  { agency, clerk, clerksUnit, answers, about }: DocumentSurroundings,
): DocumentMessage {
  const { fields, number } = document
  if (number === null) throw new RangeError('a document without a number is not sent')
  const from = organisationOf(agency)
  return {
    kind: 'document',
    from,
    to: dispatch.recipients.map(({ code, name }) => ({ organId: code, name: name === '' ? code : name })),
    documentId: dispatch.documentId,
    code: { number: printedNumber(number.number), notation: fields.symbol },
    place: fields.place,
    issuedOn: number.date,
    type: { ...resolveDocumentType({ name: kindFacts[document.kind].name }) },
    subject: fields.subject,
    content: fields.subject,
    signer: {
      ...(fields.authority === 'head' ? {} : { competence: `${fields.authority}.` }),
      position: fields.ownTitle === '' ? fields.headTitle : fields.ownTitle,
      fullName: fields.signerName,
    },
    ...(fields.dueDate === null ? {} : { dueDate: fields.dueDate }),
    toPlaces: fields.receivers.map((one) => one.trim()).filter((one) => one !== ''),
    other: { priority: urgencies.indexOf(fields.urgency), appendixes: [] },
    responseFor: answers === undefined ? [] : [answered(answers)],
    steeringType: 0,
    taskCodes: [],
    business: {
      ...businessOf(document, about),
      paper: false,
      staff: clerk === undefined ? [] : [staffOf(clerk, clerksUnit)],
    },
    trace: [{ organId: from.organId, at: dispatch.openedAt }],
  }
}

type Purpose = Pick<Business, 'type' | 'reason' | 'documentId' | 'changes' | 'replacements'>

/** What it does to an earlier document: revocation, update or replacement (edXML 5.1, 8.2–8.4); else it is a new one. */
function businessOf({ amends }: OfficialDocument, about: Dispatch | undefined): Purpose {
  const none = { changes: [], replacements: [] }
  if (amends === undefined || about === undefined) return { type: BusinessType.new, ...none }
  const { documentId } = about
  const { reason } = amends
  switch (amends.way) {
    case 'recall':
      return { type: BusinessType.revocation, reason, documentId, ...none }
    case 'correction':
      return {
        type: BusinessType.update,
        reason,
        documentId,
        changes: [{ information: true, receiverList: [] }],
        replacements: [],
      }
    case 'replacement': {
      const organIds = about.recipients.map((one) => one.code)
      return { type: BusinessType.replacement, reason, changes: [], replacements: [{ documentId, organIds }] }
    }
  }
}

/** `From` of an agency, under one of its codes (its main one unless told). */
export function organisationOf(agency: Agency, code = agency.codes[0] ?? ''): Organisation {
  return {
    organId: code,
    name: agency.name,
    ...(agency.superior === '' ? {} : { superior: agency.superior }),
    ...(agency.email === '' ? {} : { email: agency.email }),
  }
}

export function staffOf(post: Post, unit: Unit | undefined): Staff {
  return { name: post.name, ...(unit === undefined ? {} : { department: unit.name }) }
}

/** `ResponseFor` of a letter that came in. */
export function answered({ content }: Letter): ResponseFor {
  return {
    organId: content.from.code,
    code: `${content.number}/${content.symbol}`,
    ...(content.documentId === '' ? {} : { documentId: content.documentId }),
    ...(content.issuedOn === null ? {} : { issuedOn: content.issuedOn }),
  }
}
