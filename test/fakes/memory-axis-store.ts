import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type {
  AcceptedMessage,
  AxisAgency,
  AxisStore,
  ReceivedDelivery,
  SentDelivery,
} from '../../backbone/axis/serve/axis-store.port.ts'
import { fullCode, organIdKey } from '#shared/exchange/edxml/identifiers.ts'
import { DeliveryWord, isAcknowledged } from '#shared/exchange/vxp/delivery-state.ts'

interface KeptMessage {
  readonly message: AcceptedMessage
  readonly senderDocId: string
  readonly bytes: Uint8Array
}

interface KeptDelivery extends ReceivedDelivery {
  word: string
  description: string
  readonly kept: KeptMessage
  readonly sendWord: string
}

/** What tests look at. */
export interface MemoryAxisStore extends AxisStore {
  readonly messages: readonly KeptMessage[]
  /** Locks an agency. */
  lock(code: string): void
}

/** An axis store that forgets everything with the test. Each system owns the code of the same name. */
export function memoryAxisStore(secrets: Readonly<Record<string, string>>): MemoryAxisStore {
  const agencies = new Map<string, { system: string; agency: AxisAgency }>()
  const locked = new Set<string>()
  const messages: KeptMessage[] = []
  const deliveries = new Map<string, KeptDelivery>()
  const accepting = new Map<string, Promise<string>>()

  const ownerOf = (organId: string): string | undefined =>
    Object.keys(secrets).find((system) => organIdKey(system) === organIdKey(organId)) ??
    agencies.get(organIdKey(organId))?.system
  const received = (systemId: string, messageType: string): KeptDelivery[] =>
    [...deliveries.values()].filter(
      (one) =>
        ownerOf(one.to) === systemId &&
        one.messageType === messageType &&
        one.sendWord === DeliveryWord.done &&
        !isAcknowledged(one.word),
    )
  const own = (systemId: string, docId: string): KeptDelivery | undefined => {
    const delivery = deliveries.get(docId)
    return delivery !== undefined && ownerOf(delivery.to) === systemId ? delivery : undefined
  }

  const store = async (message: AcceptedMessage): Promise<string> => {
    const senderDocId = randomUUID().replaceAll('-', '').slice(0, 24)
    const kept: KeptMessage = { message, senderDocId, bytes: await readFile(message.file.path) }
    messages.push(kept)
    for (const { organId, state } of message.receivers) {
      const receiverDocId = randomUUID()
      deliveries.set(receiverDocId, {
        receiverDocId,
        messageType: message.messageType,
        from: message.from,
        to: organId,
        word: DeliveryWord.initial,
        description: '',
        createdAt: message.receivedAt,
        updatedAt: message.receivedAt,
        kept,
        sendWord: state === 'open' ? DeliveryWord.done : DeliveryWord.fail,
      })
    }
    return senderDocId
  }

  return {
    messages,
    lock: (code) => void locked.add(organIdKey(code)),
    secretOf: (systemId) => Promise.resolve(Object.hasOwn(secrets, systemId) ? secrets[systemId] : undefined),
    putAgency: (systemId, agency) => {
      const owner = ownerOf(agency.code)
      if (owner !== undefined && owner !== systemId) return Promise.resolve('taken')
      agencies.set(organIdKey(agency.code), {
        system: systemId,
        agency: {
          id: agency.id ?? agency.code,
          code: agency.code,
          name: agency.name ?? '',
          ...(agency.pcode === undefined ? {} : { parentId: agency.pcode }),
          ...(agency.mail === undefined ? {} : { mail: agency.mail }),
        },
      })
      return Promise.resolve('stored')
    },
    removeAgency: (systemId, code) => {
      const entry = agencies.get(organIdKey(code))
      if (entry !== undefined && entry.system !== systemId) return Promise.resolve('foreign')
      agencies.delete(organIdKey(code))
      return Promise.resolve('removed')
    },
    agencies: () => [...agencies.values()].map(({ agency }) => agency),
    maySpeakFor: (systemId, organId) => Promise.resolve(ownerOf(organId) === systemId),
    receiverStates: (organIds) =>
      Promise.resolve(
        organIds.map((organId) => {
          if (locked.has(organIdKey(organId))) return 'locked'
          return ownerOf(organId) === undefined ? 'unknown' : 'open'
        }),
      ),
    accept: (message) => {
      const accepted = accepting.get(message.sameAs) ?? store(message)
      accepting.set(message.sameAs, accepted)
      return accepted
    },
    pending: received,
    countPending: (systemId, messageType) => Promise.resolve(received(systemId, messageType).length),
    fetch: (systemId, docId) => {
      const bytes = own(systemId, docId)?.kept.bytes
      if (bytes === undefined) return Promise.resolve(undefined)
      return Promise.resolve({ sizeBytes: bytes.length, open: () => chunksOf(bytes) })
    },
    acknowledge: (systemId, docId, word, description) => {
      const delivery = own(systemId, docId)
      if (delivery === undefined) return Promise.resolve(false)
      if (!isAcknowledged(delivery.word)) Object.assign(delivery, { word, description })
      return Promise.resolve(true)
    },
    sent: (systemId, messageType, senderDocId) =>
      [...deliveries.values()]
        .filter(
          ({ kept }) =>
            kept.message.systemId === systemId &&
            (messageType === undefined || kept.message.messageType === messageType) &&
            (senderDocId === undefined || kept.senderDocId === senderDocId),
        )
        .map(sentDelivery),
  }
}

function sentDelivery(delivery: KeptDelivery): SentDelivery {
  const { message, senderDocId } = delivery.kept
  const { fields } = message
  return {
    senderDocId,
    receiverDocId: delivery.receiverDocId,
    messageType: delivery.messageType,
    from: delivery.from,
    to: delivery.to,
    title: fields.kind === 'document' ? fields.subject : (fields.description ?? ''),
    code: fields.kind === 'document' ? fullCode(fields.code) : fields.responseFor.code,
    sentAt: message.receivedAt,
    sendWord: delivery.sendWord,
    sendDescription: '',
    receiveWord: delivery.word,
    receiveDescription: delivery.description,
    ...(isAcknowledged(delivery.word) ? { receivedAt: delivery.updatedAt } : {}),
  }
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) {
    await Promise.resolve()
    yield bytes.subarray(at, at + 1000)
  }
}
