import { type EdxmlError, EdxmlErrorCode } from '../edxml/errors.ts'

/** `ErrorCode` of an answer: text on the wire; clients interpret only `0`. */
export const VxpErrorCode = {
  success: '0',
  invalidFile: '10',
  wrongSystemOrSecret: '15',
  receiverUnknown: '18',
  senderNotRegistered: '19',
  internal: '20',
  fileProcessing: '21',
  edxmlForm: '22',
  receiverLocked: '23',
} as const
export type VxpErrorCode = (typeof VxpErrorCode)[keyof typeof VxpErrorCode]

/**
 * `ErrorDesc` by code, for the clerk of the calling system. Without accents: the SDK reads the answer of `sendEdoc` as
 * US-ASCII. On the wire.
 */
export const VXP_TEXTS: Readonly<Record<VxpErrorCode, string>> = {
  [VxpErrorCode.success]: 'Thanh cong',
  [VxpErrorCode.invalidFile]: 'Tep khong hop le',
  [VxpErrorCode.wrongSystemOrSecret]: 'Sai ma he thong hoac khoa bi mat',
  [VxpErrorCode.receiverUnknown]: 'Don vi nhan khong ton tai',
  [VxpErrorCode.senderNotRegistered]: 'Don vi gui chua dang ky',
  [VxpErrorCode.internal]: 'Loi he thong',
  [VxpErrorCode.fileProcessing]: 'Loi khi xu ly tep',
  [VxpErrorCode.edxmlForm]: 'Tep edXML khong dung quy dinh',
  [VxpErrorCode.receiverLocked]: 'Don vi nhan dang bi khoa',
}

const EDXML_TEXTS: Readonly<Record<EdxmlErrorCode, string>> = {
  [EdxmlErrorCode.empty]: 'tep rong',
  [EdxmlErrorCode.junkBeforeDeclaration]: 'co ky tu thua truoc khai bao XML',
  [EdxmlErrorCode.notXml]: 'khong phai XML',
  [EdxmlErrorCode.encodingUnsupported]: 'khong phai bang ma UTF-8',
  [EdxmlErrorCode.doctypeForbidden]: 'khong duoc chua DOCTYPE',
  [EdxmlErrorCode.notWellFormed]: 'XML khong dung cu phap',
  [EdxmlErrorCode.tooLarge]: 'phan dau thong diep qua lon',
  [EdxmlErrorCode.tagTooLong]: 'the XML qua dai',
  [EdxmlErrorCode.tooDeep]: 'XML long nhau qua sau',
  [EdxmlErrorCode.tooManyElements]: 'qua nhieu phan tu XML',
  [EdxmlErrorCode.tooManyAttachments]: 'qua nhieu tep dinh kem',
  [EdxmlErrorCode.vocabularyUnknown]: 'khong phai thong diep edXML QCVN 102:2016',
  [EdxmlErrorCode.envelopeMissing]: 'thieu edXMLEnvelope',
  [EdxmlErrorCode.messageHeaderMissing]: 'thieu MessageHeader',
}

const FACT_SHOWN = 60

/** `ErrorDesc` for a message that is refused: what is wrong, where, and the characters in question. Printable ASCII only. */
export function edxmlRefusalText(error: EdxmlError): string {
  const fact = Object.values(error.facts)[0]
  const detail = fact === undefined ? '' : ` (${asciiOf(String(fact)).slice(0, FACT_SHOWN)})`
  return `${VXP_TEXTS[VxpErrorCode.edxmlForm]}: dong ${String(error.line)}: ${EDXML_TEXTS[error.code]}${detail}`
}

/** `ErrorDesc` for a sender that the calling system may not speak for; the live axis words it so. */
export function foreignSenderText(from: string, systemId: string): string {
  return `Don vi gui ${asciiOf(from)} khong dung voi ma da dang ky: ${asciiOf(systemId)}`
}

/** Text without accents, other characters as `?`. */
export function asciiOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x20-\x7e]/g, '?')
}
