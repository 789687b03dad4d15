/** Where a document stands at one recipient: waiting here, on the way, or a status code of the national axis. */
export const deliveryCodes = [
  'queued',
  'sent',
  'failed',
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '13',
  '15',
  '16',
] as const
export type DeliveryCode = (typeof deliveryCodes)[number]

/** One recipient's state in a matrix. */
export interface DeliveryCellView {
  readonly code: DeliveryCode
  /** Past the legal hour to accept. */
  readonly isLate?: boolean | undefined
}

/** One step of a delivery, oldest first. */
export interface DeliveryStep {
  readonly id: string
  readonly code: DeliveryCode | 'issued' | 'chased'
  /** The proof: transaction, who confirmed, the reason given. */
  readonly proof?: string | undefined
  /** As shown: `13/11 15:20`. */
  readonly time?: string | undefined
  readonly isLate?: boolean | undefined
}

export interface DeliveryColumn {
  readonly id: string
  readonly name: string
  /** Up to three short lines: `Sở`, `Tài chính`. */
  readonly heading: readonly string[]
}

export interface DeliveryRow {
  readonly id: string
  readonly number: string
  readonly date: string
  readonly subject: string
  readonly received: number
  readonly total: number
  /** When a receiver of it was last chased, as shown: `22/11`. */
  readonly chased?: string | undefined
  /** By column id; a column left out was not addressed. */
  readonly cells: Readonly<Record<string, DeliveryCellView>>
}

export interface CellPlace {
  readonly row: string
  readonly column: string
}
