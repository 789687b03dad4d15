import { sha256Hex } from '#shared/kernel/hash.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { organIdKey } from '#shared/exchange/edxml/identifiers.ts'
import type { MessageFields } from '#shared/exchange/edxml/message.ts'
import type { ReadMessage } from '#shared/exchange/edxml/read-message.ts'
import { argument, distinctOrganIds, receivers } from '#shared/exchange/vxp/arguments.ts'
import { edxmlRefusalText, foreignSenderText, VxpErrorCode } from '#shared/exchange/vxp/error-codes.ts'
import { isMessageType, VxpMessageType } from '#shared/exchange/vxp/operations.ts'
import type { ForeignFiles } from '../../exchange/foreign-files.port.ts'
import { AxisFailure, type Caller } from './axis-request.ts'
import type { AxisStore, MessageReceiver } from './axis-store.port.ts'
import type { Upload } from './receive-upload.ts'

/** What `sendEdoc` was asked, before its file is looked at. */
export interface SendRequest {
  readonly from: string
  readonly messageType: VxpMessageType
  /** Receivers named in the request; empty: those of the message. */
  readonly to: readonly string[]
  readonly hashFile: string | undefined
}

const KIND_TEXT = 'loai thong diep khong khop voi noi dung'
const RECEIVER_TEXT = 'thieu don vi nhan'

/** Reads the arguments and checks that the caller may speak for `from`. Throws AxisFailure 19 or 22. */
export async function sendRequest({ args, systemId }: Caller, store: AxisStore): Promise<SendRequest> {
  const from = argument(args, 'from') ?? ''
  if (from === '' || !(await store.maySpeakFor(systemId, from))) {
    throw new AxisFailure(VxpErrorCode.senderNotRegistered, foreignSenderText(from, systemId))
  }
  const messageType = argument(args, 'messagetype')
  if (!isMessageType(messageType)) throw new AxisFailure(VxpErrorCode.edxmlForm, KIND_TEXT)
  return { from, messageType, to: receivers(args), hashFile: argument(args, 'hash-file') }
}

/** Reads the uploaded message, resolves its receivers and hands it to the store; answers the sender's id of it. */
export async function acceptUpload(
  caller: Caller,
  request: SendRequest,
  upload: Upload,
  store: AxisStore,
  readUpload: ForeignFiles['readMessage'],
  receivedAt: Instant,
): Promise<string> {
  const message = await readChecked(upload, readUpload)
  const { fields } = message
  const isStatus = fields.kind === 'status'
  if (isStatus !== (request.messageType === VxpMessageType.status)) {
    throw new AxisFailure(VxpErrorCode.edxmlForm, KIND_TEXT)
  }
  const { organId } = fields.from
  const isSenderProven =
    organIdKey(organId) === organIdKey(request.from) || (await store.maySpeakFor(caller.systemId, organId))
  const resolved = await resolveReceivers(request.to.length > 0 ? request.to : addressees(fields), store)
  return store.accept({
    systemId: caller.systemId,
    from: request.from,
    isSenderProven,
    messageType: request.messageType,
    receivers: resolved,
    sameAs: sendingKey(caller, request, resolved, upload),
    file: { path: upload.path, sizeBytes: upload.sizeBytes, sha256: upload.sha256 },
    fields,
    attachments: message.attachments,
    deviations: message.deviations,
    receivedAt,
  })
}

async function readChecked(
  upload: Upload,
  readUpload: ForeignFiles['readMessage'],
): Promise<ReadMessage<string>> {
  const read = await readUpload(upload.path, upload.attachmentsFolder)
  if (read.ok) return read.value
  if (read.error.code === 'reading-failed') throw new AxisFailure(VxpErrorCode.fileProcessing)
  throw new AxisFailure(VxpErrorCode.edxmlForm, edxmlRefusalText(read.error))
}

function addressees(fields: MessageFields): string[] {
  return fields.kind === 'status' ? [fields.responseFor.organId] : fields.to.map(({ organId }) => organId)
}

/** One receiver that can be reached is enough; the others are reported per receiver. */
async function resolveReceivers(organIds: readonly string[], store: AxisStore): Promise<MessageReceiver[]> {
  const distinct = distinctOrganIds(organIds)
  if (distinct.length === 0) throw new AxisFailure(VxpErrorCode.edxmlForm, RECEIVER_TEXT)
  const states = await store.receiverStates(distinct)
  const resolved = distinct.map((organId, index) => ({ organId, state: states[index] ?? 'unknown' }))
  if (resolved.some(({ state }) => state === 'open')) return resolved
  const isLocked = resolved.some(({ state }) => state === 'locked')
  throw new AxisFailure(isLocked ? VxpErrorCode.receiverLocked : VxpErrorCode.receiverUnknown)
}

function sendingKey(
  caller: Caller,
  request: SendRequest,
  resolved: readonly MessageReceiver[],
  upload: Upload,
): string {
  const to = resolved.map(({ organId }) => organIdKey(organId)).sort()
  const from = organIdKey(request.from)
  return sha256Hex(JSON.stringify([caller.systemId, from, request.messageType, to, upload.sha256]))
}
