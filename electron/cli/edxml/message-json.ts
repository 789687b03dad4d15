import { extensionFor } from '#shared/exchange/edxml/detect-type.ts'
import { rulesOf } from '#shared/exchange/edxml/deviations.ts'
import type {
  DocumentFields,
  Organisation,
  ReadAttachment,
  StatusFields,
} from '#shared/exchange/edxml/message.ts'
import type { ReadMessage } from '#shared/exchange/edxml/read-message.ts'
import { type Instant, instantFrom, millisOf, VIETNAM_OFFSET_MINUTES } from '#shared/kernel/instant.ts'

/** A message as `congso edxml parse` prints it: every key always there, `null` for what is absent. Kept stable. */
export function messageJson({ fields, attachments, deviations }: ReadMessage<unknown>): object {
  return {
    ...(fields.kind === 'document' ? documentJson(fields) : statusJson(fields)),
    attachments: attachments.map(attachmentJson),
    deviations: rulesOf(deviations),
  }
}

/** Name of an attachment on disk: its place in the printed list and its true type, nothing from the message. */
export function attachmentFileName(index: number, attachment: ReadAttachment<unknown>): string {
  return `${String(index + 1).padStart(3, '0')}.${extensionFor(attachment.detectedType)}`
}

function documentJson(fields: DocumentFields): object {
  return {
    kind: fields.kind,
    businessType: fields.business.type,
    from: organisationJson(fields.from),
    to: fields.to.map(organisationJson),
    documentId: textOrNull(fields.documentId),
    code: fields.code,
    issuedOn: fields.issuedOn ?? null,
    type: {
      group: fields.type.group ?? null,
      detail: fields.type.detail ?? null,
      name: fields.type.name ?? null,
    },
    subject: textOrNull(fields.subject),
    signer: {
      competence: fields.signer.competence ?? null,
      position: fields.signer.position ?? null,
      fullName: fields.signer.fullName ?? null,
    },
    dueDate: fields.dueDate ?? null,
    status: null,
  }
}

/** `to`, `documentId`, `code` and `issuedOn` are those of the document that the status is about. */
function statusJson(fields: StatusFields): object {
  const { responseFor } = fields
  const slash = responseFor.code.indexOf('/')
  return {
    kind: fields.kind,
    businessType: null,
    from: organisationJson(fields.from),
    to: [organisationJson({ organId: responseFor.organId, name: '' })],
    documentId: responseFor.documentId ?? null,
    code: {
      number: slash < 0 ? responseFor.code : responseFor.code.slice(0, slash),
      notation: slash < 0 ? '' : responseFor.code.slice(slash + 1),
    },
    issuedOn: responseFor.issuedOn ?? null,
    type: null,
    subject: null,
    signer: null,
    dueDate: null,
    status: {
      code: fields.statusCode,
      description: fields.description ?? null,
      timestamp: fields.at === undefined ? null : vietnameseTime(fields.at),
      staff: {
        department: fields.staff?.department ?? null,
        name: fields.staff?.name ?? null,
        mobile: fields.staff?.mobile ?? null,
        email: fields.staff?.email ?? null,
      },
    },
  }
}

function organisationJson(organisation: Organisation): object {
  return {
    organId: textOrNull(organisation.organId),
    name: textOrNull(organisation.name),
    superior: organisation.superior ?? null,
    address: organisation.address ?? null,
    email: organisation.email ?? null,
    telephone: organisation.telephone ?? null,
    fax: organisation.fax ?? null,
    website: organisation.website ?? null,
  }
}

function attachmentJson(attachment: ReadAttachment<unknown>): object {
  const { name, declaredType, detectedType, sizeBytes, sha256, unzipped } = attachment
  return { name, declaredType: declaredType ?? null, detectedType, sizeBytes, sha256, unzipped }
}

function vietnameseTime(at: Instant): string {
  return `${instantFrom(millisOf(at) + VIETNAM_OFFSET_MINUTES * 60_000).slice(0, 19)}+07:00`
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text
}
