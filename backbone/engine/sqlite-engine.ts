import type { AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import {
  AppendConflict,
  type Append,
  type Engine,
  type LogEngine,
  type NewEntry,
  type StoredEntry,
  type WorkspaceHead,
} from './engine.port.ts'
import { sqliteBlobIndex } from './sqlite-blob-index.ts'
import { sqliteExchangeStore } from './sqlite-exchange-store.ts'
import { openSqlite, type Flushing, type SqliteConnection } from './sqlite-connection.ts'
import { MAX_WORKSPACES, RID_SPAN } from './sqlite-schema.ts'
import { workspaceNumbers, type WorkspaceNumbers } from './sqlite-workspaces.ts'

const PAGE_BYTES = 4 * 1024 * 1024

interface EntryRow {
  readonly rid: number
  readonly epoch: number
  readonly server_time: string
  readonly command: string
  readonly signature: string
  readonly key: string
  readonly events: string
  readonly aggregate: string
  readonly leaf: Uint8Array
  readonly audience_before: number | null
  readonly audience_after: number
  readonly erased: number
}

/** The store on one machine: a SQLite file in WAL mode that is synchronous to the disk. `:memory:` for one that is forgotten. */
export function openSqliteEngine(path: string, flushing: Flushing = 'each-commit'): Engine {
  const sql = openSqlite(path, flushing)
  const numbers = workspaceNumbers(sql)
  return {
    ...logEngine(sql, numbers),
    blobs: sqliteBlobIndex(sql, numbers),
    exchange: sqliteExchangeStore(sql),
    close: () => {
      sql.close()
      return Promise.resolve()
    },
  }
}

function logEngine(sql: SqliteConnection, numbers: WorkspaceNumbers): LogEngine {
  const headOf = (name: string, id: number, epoch: number): WorkspaceHead => {
    const last = sql.one<{ rid: number; server_time: string }>(
      'select rid, server_time from entries where rid > ? and rid < ? order by rid desc limit 1',
      id * RID_SPAN,
      (id + 1) * RID_SPAN,
    )
    return {
      workspace: name,
      epoch,
      seq: last === undefined ? 0 : last.rid - id * RID_SPAN,
      serverTime: last?.server_time ?? null,
    }
  }
  const workspaceRow = (name: string): { id: number; epoch: number } | undefined =>
    sql.one<{ id: number; epoch: number }>('select id, epoch from workspaces where name = ?', name)

  return {
    heads: () =>
      sql.read(() =>
        sql
          .all<{ id: number; name: string; epoch: number }>(
            'select id, name, epoch from workspaces order by id',
          )
          .map(({ id, name, epoch }) => headOf(name, id, epoch)),
      ),
    createWorkspace: (name) =>
      sql.write(() => {
        const known = workspaceRow(name)
        if (known !== undefined) return headOf(name, known.id, known.epoch)
        const { count } = sql.one<{ count: number }>('select count(*) as count from workspaces') ?? {
          count: 0,
        }
        if (count >= MAX_WORKSPACES) throw new RangeError('this store holds no more workspaces')
        sql.run('insert into workspaces (name, epoch) values (?, 1)', name)
        return { workspace: name, epoch: 1, seq: 0, serverTime: null }
      }),
    raiseEpoch: (name) =>
      sql.write(() => {
        sql.run('update workspaces set epoch = epoch + 1 where name = ?', name)
        const row = workspaceRow(name)
        if (row === undefined) throw new RangeError(`no workspace ${name}`)
        return row.epoch
      }),
    append: (batch) => sql.write(() => writeAppend(sql, numbers.of(batch.workspace), batch)),

    command: (workspace, id) =>
      sql.read(() => {
        const row = sql.one<{ rid: number; command_hash: Uint8Array }>(
          'select e.rid, e.command_hash from command_ids c join entries e on e.rid = c.rid where c.workspace = ? and c.id = ?',
          numbers.of(workspace),
          id,
        )
        return row && { seq: row.rid % RID_SPAN, hash: row.command_hash }
      }),
    entries: (workspace, after, limit, maxBytes = PAGE_BYTES) =>
      sql.read(() => {
        const base = numbers.of(workspace) * RID_SPAN
        const found: StoredEntry[] = []
        let bytes = 0
        // Read in slices, so that a page of large entries never lies in memory whole.
        for (let from = base + after; found.length < limit;) {
          const slice = sql.all<EntryRow>(
            'select * from entries where rid > ? and rid < ? order by rid limit ?',
            from,
            base + RID_SPAN,
            Math.min(64, limit - found.length),
          )
          for (const row of slice) {
            if (found.length > 0 && bytes > maxBytes) return found
            found.push(storedEntry(row))
            bytes += row.command.length + row.events.length
            from = row.rid
          }
          if (slice.length === 0) break
        }
        return found
      }),
    history: (workspace, aggregate, after, upTo) =>
      sql.read(() => {
        const base = numbers.of(workspace) * RID_SPAN
        return sql
          .all<EntryRow>(
            'select * from entries where aggregate = ? and rid > ? and rid <= ? order by rid',
            aggregateKey(aggregate),
            base + after,
            base + upTo,
          )
          .map(storedEntry)
      }),
    leaves: (workspace, from, to) =>
      sql.read(() => {
        const base = numbers.of(workspace) * RID_SPAN
        const rows = sql.all<{ leaf: Uint8Array }>(
          'select leaf from entries where rid between ? and ? order by rid',
          base + from,
          base + to,
        )
        const all = new Uint8Array(rows.length * 32)
        rows.forEach(({ leaf }, index) => {
          all.set(leaf, index * 32)
        })
        return all
      }),
    nodes: (workspace, wanted) =>
      sql.read(() => {
        const id = numbers.of(workspace)
        return wanted.map(({ level, index }) => {
          const row =
            level === 0
              ? sql.one<{ hash: Uint8Array }>(
                  'select leaf as hash from entries where rid = ?',
                  id * RID_SPAN + index + 1,
                )
              : sql.one<{ hash: Uint8Array }>(
                  'select hash from tree where workspace = ? and level = ? and idx = ?',
                  id,
                  level,
                  index,
                )
          if (row === undefined) throw new RangeError(`no tree node ${level}/${index}`)
          return row.hash
        })
      }),
    state: (workspace, aggregate) =>
      sql.read(() => {
        const row = sql.one<{ seq: number; json: string }>(
          'select seq, json from states where workspace = ? and aggregate = ?',
          numbers.of(workspace),
          aggregateKey(aggregate),
        )
        return row && { aggregate, seq: row.seq, json: row.json }
      }),
    aggregates: (workspace, kind) =>
      sql.read(() =>
        sql
          .all<{ aggregate: string }>(
            'select aggregate from states where workspace = ? and aggregate between ? and ? order by id',
            numbers.of(workspace),
            `${kind}/`,
            `${kind}/\u{10ffff}`,
          )
          .map((row) => parseKey(row.aggregate)),
      ),
    audiencesAt: (workspace, seq) =>
      sql.read(() => {
        const base = numbers.of(workspace) * RID_SPAN
        return sql
          .all<{ aggregate: string; audience: number }>(
            `select aggregate, audience_after as audience, max(rid) from entries
             where audience_before is not audience_after and rid > ? and rid <= ? group by aggregate`,
            base,
            base + seq,
          )
          .map((row) => ({ aggregate: parseKey(row.aggregate), audience: row.audience }))
      }),
    audienceChanges: (workspace, aggregate) =>
      sql.read(() => {
        const base = numbers.of(workspace) * RID_SPAN
        return sql
          .all<{ rid: number; audience: number }>(
            `select rid, audience_after as audience from entries
             where audience_before is not audience_after and aggregate = ? and rid > ? and rid < ? order by rid`,
            aggregateKey(aggregate),
            base,
            base + RID_SPAN,
          )
          .map((row) => ({ seq: row.rid - base, audience: row.audience }))
      }),
    audiences: (workspace) =>
      sql.read(() =>
        sql
          .all<{ id: number; principals: string }>(
            'select id, principals from audiences where workspace = ? order by id',
            numbers.of(workspace),
          )
          .map((row) => ({ id: row.id, principals: JSON.parse(row.principals) as string[] })),
      ),
    principals: (workspace) =>
      sql.read(() =>
        sql
          .all<{ person: string; seq: number; principals: string }>(
            'select person, seq, principals from principals where workspace = ? order by seq',
            numbers.of(workspace),
          )
          .map((row) => ({ ...row, principals: JSON.parse(row.principals) as string[] })),
      ),
    erase: (workspace, aggregate, seqs) =>
      sql.write(() => {
        const id = numbers.of(workspace)
        for (const seq of seqs)
          sql.run(
            `update entries set command = '', events = '', erased = 1 where rid = ?`,
            id * RID_SPAN + seq,
          )
        sql.run(
          `update states set json = 'null' where workspace = ? and aggregate = ?`,
          id,
          aggregateKey(aggregate),
        )
      }),
    cursor: (workspace, name) =>
      sql.read(
        () =>
          sql.one<{ seq: number }>(
            'select seq from cursors where workspace = ? and name = ?',
            numbers.of(workspace),
            name,
          )?.seq ?? 0,
      ),
    setCursor: (workspace, name, seq) =>
      sql.write(() => {
        sql.run(
          'insert into cursors values (?, ?, ?) on conflict do update set seq = max(seq, excluded.seq)',
          numbers.of(workspace),
          name,
          seq,
        )
      }),
  }
}

function writeAppend(sql: SqliteConnection, id: number, batch: Append): void {
  const base = id * RID_SPAN
  const last = sql.one<{ rid: number | null }>(
    'select max(rid) as rid from entries where rid > ? and rid < ?',
    base,
    base + RID_SPAN,
  )
  if ((last?.rid ?? base) !== base + batch.expectedSeq) throw new AppendConflict('the head moved')
  for (const one of batch.entries) writeEntry(sql, id, base + one.entry.seq, one)
  for (const { level, index, hash } of batch.nodes)
    sql.run('insert into tree values (?, ?, ?, ?)', id, level, index, hash)
  for (const { aggregate, seq, json } of batch.states)
    sql.run(
      `insert into states (workspace, aggregate, seq, json) values (?, ?, ?, ?)
       on conflict (workspace, aggregate) do update set seq = excluded.seq, json = excluded.json`,
      id,
      aggregateKey(aggregate),
      seq,
      json,
    )
  for (const one of batch.audiences)
    sql.run('insert into audiences values (?, ?, ?)', id, one.id, JSON.stringify(one.principals))
  for (const one of batch.principals)
    sql.run(
      'insert into principals values (?, ?, ?, ?)',
      id,
      one.person,
      one.seq,
      JSON.stringify(one.principals),
    )
}

function writeEntry(sql: SqliteConnection, id: number, rid: number, one: NewEntry): void {
  const known = sql.one('select rid from command_ids where workspace = ? and id = ?', id, one.commandId)
  if (known !== undefined) throw new AppendConflict('the command id is known')
  const { entry, aggregate } = one
  const { command } = entry
  sql.run(
    `insert into entries (rid, epoch, server_time, command, signature, key, events, command_id, command_hash, aggregate, leaf,
       audience_before, audience_after) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    rid,
    entry.epoch,
    entry.serverTime,
    command.text,
    command.signature,
    command.key,
    entry.events,
    one.commandId,
    one.commandHash,
    aggregateKey(aggregate),
    one.leaf,
    one.audienceBefore,
    one.audienceAfter,
  )
  sql.run('insert into command_ids values (?, ?, ?)', id, one.commandId, rid)
  for (const sha256 of one.blobs)
    sql.run('insert or ignore into blob_names values (?, ?, ?)', id, sha256, aggregateKey(aggregate))
}

function storedEntry(row: EntryRow): StoredEntry {
  return {
    entry: {
      seq: row.rid % RID_SPAN,
      epoch: row.epoch,
      serverTime: row.server_time,
      command: { text: row.command, signature: row.signature, key: row.key },
      events: row.events,
    },
    aggregate: parseKey(row.aggregate),
    leaf: row.leaf,
    audienceBefore: row.audience_before,
    audienceAfter: row.audience_after,
    erased: row.erased !== 0,
  }
}

function parseKey(key: string): AggregateRef {
  const slash = key.indexOf('/')
  return { kind: key.slice(0, slash) as AggregateRef['kind'], id: key.slice(slash + 1) }
}
