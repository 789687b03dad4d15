/** What an operation answers besides status, code and text; `none` nothing. */
export type Payload = 'none' | 'list' | 'base64' | 'doc-id' | 'count' | 'file'

/** How an operation is called. */
export interface OperationShape {
  readonly methods: readonly ('GET' | 'POST')[]
  readonly payload: Payload
}

const post = (payload: Payload): OperationShape => ({ methods: ['POST'], payload })
/** Declared as GET inside the SDK, but sent as POST. */
const either = (payload: Payload): OperationShape => ({ methods: ['GET', 'POST'], payload })

/** The operations of SDK 2.0.0 and 2.0.1 by their name in the address. On the wire. */
export const OPERATIONS = {
  registerAgency: post('none'),
  deleteAgency: post('none'),
  getAgenciesList: post('list'),
  getAgenciesListQD20: post('list'),
  getSynchronizeUnit: post('list'),
  sendEdoc: post('doc-id'),
  getReceivedEdocList: post('list'),
  getEdoc: post('base64'),
  downloadEdoc: { methods: ['GET'], payload: 'file' },
  updateStatus: post('none'),
  getSentEdocList: post('list'),
  countReceiveEdoc: either('count'),
  countReceiveStatus: either('count'),
} as const satisfies Record<string, OperationShape>

export type OperationName = keyof typeof OPERATIONS

/** `messagetype`. On the wire. */
export const VxpMessageType = { document: 'edoc', status: 'status' } as const
export type VxpMessageType = (typeof VxpMessageType)[keyof typeof VxpMessageType]

/** `servicetype`: there is only this one. */
export const SERVICE_TYPE = 'eDoc'

/** True for the two kinds of messages. */
export function isMessageType(text: string | undefined): text is VxpMessageType {
  return text === VxpMessageType.document || text === VxpMessageType.status
}
