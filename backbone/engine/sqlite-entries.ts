import type { Place, Seal } from '../sealing/node-key.ts'
import { packed, unpacked } from '../sealing/packed.ts'
import type { NewEntry, StoredEntry } from './engine.port.ts'
import type { AggregateNumbers } from './sqlite-aggregates.ts'
import { RID_SPAN } from './sqlite-schema.ts'

export interface EntryRow {
  readonly rid: number
  readonly epoch: number
  readonly server_time: string
  readonly command_id: string
  readonly aggregate: number
  readonly leaf: Uint8Array
  readonly audience_before: number | null
  readonly audience_after: number
  readonly erased: number
  readonly sealed: Uint8Array
}

export const entryColumns =
  'rid, epoch, server_time, command_id, aggregate, leaf, audience_before, audience_after, erased, sealed'

/** What of an entry is content. Erased, text and events are empty; hash, key and signature stay. */
interface EntryBody {
  readonly commandHash: Uint8Array
  readonly text: string
  readonly signature: string
  readonly key: string
  readonly events: string
}

export function sealedEntry(seal: Seal, rid: number, aggregate: number, one: NewEntry): Uint8Array {
  const { entry, commandHash } = one
  const place = placeOf({
    rid,
    epoch: entry.epoch,
    server_time: entry.serverTime,
    command_id: one.commandId,
    aggregate,
    audience_before: one.audienceBefore,
    audience_after: one.audienceAfter,
    erased: 0,
  })
  return seal.seal(place, packedBody({ ...entry.command, commandHash, events: entry.events }))
}

/** The sealed content of the row once it is marked as erased. */
export function erasedBody(seal: Seal, row: EntryRow): Uint8Array {
  const body = entryBodyIn(seal, row)
  return seal.seal(placeOf({ ...row, erased: 1 }), packedBody({ ...body, text: '', events: '' }))
}

export function entryBodyIn(seal: Seal, row: EntryRow): EntryBody {
  const parts = unpacked(seal.open(placeOf(row), row.sealed))
  const [commandHash = new Uint8Array(), text, signature, key, events] = parts
  return {
    commandHash: Uint8Array.from(commandHash),
    text: text?.toString() ?? '',
    signature: signature?.toString() ?? '',
    key: key?.toString() ?? '',
    events: events?.toString() ?? '',
  }
}

export function storedEntry(seal: Seal, aggregates: AggregateNumbers, row: EntryRow): StoredEntry {
  const { text, signature, key, events } = entryBodyIn(seal, row)
  return {
    entry: {
      seq: row.rid % RID_SPAN,
      epoch: row.epoch,
      serverTime: row.server_time,
      command: { text, signature, key },
      events,
    },
    aggregate: aggregates.refOf(row.aggregate),
    leaf: row.leaf,
    audienceBefore: row.audience_before,
    audienceAfter: row.audience_after,
    erased: row.erased !== 0,
  }
}

const packedBody = ({ commandHash, text, signature, key, events }: EntryBody): Uint8Array =>
  packed(commandHash, text, signature, key, events)

/** All plain columns but the leaf, which the tree proves: one that is changed keeps the row shut. */
function placeOf(row: Omit<EntryRow, 'leaf' | 'sealed'>): Place {
  return [
    'entries',
    row.rid,
    row.epoch,
    row.server_time,
    row.command_id,
    row.aggregate,
    row.audience_before,
    row.audience_after,
    row.erased,
  ]
}
