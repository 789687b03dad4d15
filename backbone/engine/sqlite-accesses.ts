import { fromBase64, toBase64 } from '#shared/kernel/bytes.ts'
import { accessLink, noLink, type AccessSubject, type KeptAccess } from '#shared/log/access.ts'
import type { Seal } from '../sealing/node-key.ts'
import type { AccessStore, NewAccess, StoredAccess, ToldAccess } from './access-store.port.ts'
import { blobName } from './sqlite-blob-index.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { WorkspaceNumbers } from './sqlite-workspaces.ts'
import type { AggregateNumbers } from './sqlite-aggregates.ts'

interface AccessRow {
  readonly subject_name: string
  readonly number: number
  readonly sealed: Uint8Array
}

/** What lies sealed: the record verbatim, when it came, and the link (base64). */
interface Content extends Pick<KeptAccess, 'receivedAt' | 'record'> {
  readonly link: string
}

/** Accesses in the SQLite store. */
export function sqliteAccesses(
  sql: SqliteConnection,
  seal: Seal,
  numbers: WorkspaceNumbers,
  aggregates: AggregateNumbers,
): AccessStore {
  const aggregateName = (workspace: number, kind: string, id: string): string =>
    seal.name('accessed', workspace, kind, id)
  const nameOf = (workspace: number, subject: AccessSubject): string =>
    'file' in subject
      ? blobName(seal, workspace, subject.file)
      : aggregateName(workspace, subject.aggregate.kind, subject.aggregate.id)
  const stored = (workspace: number, { subject_name, number, sealed }: AccessRow): StoredAccess => {
    const place = ['accesses', workspace, subject_name, number] as const
    const { receivedAt, record, link } = JSON.parse(seal.open(place, sealed).toString()) as Content
    return { number, receivedAt, record, link: fromBase64(link) }
  }

  const addOne = (
    workspace: number,
    receivedAt: string,
    { body, record }: NewAccess,
  ): 'kept' | 'again' | 'id-conflict' => {
    const same = sql.one<AccessRow>(
      'select subject_name, number, sealed from accesses where workspace = ? and id = ?',
      workspace,
      body.id,
    )
    if (same !== undefined)
      return stored(workspace, same).record.text === record.text ? 'again' : 'id-conflict'
    const name = nameOf(workspace, body.subject)
    const last = sql.one<AccessRow>(
      'select subject_name, number, sealed from accesses where workspace = ? and subject_name = ? order by number desc limit 1',
      workspace,
      name,
    )
    const before = last && stored(workspace, last)
    const kept = { number: (before?.number ?? 0) + 1, receivedAt, record }
    const link = toBase64(accessLink(before?.link ?? noLink, kept))
    sql.run(
      'insert into accesses values (?, ?, ?, ?, ?)',
      workspace,
      name,
      kept.number,
      body.id,
      seal.seal(
        ['accesses', workspace, name, kept.number],
        JSON.stringify({ receivedAt, record, link } satisfies Content),
      ),
    )
    return 'kept'
  }

  return {
    add: (workspace, receivedAt, accesses) =>
      sql.write(() => {
        const id = numbers.of(workspace)
        return accesses.map((one) => addOne(id, receivedAt, one))
      }),
    of: (workspace, aggregate) =>
      sql.read(() => {
        const id = numbers.of(workspace)
        const known = aggregates.find(id, aggregate) ?? null
        return sql
          .all<AccessRow & { readonly owner: number | null }>(
            `select subject_name, number, sealed, first_mentions.aggregate as owner from accesses
               left join first_mentions on first_mentions.workspace = accesses.workspace and blob_name = subject_name
               where accesses.workspace = ? and subject_name in (
                 select ? union select blob_name from blob_mentions where aggregate = ?
                 union select blob_name from past_mentions where aggregate = ?) order by subject_name, number`,
            id,
            aggregateName(id, aggregate.kind, aggregate.id),
            known,
            known,
          )
          .map(({ owner, ...row }): ToldAccess => ({
            ...stored(id, row),
            owner: owner === null ? aggregate : aggregates.refOf(owner),
          }))
      }),
  }
}
