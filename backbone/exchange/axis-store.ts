import { createReadStream } from 'node:fs'
import { fullCode, organIdKey, sameOrganId } from '#shared/exchange/edxml/identifiers.ts'
import type { MessageFields } from '#shared/exchange/edxml/message.ts'
import { DeliveryWord } from '#shared/exchange/vxp/delivery-state.ts'
import { instantFrom, millisOf } from '#shared/kernel/instant.ts'
import { derivedUuid } from '#shared/kernel/uuid.ts'
import type {
  AcceptedMessage,
  AxisAgency,
  AxisStore,
  ReceivedDelivery,
  SentDelivery,
} from '../axis/serve/axis-store.port.ts'
import type {
  DeliveredMessage,
  Delivery,
  NewJob,
  NewMessage,
  OutsideAgency,
} from '../engine/exchange-store.port.ts'
import type { CongsoNode } from '../node.ts'
import type { Clock } from '../ports.ts'
import { NO_SUCH_RECEIVER, receiveJobFor } from './hand-over.ts'
import { agencyOf, receiverOf } from './receivers.ts'

/** The same file from the same system within this span is the same sending. */
const SAME_SENDING_MS = 24 * 60 * 60 * 1000
const PENDING_AT_MOST = 10_000
const LATEST_SENT = 200

/** What the axis server works on: the node's own agencies beside those of outside systems, and one store of messages for all. */
export function axisStore(
  node: Pick<CongsoNode, 'engine' | 'files' | 'workspaces' | 'kickJobs'>,
  clock: Clock,
): AxisStore {
  const store = node.engine.exchange
  const receiver = (code: string): ReturnType<typeof receiverOf> =>
    receiverOf(node.engine, node.workspaces(), code)
  const codesOf = async (system: string): Promise<string[]> => [
    system,
    ...(await store.agencies(system)).map((one) => one.code),
  ]
  const maySpeakFor = async (system: string, code: string): Promise<boolean> =>
    sameOrganId(system, code) || isOf(await store.agency(code), system)
  const deliveryFor = async (system: string, id: string): Promise<DeliveredMessage | undefined> => {
    const found = await store.delivery(id)
    return found !== undefined && (await maySpeakFor(system, found.delivery.to)) ? found : undefined
  }

  return {
    secretOf: async (system) => (await store.system(system))?.secret,
    putAgency: async (system, { code, name, ...fields }) => {
      const known = await store.agency(code)
      // A system speaks for its own id without registering it: under that name nobody else may be registered.
      const isSystem = !sameOrganId(code, system) && (await store.system(code)) !== undefined
      const isOthers = known !== undefined && !isOf(known, system)
      if (isSystem || isOthers || (await receiver(code)).kind === 'here') return 'taken'
      await store.putAgency({ code, name: name ?? code, system, fields: present(fields) })
      return 'stored'
    },
    removeAgency: async (system, code) => {
      const known = await store.agency(code)
      if (known !== undefined && !isOf(known, system)) return 'foreign'
      await store.deleteAgency(code)
      return 'removed'
    },
    agencies: async function* (): AsyncGenerator<AxisAgency> {
      for (const workspace of node.workspaces()) {
        const agency = await agencyOf(workspace)
        for (const code of agency?.codes ?? [])
          yield { id: code, code, name: agency?.name ?? '', mail: agency?.email ?? '' }
      }
      for (const { code, name, fields } of await store.agencies())
        yield {
          id: fields['id'] ?? code,
          parentId: fields['pcode'] ?? '',
          code,
          name,
          mail: fields['mail'] ?? '',
        }
    },
    maySpeakFor,
    receiverStates: (codes) =>
      Promise.all(
        codes.map(async (code) => ((await receiver(code)).kind === 'nobody' ? 'unknown' : ('open' as const))),
      ),
    accept: async (accepted) => {
      const message = messageOf(accepted, await node.files.keep(createReadStream(accepted.file.path)))
      const deliveries: Delivery[] = []
      const jobs: NewJob[] = []
      for (const { organId, state } of accepted.receivers) {
        const id = derivedUuid('delivery', message.id, organIdKey(organId))
        deliveries.push(deliveryTo(id, message, organId, state === 'open'))
        const found = await receiver(organId)
        if (found.kind === 'here') jobs.push(receiveJobFor(found.workspace.id, message, id))
      }
      const sameSince = instantFrom(millisOf(accepted.receivedAt) - SAME_SENDING_MS)
      const id = await store.send({ message, deliveries, jobs }, sameSince)
      node.kickJobs()
      return id
    },
    pending: async function* (system, type): AsyncGenerator<ReceivedDelivery> {
      for (const one of await store.waitingFor(await codesOf(system), type, PENDING_AT_MOST))
        yield received(one)
    },
    countPending: async (system, type) => store.countWaitingFor(await codesOf(system), type),
    fetch: async (system, id) => {
      const found = await deliveryFor(system, id)
      if (found === undefined) return undefined
      const { file } = found.message
      return { sizeBytes: file.sizeBytes, open: () => node.files.read(file) }
    },
    acknowledge: async (system, id, word, description) => {
      if ((await deliveryFor(system, id)) === undefined) return false
      await store.setReceiveState(id, word, description, instantFrom(clock.now()))
      return true
    },
    sent: async function* (system, type, id): AsyncGenerator<SentDelivery> {
      const named = id === undefined ? undefined : await store.message(id)
      const messages = id === undefined ? await store.sentBy(system, LATEST_SENT) : [named]
      for (const message of messages) {
        if (message?.system !== system || (type !== undefined && message.kind !== type)) continue
        for (const delivery of await store.deliveriesOf(message.id)) yield sent({ message, delivery })
      }
    },
  }
}

const isOf = (agency: OutsideAgency | undefined, system: string): boolean =>
  agency !== undefined && sameOrganId(agency.system, system)

function messageOf(accepted: AcceptedMessage, file: NewMessage['file']): NewMessage {
  const { fields } = accepted
  return {
    id: derivedUuid('axis', accepted.systemId, accepted.sameAs, accepted.receivedAt),
    from: fields.from.organId,
    kind: accepted.messageType,
    file,
    ...aboutOf(fields),
    sentAt: accepted.receivedAt,
    system: accepted.systemId,
    sameAs: accepted.sameAs,
    dispatch: null,
  }
}

function aboutOf(fields: MessageFields): Pick<NewMessage, 'documentId' | 'title' | 'code'> {
  if (fields.kind === 'document')
    return { documentId: fields.documentId, title: fields.subject, code: fullCode(fields.code) }
  const { documentId, code } = fields.responseFor
  return { documentId: documentId ?? code, title: fields.description ?? '', code }
}

function deliveryTo(id: string, message: NewMessage, to: string, isOpen: boolean): Delivery {
  return {
    id,
    message: message.id,
    to,
    sendState: isOpen ? 'done' : 'fail',
    sendDescription: isOpen ? '' : NO_SUCH_RECEIVER,
    receiveState: DeliveryWord.initial,
    receiveDescription: '',
    createdAt: message.sentAt,
    updatedAt: message.sentAt,
  }
}

function received({ delivery, message }: DeliveredMessage): ReceivedDelivery {
  return {
    receiverDocId: delivery.id,
    messageType: message.kind,
    from: message.from,
    to: delivery.to,
    word: delivery.receiveState,
    description: delivery.receiveDescription,
    createdAt: delivery.createdAt,
    updatedAt: delivery.updatedAt,
  }
}

function sent({ delivery, message }: DeliveredMessage): SentDelivery {
  const isReceived = delivery.receiveState === DeliveryWord.done
  return {
    senderDocId: message.id,
    receiverDocId: delivery.id,
    messageType: message.kind,
    from: message.from,
    to: delivery.to,
    title: message.title,
    code: message.code,
    sentAt: message.sentAt,
    ...(isReceived ? { receivedAt: delivery.updatedAt } : {}),
    sendWord: delivery.sendState,
    sendDescription: delivery.sendDescription,
    receiveWord: delivery.receiveState,
    receiveDescription: delivery.receiveDescription,
  }
}

function present(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
