import type { AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Place, Seal } from '../sealing/node-key.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** Aggregates ↔ the numbers that rows carry: an id may be made of a code, so it lies sealed. */
export interface AggregateNumbers {
  /** For reads. Undefined when it never had an entry. */
  find(workspace: number, ref: AggregateRef): number | undefined
  /** The same for writes, which must not remember what may be undone. */
  findInWrite(workspace: number, ref: AggregateRef): number | undefined
  /** For writes: gives it a number if it has none. */
  intern(workspace: number, ref: AggregateRef): number
  /** Throws `SealBroken`, and RangeError on a number that was never given. */
  refOf(aggregate: number): AggregateRef
  /** In the order of their first entries. */
  ofKind(workspace: number, kind: AggregateRef['kind']): readonly AggregateRef[]
}

interface AggregateRow {
  readonly id: number
  readonly workspace: number
  readonly kind: AggregateRef['kind']
  readonly aggregate_name: string
  readonly sealed: Uint8Array
}

const HELD_AT_MOST = 50_000

export function aggregateNumbers(sql: SqliteConnection, seal: Seal): AggregateNumbers {
  // Filled by reads only: what a write adds may be undone with it.
  const refs = new Map<number, AggregateRef>()
  const numbers = new Map<string, number>()
  const hold = <K, V>(held: Map<K, V>, key: K, value: V): V => {
    if (held.size >= HELD_AT_MOST) held.clear()
    held.set(key, value)
    return value
  }
  const names = new Map<string, string>()
  const nameOf = (workspace: number, ref: AggregateRef): string => {
    const key = `${workspace}/${aggregateKey(ref)}`
    return names.get(key) ?? hold(names, key, seal.name('aggregate', workspace, ref.kind, ref.id))
  }
  const numberIn = (workspace: number, name: string): number | undefined =>
    sql.one<{ id: number }>(
      'select id from aggregates where workspace = ? and aggregate_name = ?',
      workspace,
      name,
    )?.id
  const refIn = (row: AggregateRow): AggregateRef => {
    const { id, kind } = row
    return refs.get(id) ?? hold(refs, id, { kind, id: seal.open(placeOf(row), row.sealed).toString() })
  }

  const findInWrite = (workspace: number, ref: AggregateRef): number | undefined =>
    numbers.get(`${workspace}/${aggregateKey(ref)}`) ?? numberIn(workspace, nameOf(workspace, ref))

  return {
    findInWrite,
    find: (workspace, ref) => {
      const key = `${workspace}/${aggregateKey(ref)}`
      const known = numbers.get(key)
      if (known !== undefined) return known
      const found = numberIn(workspace, nameOf(workspace, ref))
      return found === undefined ? undefined : hold(numbers, key, found)
    },
    intern: (workspace, ref) => {
      const known = findInWrite(workspace, ref)
      if (known !== undefined) return known
      const name = nameOf(workspace, ref)
      const { id } = sql.one<{ id: number }>('select coalesce(max(id), 0) + 1 as id from aggregates') ?? {
        id: 1,
      }
      const place = placeOf({ id, workspace, kind: ref.kind, aggregate_name: name })
      sql.run(
        'insert into aggregates values (?, ?, ?, ?, ?)',
        id,
        workspace,
        ref.kind,
        name,
        seal.seal(place, ref.id),
      )
      return id
    },
    refOf: (aggregate) => {
      const known = refs.get(aggregate)
      if (known !== undefined) return known
      const row = sql.one<AggregateRow>('select * from aggregates where id = ?', aggregate)
      if (row === undefined) throw new RangeError(`no aggregate ${aggregate}`)
      return refIn(row)
    },
    ofKind: (workspace, kind) =>
      sql
        .all<AggregateRow>(
          'select * from aggregates where workspace = ? and kind = ? order by id',
          workspace,
          kind,
        )
        .map(refIn),
  }
}

const placeOf = (row: Omit<AggregateRow, 'sealed'>): Place => [
  'aggregates',
  row.id,
  row.workspace,
  row.kind,
  row.aggregate_name,
]
