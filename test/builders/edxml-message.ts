import type { DocumentFields, Organisation, StatusFields } from '#shared/exchange/edxml/message.ts'
import type { OutgoingAttachment } from '#shared/exchange/edxml/write-message.ts'

/** An organisation that does not exist. */
export function anOrganisation(organId: string, name = `Cơ quan ${organId}`): Organisation {
  return { organId, name }
}

/** A new official letter from T90.01 to T90.02. */
export function aDocumentMessage(changes: Partial<DocumentFields> = {}): DocumentFields {
  return {
    kind: 'document',
    from: anOrganisation('T90.01', 'Sở Thí Điểm'),
    to: [anOrganisation('T90.02', 'Ban Mô Phỏng')],
    documentId: 'T90.01,2026/03/02,17/STĐ-VP',
    code: { number: '17', notation: 'STĐ-VP' },
    place: 'Bến Thử',
    issuedOn: '2026-03-02',
    type: { group: 2, detail: 18, name: 'Công văn' },
    subject: 'V/v mượn hội trường & loa đài',
    signer: { competence: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', fullName: 'Lý Thử' },
    toPlaces: ['Như trên', 'Lưu: VT'],
    other: { priority: 1, pages: 2, appendixes: [] },
    responseFor: [],
    steeringType: 0,
    taskCodes: [],
    business: { type: 0, reason: 'Văn bản mới', paper: false, changes: [], replacements: [], staff: [] },
    trace: [{ organId: 'T90.01', at: '2026-03-02T01:30:00.000Z' }],
    ...changes,
  }
}

/** A status of T90.02 on the letter of `aDocumentMessage`. */
export function aStatusMessage(changes: Partial<StatusFields> = {}): StatusFields {
  return {
    kind: 'status',
    from: anOrganisation('T90.02', 'Ban Mô Phỏng'),
    responseFor: {
      organId: 'T90.01',
      code: '17/STĐ-VP',
      documentId: 'T90.01,2026/03/02,17/STĐ-VP',
      issuedOn: '2026-03-02',
    },
    statusCode: '03',
    description: 'Đã vào sổ',
    at: '2026-03-02T03:00:00.000Z',
    trace: [],
    ...changes,
  }
}

/** The smallest text that is taken for a PDF. */
export const TINY_PDF = bytesOf('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\r\n')

/** An attachment with content in memory. */
export function anAttachment(name: string, content: Uint8Array, id = 'dinh-kem-1'): OutgoingAttachment {
  return { id, name, open: () => [content] }
}

/** UTF-8 bytes. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Text of UTF-8 bytes. */
export function textOfBytes(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
