import type { Seal } from '../sealing/node-key.ts'
import { AppendConflict, type Append, type NewEntry } from './engine.port.ts'
import type { AggregateNumbers } from './sqlite-aggregates.ts'
import { blobName } from './sqlite-blob-index.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { sealedEntry } from './sqlite-entries.ts'
import { RID_SPAN } from './sqlite-schema.ts'

/** Writes a group into workspace `id`. Throws `AppendConflict`; the caller undoes what was written until then. */
export function writeAppend(
  sql: SqliteConnection,
  seal: Seal,
  aggregates: AggregateNumbers,
  id: number,
  batch: Append,
): void {
  const base = id * RID_SPAN
  const last = sql.one<{ rid: number | null }>(
    'select max(rid) as rid from entries where rid > ? and rid < ?',
    base,
    base + RID_SPAN,
  )
  if ((last?.rid ?? base) !== base + batch.expectedSeq) throw new AppendConflict('the head moved')
  for (const one of batch.entries)
    writeEntry(sql, seal, id, base + one.entry.seq, aggregates.intern(id, one.aggregate), one)
  for (const { level, index, hash } of batch.nodes)
    sql.run('insert into tree values (?, ?, ?, ?)', id, level, index, hash)
  for (const { aggregate, seq, json } of batch.states)
    writeState(sql, seal, aggregates.intern(id, aggregate), seq, json)
  for (const one of batch.audiences)
    sql.run(
      'insert into audiences values (?, ?, ?)',
      id,
      one.id,
      seal.seal(['audiences', id, one.id], JSON.stringify(one.principals)),
    )
  for (const one of batch.principals) {
    const name = seal.name('person', id, one.person)
    sql.run(
      'insert into principals values (?, ?, ?, ?)',
      id,
      one.seq,
      name,
      seal.seal(['principals', id, one.seq, name], JSON.stringify(one)),
    )
  }
}

export function writeState(
  sql: SqliteConnection,
  seal: Seal,
  aggregate: number,
  seq: number,
  json: string,
): void {
  sql.run(
    'insert or replace into states values (?, ?, ?)',
    aggregate,
    seq,
    seal.seal(['states', aggregate, seq], json),
  )
}

function writeEntry(
  sql: SqliteConnection,
  seal: Seal,
  id: number,
  rid: number,
  aggregate: number,
  one: NewEntry,
): void {
  const known = sql.one('select rid from command_ids where workspace = ? and id = ?', id, one.commandId)
  if (known !== undefined) throw new AppendConflict('the command id is known')
  sql.run(
    `insert into entries (rid, epoch, server_time, command_id, aggregate, leaf, audience_before, audience_after, sealed)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    rid,
    one.entry.epoch,
    one.entry.serverTime,
    one.commandId,
    aggregate,
    one.leaf,
    one.audienceBefore,
    one.audienceAfter,
    sealedEntry(seal, rid, aggregate, one),
  )
  sql.run('insert into command_ids values (?, ?, ?)', id, one.commandId, rid)
  for (const sha256 of one.blobs) {
    const name = blobName(seal, id, sha256)
    for (const table of ['first_mentions', 'blob_mentions'])
      sql.run(`insert or ignore into ${table} values (?, ?, ?)`, id, name, aggregate)
  }
}
