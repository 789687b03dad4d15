import type { BoardFact } from '#shared/domain/boards/facts.ts'
import type { OfficeReader } from './office-reader.ts'
import type { DeliveryRow } from '../projections/deliveries.ts'
import type { IncomingRow } from '../projections/incoming.ts'
import type { OutgoingRow } from '../projections/outgoing.ts'
import type { TaskRow } from '../projections/tasks.ts'

/** What a person knows a counted thing by. */
export interface FactFace {
  readonly id: string
  /** A post, or the name of another agency. */
  readonly post: string | null
  readonly from: string
  readonly number: string | undefined
  readonly subject: string
}

const rowIdOf = (fact: BoardFact): string => fact.id.slice(fact.what.length + 1)
const BATCH = 500

/** The faces of these facts, in their order; those that are not here any more are left out. */
export async function facesOf(
  office: OfficeReader,
  facts: readonly BoardFact[],
): Promise<readonly FactFace[]> {
  const faces = new Map<string, FactFace>()
  for (let at = 0; at < facts.length; at += BATCH) {
    const batch = facts.slice(at, at + BATCH)
    const idsOf = (what: BoardFact['what']) => batch.filter((one) => one.what === what).map(rowIdOf)
    const found = [
      ...(await office.byIds<IncomingRow>('incoming', idsOf('letter'))).map(faceOfLetter),
      ...(await office.byIds<OutgoingRow>('outgoing', idsOf('document'))).map(faceOfDocument),
      ...(await office.byIds<DeliveryRow>('deliveries', idsOf('delivery'))).map(faceOfDelivery),
      ...(await office.byIds<TaskRow>('tasks', idsOf('task'))).map(faceOfTask),
    ]
    for (const face of found) faces.set(face.id, face)
  }
  return facts.flatMap(({ id }) => faces.get(id) ?? [])
}

function faceOfLetter(row: IncomingRow): FactFace {
  const isLetter = row.what === 'letter'
  return {
    id: `letter/${row.id}`,
    post: null,
    from: row.fromName,
    number: isLetter ? [row.number, row.symbol].filter((part) => part !== '').join('/') : undefined,
    subject: isLetter ? row.subject : '',
  }
}

const faceOfDocument = (row: OutgoingRow): FactFace => ({
  id: `document/${row.id}`,
  post: row.drafter,
  from: '',
  number: row.number === null ? undefined : `${String(row.number.number).padStart(2, '0')}/${row.symbol}`,
  subject: row.subject,
})

const faceOfDelivery = (row: DeliveryRow): FactFace => ({
  id: `delivery/${row.id}`,
  post: null,
  from: row.recipient.name,
  number: row.code,
  subject: row.subject,
})

const faceOfTask = (row: TaskRow): FactFace => ({
  id: `task/${row.id}`,
  post: row.assignee,
  from: '',
  number: undefined,
  subject: row.text === '' ? row.subject : `${row.subject} — ${row.text}`,
})
