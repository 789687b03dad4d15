import type { Place, Seal } from '../sealing/node-key.ts'
import type { Delivery, Job, NewJob, NewMessage, OutsideAgency } from './exchange-store.port.ts'

export interface JobRow {
  readonly id: string
  readonly workspace: string
  readonly kind: string
  readonly attempts: number
  readonly sealed: Uint8Array
}

export interface MessageRow {
  readonly id: string
  readonly kind: string
  readonly sent_at: string
  readonly sealed: Uint8Array
}

export interface DeliveryRow {
  readonly id: string
  readonly message: string
  readonly is_sent: number
  readonly is_received: number
  readonly sealed: Uint8Array
}

export interface AgencyRow {
  readonly code_name: string
  readonly system_name: string
  readonly sealed: Uint8Array
}

export const messageColumns = 'id, kind, sent_at, sealed'
export const deliveryColumns = 'd.id, d.message, d.is_sent, d.is_received, d.sealed'

/** Codes are compared without regard to case. */
export const keyOf = (code: string): string => code.trim().toUpperCase()
export const isSent = (one: Delivery): number => (one.sendState === 'done' ? 1 : 0)
export const isReceived = (one: Delivery): number => (one.receiveState === 'done' ? 1 : 0)

/** The sealed columns of jobs, messages and agencies, there and back; what opens throws `SealBroken`. */
export interface SealedRows {
  readonly codeName: (code: string) => string
  readonly systemName: (system: string) => string
  readonly sealedJob: (job: NewJob) => Uint8Array
  readonly job: (row: JobRow) => Job
  readonly sealedMessage: (one: NewMessage) => Uint8Array
  readonly message: (row: MessageRow) => NewMessage
  readonly sealedDelivery: (one: Delivery) => Uint8Array
  readonly delivery: (row: DeliveryRow) => Delivery
  readonly sealedAgency: (one: OutsideAgency) => Uint8Array
  readonly agency: (row: AgencyRow) => OutsideAgency
}

export function sealedRows(seal: Seal): SealedRows {
  const sealed = (place: Place, content: object): Uint8Array => seal.seal(place, JSON.stringify(content))
  const opened = (place: Place, row: { readonly sealed: Uint8Array }): unknown =>
    JSON.parse(seal.open(place, row.sealed).toString())
  const codeName = (code: string): string => seal.name('agency', keyOf(code))
  const systemName = (system: string): string => seal.name('system', keyOf(system))

  return {
    codeName,
    systemName,
    sealedJob: (job) => sealed(jobPlace(job), { lane: job.lane, payload: job.payload }),
    job: (row) => {
      const { id, workspace, kind, attempts } = row
      return {
        id,
        workspace,
        kind,
        attempts,
        ...(opened(jobPlace(row), row) as Pick<Job, 'lane' | 'payload'>),
      }
    },
    sealedMessage: (one) => sealed(['messages', one.id, one.kind, one.sentAt], one),
    message: (row) => opened(['messages', row.id, row.kind, row.sent_at], row) as NewMessage,
    sealedDelivery: (one) => sealed(['deliveries', one.id, one.message, isSent(one), isReceived(one)], one),
    delivery: (row) =>
      opened(['deliveries', row.id, row.message, row.is_sent, row.is_received], row) as Delivery,
    sealedAgency: (one) => sealed(['outside_agencies', codeName(one.code), systemName(one.system)], one),
    agency: (row) => opened(['outside_agencies', row.code_name, row.system_name], row) as OutsideAgency,
  }
}

const jobPlace = (job: Pick<NewJob, 'id' | 'workspace' | 'kind'>): Place => [
  'jobs',
  job.id,
  job.workspace,
  job.kind,
]
