import { Readable } from 'node:stream'
import { agencyRegistrationSchema, SUCCESS } from '#shared/exchange/vxp/answers.ts'
import { acknowledgedDocId, argument, fetchedDocId } from '#shared/exchange/vxp/arguments.ts'
import { isDeliveryWord } from '#shared/exchange/vxp/delivery-state.ts'
import { VxpErrorCode } from '#shared/exchange/vxp/error-codes.ts'
import { isMessageType, type OperationName, VxpMessageType } from '#shared/exchange/vxp/operations.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { ForeignFiles } from '../../exchange/foreign-files.port.ts'
import type { Answer } from './answer.ts'
import { AxisFailure, type Caller } from './axis-request.ts'
import type { AxisAgency, AxisStore, StoredFile } from './axis-store.port.ts'
import { agencyItem, newCodeItem, receivedItem, sentItem, unitItem } from './list-items.ts'
import { readJsonBody } from './read-json-body.ts'
import { withUpload } from './receive-upload.ts'
import { acceptUpload, sendRequest } from './send-edoc.ts'

/** What the operations work with. */
export interface AxisContext {
  readonly store: AxisStore
  readonly readUpload: ForeignFiles['readMessage']
  readonly now: () => Instant
  readonly uploadFolder: string
  readonly maxMessageBytes: number
}

/** One call of an operation by an authenticated system. `body` is the raw stream, if there is one. */
interface AxisCall {
  readonly caller: Caller
  readonly body: Readable | undefined
}

type Operation = (call: AxisCall, context: AxisContext) => Promise<Answer>

const DONE: Answer = { kind: 'json', answer: SUCCESS }
const AGENCY_TAKEN = 'Ma don vi da duoc he thong khac dang ky'
const AGENCY_FORM = 'Thong tin don vi khong hop le'
const AGENCY_FOREIGN = 'Don vi khong thuoc he thong nay'
const DELIVERY_UNKNOWN = 'Khong tim thay van ban'
const WORD_FORM = 'Trang thai khong hop le'
const LONGEST_DESCRIPTION = 500

/** Each operation reads its own arguments only: those of earlier calls of the same client come along. */
export const operations: Readonly<Record<OperationName, Operation>> = {
  registerAgency: async ({ caller, body }, { store }) => {
    const parsed = agencyRegistrationSchema.safeParse(await readJsonBody(body))
    if (!parsed.success) throw new AxisFailure(VxpErrorCode.internal, AGENCY_FORM)
    const outcome = await store.putAgency(caller.systemId, parsed.data)
    if (outcome === 'taken') throw new AxisFailure(VxpErrorCode.wrongSystemOrSecret, AGENCY_TAKEN)
    return DONE
  },

  deleteAgency: async ({ caller }, { store }) => {
    const code = argument(caller.args, 'AgencyCode')
    const outcome = code === undefined ? 'foreign' : await store.removeAgency(caller.systemId, code)
    if (outcome === 'foreign') throw new AxisFailure(VxpErrorCode.senderNotRegistered, AGENCY_FOREIGN)
    return DONE
  },

  getAgenciesList: listAgencies(agencyItem),
  getAgenciesListQD20: listAgencies(newCodeItem),
  getSynchronizeUnit: listAgencies(unitItem),

  sendEdoc: async ({ caller, body }, context) => {
    const sending = await sendRequest(caller, context.store)
    const options = { uploadFolder: context.uploadFolder, maxBytes: context.maxMessageBytes }
    const docId = await withUpload(body ?? Readable.from([]), sending.hashFile, options, (upload) =>
      acceptUpload(caller, sending, upload, context.store, context.readUpload, context.now()),
    )
    return { kind: 'json', answer: { ...SUCCESS, DocId: docId } }
  },

  getReceivedEdocList: ({ caller }, { store }) => {
    const messageType = argument(caller.args, 'messagetype')
    const pending = isMessageType(messageType) ? store.pending(caller.systemId, messageType) : []
    return Promise.resolve({ kind: 'list', items: mapped(pending, receivedItem) })
  },

  getEdoc: async ({ caller }, { store }) => ({ kind: 'base64', file: await fetchFile(caller, store) }),
  downloadEdoc: async ({ caller }, { store }) => ({ kind: 'file', file: await fetchFile(caller, store) }),

  updateStatus: async ({ caller }, { store }) => {
    const docId = acknowledgedDocId(caller.args)
    const word = argument(caller.args, 'status')
    if (word === undefined || !isDeliveryWord(word)) throw new AxisFailure(VxpErrorCode.internal, WORD_FORM)
    const description = (argument(caller.args, 'description') ?? '').slice(0, LONGEST_DESCRIPTION)
    const isKnown =
      docId !== undefined && (await store.acknowledge(caller.systemId, docId, word, description))
    if (!isKnown) throw new AxisFailure(VxpErrorCode.invalidFile, DELIVERY_UNKNOWN)
    return DONE
  },

  getSentEdocList: ({ caller }, { store }) => {
    const messageType = argument(caller.args, 'messagetype')
    const kind = isMessageType(messageType) ? messageType : undefined
    const sent = store.sent(caller.systemId, kind, fetchedDocId(caller.args))
    return Promise.resolve({ kind: 'list', items: mapped(sent, sentItem) })
  },

  countReceiveEdoc: countPending(VxpMessageType.document),
  countReceiveStatus: countPending(VxpMessageType.status),
}

/** What `level` of the second list selects is not known, so that it selects nothing. */
function listAgencies(item: (agency: AxisAgency) => object): Operation {
  return (_call, { store }) => Promise.resolve({ kind: 'list', items: mapped(store.agencies(), item) })
}

function countPending(messageType: VxpMessageType): Operation {
  return async ({ caller }, { store }) => ({
    kind: 'json',
    answer: { ...SUCCESS, count: await store.countPending(caller.systemId, messageType) },
  })
}

async function fetchFile(caller: Caller, store: AxisStore): Promise<StoredFile> {
  const docId = fetchedDocId(caller.args)
  const file = docId === undefined ? undefined : await store.fetch(caller.systemId, docId)
  if (file === undefined) throw new AxisFailure(VxpErrorCode.invalidFile, DELIVERY_UNKNOWN)
  return file
}

async function* mapped<T>(
  items: AsyncIterable<T> | Iterable<T>,
  map: (item: T) => object,
): AsyncGenerator<object> {
  for await (const item of items) yield map(item)
}
