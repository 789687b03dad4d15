import type { Seal } from '../sealing/node-key.ts'
import type { BlobIndex, StoredBlob } from './blob-index.port.ts'
import type { AggregateNumbers } from './sqlite-aggregates.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { WorkspaceNumbers } from './sqlite-workspaces.ts'

/** A hash of content would tell whoever has the same file that it is here. */
export const blobName = (seal: Seal, workspace: number, sha256: string): string =>
  seal.name('blob', workspace, sha256)

/** Files of workspaces in the SQLite store. */
export function sqliteBlobIndex(
  sql: SqliteConnection,
  seal: Seal,
  numbers: WorkspaceNumbers,
  aggregates: AggregateNumbers,
): BlobIndex {
  const markUploaded = (workspace: number, what: 'blob' | 'chunk', hash: string, person: string): void =>
    sql.run(
      'insert or ignore into uploaders values (?, ?)',
      workspace,
      seal.name('upload', workspace, what, hash, person),
    )
  const hasUploaded = (workspace: number, what: 'blob' | 'chunk', hash: string, person: string): boolean =>
    sql.one(
      'select 1 from uploaders where workspace = ? and upload_name = ?',
      workspace,
      seal.name('upload', workspace, what, hash, person),
    ) !== undefined

  return {
    blob: (workspace, sha256) =>
      sql.read(() => {
        const id = numbers.of(workspace)
        const name = blobName(seal, id, sha256)
        const row = sql.one<{ sealed: Uint8Array }>(
          'select sealed from blobs where workspace = ? and blob_name = ?',
          id,
          name,
        )
        return row && (JSON.parse(seal.open(['blobs', id, name], row.sealed).toString()) as StoredBlob)
      }),
    addBlob: (workspace, { sha256, sizeBytes, mediaType, chunks }, uploader) =>
      sql.write(() => {
        const id = numbers.of(workspace)
        const name = blobName(seal, id, sha256)
        const content = JSON.stringify({ sha256, sizeBytes, mediaType, chunks } satisfies StoredBlob)
        sql.run(
          'insert or ignore into blobs values (?, ?, ?)',
          id,
          name,
          seal.seal(['blobs', id, name], content),
        )
        markUploaded(id, 'blob', sha256, uploader)
      }),
    addChunk: (workspace, chunk, uploader) =>
      sql.write(() => {
        markUploaded(numbers.of(workspace), 'chunk', chunk, uploader)
      }),
    chunksOf: (workspace, uploader, chunks) =>
      sql.read(
        () => new Set(chunks.filter((chunk) => hasUploaded(numbers.of(workspace), 'chunk', chunk, uploader))),
      ),
    isUploader: (workspace, sha256, person) =>
      sql.read(() => hasUploaded(numbers.of(workspace), 'blob', sha256, person)),
    namedBy: (workspace, sha256) =>
      sql.read(() => {
        const id = numbers.of(workspace)
        return sql
          .all<{ aggregate: number }>(
            'select aggregate from blob_mentions where workspace = ? and blob_name = ?',
            id,
            blobName(seal, id, sha256),
          )
          .map((row) => aggregates.refOf(row.aggregate))
      }),
    removeBlob: (workspace, sha256) =>
      sql.write(() => {
        const id = numbers.of(workspace)
        const gone = blobName(seal, id, sha256)
        const rows = sql.all<{ blob_name: string; sealed: Uint8Array }>(
          'select blob_name, sealed from blobs where workspace = ?',
          id,
        )
        const chunksOf = (row: { blob_name: string; sealed: Uint8Array }): readonly string[] =>
          (JSON.parse(seal.open(['blobs', id, row.blob_name], row.sealed).toString()) as StoredBlob).chunks
        const own = rows.filter((row) => row.blob_name === gone).flatMap(chunksOf)
        const others = new Set(rows.filter((row) => row.blob_name !== gone).flatMap(chunksOf))
        // Who accessed it is told for good.
        sql.run(
          'insert or ignore into past_mentions select * from blob_mentions where workspace = ? and blob_name = ?',
          id,
          gone,
        )
        for (const table of ['blobs', 'blob_mentions'])
          sql.run(`delete from ${table} where workspace = ? and blob_name = ?`, id, gone)
        return own.filter((chunk) => !others.has(chunk))
      }),
  }
}
