import type { NodeKey, Place, Seal } from '../sealing/node-key.ts'
import type { Engine, LogEngine, PrincipalsChange, StoredEntry, WorkspaceHead } from './engine.port.ts'
import { writeAppend, writeState } from './sqlite-append.ts'
import { sqliteAccesses } from './sqlite-accesses.ts'
import { sqliteBlobIndex } from './sqlite-blob-index.ts'
import { sqliteExchangeStore } from './sqlite-exchange-store.ts'
import { openSqlite, type Flushing, type SqliteConnection } from './sqlite-connection.ts'
import { entryColumns, entryBodyIn, erasedBody, storedEntry, type EntryRow } from './sqlite-entries.ts'
import { aggregateNumbers, type AggregateNumbers } from './sqlite-aggregates.ts'
import { MAX_WORKSPACES, RID_SPAN } from './sqlite-schema.ts'
import { workspaceNumbers, type WorkspaceNumbers } from './sqlite-workspaces.ts'

const PAGE_BYTES = 4 * 1024 * 1024

/**
 * The store on one machine: a SQLite file in WAL mode that is synchronous to the disk, all content sealed. `:memory:` for one that is
 * forgotten. Reads reject with `SealBroken` on a row that was changed or moved. Throws as `openSqlite` does.
 */
export function openSqliteEngine(path: string, key: NodeKey, flushing: Flushing = 'each-commit'): Engine {
  const seal = key.sealFor('database')
  const sql = openSqlite(path, seal, flushing)
  const numbers = workspaceNumbers(sql)
  const aggregates = aggregateNumbers(sql, seal)
  return {
    ...logEngine(sql, seal, numbers, aggregates),
    blobs: sqliteBlobIndex(sql, seal, numbers, aggregates),
    exchange: sqliteExchangeStore(sql, seal),
    accesses: sqliteAccesses(sql, seal, numbers, aggregates),
    close: () => {
      sql.close()
      return Promise.resolve()
    },
  }
}

function logEngine(
  sql: SqliteConnection,
  seal: Seal,
  numbers: WorkspaceNumbers,
  aggregates: AggregateNumbers,
): LogEngine {
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
  const openText = (place: Place, sealed: Uint8Array): string => seal.open(place, sealed).toString()
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
    append: (batch) =>
      sql.write(() => writeAppend(sql, seal, aggregates, numbers.of(batch.workspace), batch)),

    command: (workspace, id) =>
      sql.read(() => {
        const row = sql.one<EntryRow>(
          `select ${entryColumns} from entries where rid = (select rid from command_ids where workspace = ? and id = ?)`,
          numbers.of(workspace),
          id,
        )
        return row && { seq: row.rid % RID_SPAN, hash: entryBodyIn(seal, row).commandHash }
      }),
    entries: (workspace, after, limit, maxBytes = PAGE_BYTES) =>
      sql.read(() => {
        const base = numbers.of(workspace) * RID_SPAN
        const found: StoredEntry[] = []
        let bytes = 0
        // Read in slices, so that a page of large entries never lies in memory whole.
        for (let from = base + after; found.length < limit;) {
          const slice = sql.all<EntryRow>(
            `select ${entryColumns} from entries where rid > ? and rid < ? order by rid limit ?`,
            from,
            base + RID_SPAN,
            Math.min(64, limit - found.length),
          )
          for (const row of slice) {
            if (found.length > 0 && bytes > maxBytes) return found
            found.push(storedEntry(seal, aggregates, row))
            bytes += row.sealed.length
            from = row.rid
          }
          if (slice.length === 0) break
        }
        return found
      }),
    history: (workspace, aggregate, after, upTo) =>
      sql.read(() => {
        const id = numbers.of(workspace)
        const known = aggregates.find(id, aggregate)
        if (known === undefined) return []
        const base = id * RID_SPAN
        return sql
          .all<EntryRow>(
            `select ${entryColumns} from entries where aggregate = ? and rid > ? and rid <= ? order by rid`,
            known,
            base + after,
            base + upTo,
          )
          .map((row) => storedEntry(seal, aggregates, row))
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
        const known = aggregates.find(numbers.of(workspace), aggregate)
        if (known === undefined) return undefined
        const row = sql.one<{ seq: number; sealed: Uint8Array }>(
          'select seq, sealed from states where aggregate = ?',
          known,
        )
        return row && { aggregate, seq: row.seq, json: openText(['states', known, row.seq], row.sealed) }
      }),
    aggregates: (workspace, kind) => sql.read(() => aggregates.ofKind(numbers.of(workspace), kind)),
    audiencesAt: (workspace, seq) =>
      sql.read(() => {
        const base = numbers.of(workspace) * RID_SPAN
        return sql
          .all<{ aggregate: number; audience: number }>(
            `select aggregate, audience_after as audience, max(rid) from entries
             where audience_before is not audience_after and rid > ? and rid <= ? group by aggregate`,
            base,
            base + seq,
          )
          .map((row) => ({ aggregate: aggregates.refOf(row.aggregate), audience: row.audience }))
      }),
    audienceChanges: (workspace, aggregate) =>
      sql.read(() => {
        const id = numbers.of(workspace)
        const known = aggregates.find(id, aggregate)
        if (known === undefined) return []
        const base = id * RID_SPAN
        return sql
          .all<{ rid: number; audience: number }>(
            `select rid, audience_after as audience from entries
             where audience_before is not audience_after and aggregate = ? and rid > ? and rid < ? order by rid`,
            known,
            base,
            base + RID_SPAN,
          )
          .map((row) => ({ seq: row.rid - base, audience: row.audience }))
      }),
    audiences: (workspace) =>
      sql.read(() => {
        const workspaceId = numbers.of(workspace)
        return sql
          .all<{ id: number; sealed: Uint8Array }>(
            'select id, sealed from audiences where workspace = ? order by id',
            workspaceId,
          )
          .map(({ id, sealed }) => ({
            id,
            principals: JSON.parse(openText(['audiences', workspaceId, id], sealed)) as string[],
          }))
      }),
    principals: (workspace) =>
      sql.read(() => {
        const id = numbers.of(workspace)
        return sql
          .all<{ seq: number; person_name: string; sealed: Uint8Array }>(
            'select seq, person_name, sealed from principals where workspace = ? order by seq',
            id,
          )
          .map((row) => {
            const content = openText(['principals', id, row.seq, row.person_name], row.sealed)
            return JSON.parse(content) as PrincipalsChange
          })
      }),
    erase: async (workspace, aggregate, seqs, left) => {
      await sql.write(() => {
        const id = numbers.of(workspace)
        for (const seq of seqs) {
          const rid = id * RID_SPAN + seq
          const row = sql.one<EntryRow>(`select ${entryColumns} from entries where rid = ?`, rid)
          if (row !== undefined)
            sql.run('update entries set sealed = ?, erased = 1 where rid = ?', erasedBody(seal, row), rid)
        }
        const known = aggregates.findInWrite(id, aggregate)
        const kept =
          known === undefined
            ? undefined
            : sql.one<{ seq: number }>('select seq from states where aggregate = ?', known)
        if (known !== undefined && kept !== undefined) writeState(sql, seal, known, kept.seq, left)
      })
      sql.scrub()
    },
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
