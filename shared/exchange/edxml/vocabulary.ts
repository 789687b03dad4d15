/** Namespace of every edXML element (QCVN 102:2016/BTTTT, amendment 1:2022). */
export const EDXML_NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016'

/** The prefix every known writer uses, literally. */
export const EDXML_PREFIX = 'edXML'

/** Prefixes that messages in the field use without declaring them. */
export const KNOWN_PREFIXES: Readonly<Record<string, string>> = {
  edXML: EDXML_NAMESPACE,
  xlink: 'http://www.w3.org/1999/xlink',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
}

/** BussinessDocType: what a document message does. On the wire: never renumber. */
export const BusinessType = { new: 0, revocation: 1, update: 2, replacement: 3 } as const
export type BusinessType = (typeof BusinessType)[keyof typeof BusinessType]

/**
 * StatusCode of a status message; 07–12 and 14 have no known meaning. On the wire: never renumber.
 * 01–06, 15 and 16 come from the receiver, 13 from the issuer.
 */
export const StatusCode = {
  arrived: '01',
  refused: '02',
  accepted: '03',
  assigned: '04',
  inProgress: '05',
  finished: '06',
  takeBackAsked: '13',
  takeBackAgreed: '15',
  takeBackRefused: '16',
} as const
export type StatusCode = (typeof StatusCode)[keyof typeof StatusCode]

/** True for the nine codes with a known meaning. */
export function isStatusCode(code: string): code is StatusCode {
  return Object.values<string>(StatusCode).includes(code)
}

/** ReceiverType in an update. */
export const ReceiverChange = { removed: 'removed', added: 'added' } as const
export type ReceiverChange = (typeof ReceiverChange)[keyof typeof ReceiverChange]

/** Highest Priority: 0 normal, 1 urgent, 2 very urgent, 3 express, 4 express at a fixed hour. */
export const HIGHEST_PRIORITY = 4

/** Highest SteeringType: 0 none, 1 steering, 2 report on steering. */
export const HIGHEST_STEERING_TYPE = 2

/** Stands before the id of an attachment in `ContentId`. */
export const CONTENT_ID_PREFIX = 'cid:'
