import {
  deliveryStates,
  type DeliveryState,
  type DeliveryStep,
  type Dispatch,
} from '#shared/domain/correspondence/dispatch.ts'
import type { Unmatched } from '#shared/domain/correspondence/unmatched-decider.ts'
import { sameOrganId } from '#shared/exchange/edxml/identifiers.ts'
import type { DocumentFields, StatusFields } from '#shared/exchange/edxml/message.ts'
import type { ReadMessage } from '#shared/exchange/edxml/read-message.ts'
import { BusinessType, isStatusCode } from '#shared/exchange/edxml/vocabulary.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { NodeAct, Workspace } from '../workspace/workspace.ts'
import { fieldsOf } from './message-fields.ts'

/**
 * Why a message lands among what matches nothing. Stored: never rename one.
 * - `sender-unproven`: handed in by a system that may not speak for the sender it names.
 * - `dispatch-unknown`: a status on something that was never sent from here.
 * - `receiver-unknown`: a status from someone the document was not sent to.
 * - `status-unknown`: a code without a known meaning.
 * - `secret-exchange`: it bears a secrecy mark (Decision 28 Art 1.2): nothing of it is kept.
 */
export type UnmatchedReason =
  'sender-unproven' | 'dispatch-unknown' | 'receiver-unknown' | 'status-unknown' | 'secret-exchange'

const KIND: Record<BusinessType, Unmatched['kind']> = {
  [BusinessType.new]: 'replacement',
  [BusinessType.revocation]: 'recall',
  [BusinessType.update]: 'update',
  [BusinessType.replacement]: 'replacement',
}

/** The step that a status adds to a delivery timeline, or why it belongs to none. */
export async function statusOutcome(
  engine: Engine,
  workspace: Workspace,
  fields: StatusFields,
  arrivedAt: string,
): Promise<Omit<NodeAct, 'id' | 'at'> | UnmatchedReason> {
  const dispatch = await dispatchOf(engine, workspace, fields)
  if (dispatch === undefined) return 'dispatch-unknown'
  const recipient = dispatch.recipients.find((one) => sameOrganId(one.code, fields.from.organId))
  if (recipient === undefined) return 'receiver-unknown'
  if (!isStatusCode(fields.statusCode) || !isDeliveryState(fields.statusCode)) return 'status-unknown'
  const staff = [fields.staff?.name, fields.staff?.department].filter((one) => one !== undefined)
  const step: DeliveryStep = {
    state: fields.statusCode,
    at: fields.at ?? arrivedAt,
    staff: staff.join(', ').slice(0, 300),
    description: (fields.description ?? '').slice(0, 2000),
  }
  return {
    aggregate: { kind: 'dispatch', id: dispatch.id },
    type: 'dispatch.record',
    payload: { recipient: recipient.code, step },
  }
}

/** What is kept of a message that matches nothing: all of its fields. */
export function unmatchedOf(
  { fields, attachments }: ReadMessage<string>,
  to: string,
  reason: UnmatchedReason,
): Omit<Unmatched, 'id' | 'receivedAt' | 'settled'> {
  const listed = attachments.map(({ name, declaredType, detectedType, sizeBytes, sha256 }) => ({
    name,
    declaredType,
    detectedType,
    sizeBytes,
    sha256,
  }))
  return {
    kind: fields.kind === 'status' ? 'status' : KIND[fields.business.type],
    from: { code: fields.from.organId.slice(0, 64), name: fields.from.name.slice(0, 1000) },
    to: to.slice(0, 64),
    fields: fieldsOf({ ...fields, attachments: listed }),
    reason,
  }
}

/** What is kept of a message with a secrecy mark: who sent it and what it calls itself, for the clerk to call them. */
export function secretOf(
  { from, documentId }: DocumentFields,
  to: string,
): Omit<Unmatched, 'id' | 'receivedAt' | 'settled'> {
  const reason: UnmatchedReason = 'secret-exchange'
  return {
    kind: 'secret',
    from: { code: from.organId.slice(0, 64), name: from.name.slice(0, 1000) },
    to: to.slice(0, 64),
    fields: fieldsOf({ documentId }),
    reason,
  }
}

/** By identifier first, then by full code and day, then by full code alone (edXML 4.1). */
async function dispatchOf(
  engine: Engine,
  workspace: Workspace,
  { responseFor: { documentId, code, issuedOn } }: StatusFields,
): Promise<Dispatch | undefined> {
  const find = async (by: 'documentId' | 'code', value: string): Promise<Dispatch[]> => {
    const ids = await engine.exchange.dispatchesOf(workspace.id, by, value)
    const states = await Promise.all(ids.map((id) => workspace.state({ kind: 'dispatch', id })))
    return states.filter((one) => one !== undefined) as Dispatch[]
  }
  const [byIdentifier] = documentId === undefined ? [] : await find('documentId', documentId.trim())
  if (byIdentifier !== undefined) return byIdentifier
  const byCode = await find('code', code.trim())
  return byCode.find((one) => one.issuedOn === issuedOn) ?? byCode[0]
}

function isDeliveryState(code: string): code is DeliveryState {
  return (deliveryStates as readonly string[]).includes(code)
}
