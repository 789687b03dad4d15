import { writeDate, writeTimestamp } from './dates.ts'
import type {
  Business,
  DocumentFields,
  MessageFields,
  Organisation,
  OtherFields,
  ResponseFor,
  Staff,
  StatusFields,
  TraceStep,
} from './message.ts'
import { EDXML_PREFIX, ReceiverChange } from './vocabulary.ts'
import type { Attributes, XmlWriter } from './xml-writer.ts'

/** Writes elements of the envelope, every name with the prefix that readers look for literally. */
class EnvelopeWriter {
  readonly #xml: XmlWriter

  constructor(xml: XmlWriter) {
    this.#xml = xml
  }

  element(name: string, children: () => void, attributes?: Attributes): void {
    this.#xml.element(`${EDXML_PREFIX}:${name}`, children, attributes)
  }

  text(name: string, text: string | number | boolean | undefined): void {
    this.#xml.text(`${EDXML_PREFIX}:${name}`, text === undefined ? undefined : String(text))
  }

  flag(name: string, flag: boolean | undefined): void {
    if (flag !== undefined) this.text(name, flag ? 1 : 0)
  }

  date(name: string, date: string | undefined): void {
    if (date !== undefined) this.text(name, writeDate(date))
  }
}

/** Writes `edXMLHeader` in the order of the official builder. */
export function writeHeader(xml: XmlWriter, fields: MessageFields): void {
  const write = new EnvelopeWriter(xml)
  write.element('edXMLHeader', () => {
    write.element('MessageHeader', () =>
      fields.kind === 'document' ? writeDocumentHeader(write, fields) : writeStatusHeader(write, fields),
    )
    if (fields.kind === 'document') {
      write.element('TraceHeaderList', () => {
        writeBusiness(write, fields.business)
        writeTrace(write, fields.trace)
      })
    } else if (fields.trace.length > 0) {
      write.element('TraceHeaderList', () => writeTrace(write, fields.trace))
    }
  })
}

function writeDocumentHeader(write: EnvelopeWriter, fields: DocumentFields): void {
  writeOrganisation(write, 'From', fields.from)
  for (const receiver of fields.to) writeOrganisation(write, 'To', receiver)
  write.text('DocumentId', fields.documentId)
  write.element('Code', () => {
    write.text('CodeNumber', fields.code.number)
    write.text('CodeNotation', fields.code.notation)
  })
  write.element('PromulgationInfo', () => {
    write.text('Place', fields.place)
    write.date('PromulgationDate', fields.issuedOn)
  })
  write.element('DocumentType', () => {
    write.text('Type', fields.type.group)
    write.text('TypeDetail', fields.type.detail)
    write.text('TypeName', fields.type.name)
  })
  write.text('Subject', fields.subject)
  write.text('Content', fields.content)
  const { competence, position, fullName } = fields.signer
  if ((competence ?? position ?? fullName) !== undefined) {
    write.element('SignerInfo', () => {
      write.text('Competence', competence)
      write.text('Position', position)
      write.text('FullName', fullName)
    })
  }
  write.date('DueDate', fields.dueDate)
  writeOther(write, fields.other)
  for (const response of fields.responseFor) writeResponseFor(write, response)
  write.text('SteeringType', fields.steeringType ?? 0)
  if (fields.toPlaces.length > 0) {
    write.element('ToPlaces', () => {
      for (const place of fields.toPlaces) write.text('Place', place)
    })
  }
  for (const code of fields.taskCodes) {
    write.element('ResponseForTask', () => write.text('TaskCode', code))
  }
  write.text('ApplicationType', fields.applicationType)
}

function writeStatusHeader(write: EnvelopeWriter, fields: StatusFields): void {
  writeOrganisation(write, 'From', fields.from)
  writeResponseFor(write, fields.responseFor)
  if (fields.staff !== undefined) writeStaff(write, fields.staff)
  write.text('StatusCode', fields.statusCode)
  write.text('Description', fields.description)
  if (fields.at !== undefined) write.text('Timestamp', writeTimestamp(fields.at))
}

function writeOrganisation(write: EnvelopeWriter, name: string, organisation: Organisation): void {
  write.element(name, () => {
    write.text('OrganId', organisation.organId)
    write.text('OrganizationInCharge', organisation.superior)
    write.text('OrganName', organisation.name)
    write.text('OrganAdd', organisation.address)
    write.text('Email', organisation.email)
    write.text('Telephone', organisation.telephone)
    write.text('Fax', organisation.fax)
    write.text('Website', organisation.website)
  })
}

function writeOther(write: EnvelopeWriter, other: OtherFields): void {
  const { appendixes, ...rest } = other
  if (appendixes.length === 0 && Object.values(rest).every((value) => value === undefined)) return
  write.element('OtherInfo', () => {
    write.text('Priority', other.priority)
    write.text('SphereOfPromulgation', other.circulation)
    write.text('TyperNotation', other.typist)
    write.text('PromulgationAmount', other.copies)
    write.text('PageAmount', other.pages)
    write.text('Direction', other.direction)
    if (appendixes.length > 0) {
      write.element('Appendixes', () => {
        for (const appendix of appendixes) write.text('Appendix', appendix)
      })
    }
    write.text('ReplyFors', other.replyFors)
    write.text('ReferenceCodes', other.referenceCodes)
  })
}

function writeResponseFor(write: EnvelopeWriter, response: ResponseFor): void {
  write.element('ResponseFor', () => {
    write.text('OrganId', response.organId)
    write.text('Code', response.code)
    write.text('DocumentId', response.documentId)
    write.date('PromulgationDate', response.issuedOn)
  })
}

function writeStaff(write: EnvelopeWriter, staff: Staff): void {
  write.element('StaffInfo', () => {
    write.text('DepartmentId', staff.departmentId)
    write.text('StaffId', staff.staffId)
    write.text('Department', staff.department)
    write.text('Staff', staff.name)
    write.text('Email', staff.email)
    write.text('Mobile', staff.mobile)
  })
}

function writeTrace(write: EnvelopeWriter, trace: readonly TraceStep[]): void {
  for (const step of trace) {
    write.element('TraceHeader', () => {
      write.text('OrganId', step.organId)
      if (step.at !== undefined) write.text('Timestamp', writeTimestamp(step.at))
    })
  }
}

function writeBusiness(write: EnvelopeWriter, business: Business): void {
  write.element('Bussiness', () => {
    write.text('DocumentId', business.documentId)
    write.text('BussinessDocType', business.type)
    write.text('BussinessDocReason', business.reason)
    write.flag('Paper', business.paper)
    for (const change of business.changes) {
      write.element('BussinessDocumentInfo', () => {
        write.flag('DocumentInfo', change.information)
        write.flag('DocumentReceiver', change.receivers)
        if (change.receiverList.length === 0) return
        write.element('ReceiverList', () => {
          for (const receiver of change.receiverList) {
            write.element('Receiver', () => {
              write.text('OrganId', receiver.organId)
              write.flag('ReceiverType', receiver.change === ReceiverChange.added)
            })
          }
        })
      })
    }
    if (business.replacements.length > 0) {
      write.element('ReplacementInfoList', () => {
        for (const { documentId, organIds } of business.replacements) {
          write.element('ReplacementInfo', () => {
            write.text('DocumentId', documentId)
            if (organIds.length === 0) return
            write.element('OrganIdList', () => organIds.forEach((organId) => write.text('OrganId', organId)))
          })
        }
      })
    }
    for (const staff of business.staff) writeStaff(write, staff)
  })
}
