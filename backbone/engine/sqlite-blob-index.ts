import type { AggregateRef } from '#shared/log/command.ts'
import type { BlobIndex } from './blob-index.port.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { WorkspaceNumbers } from './sqlite-workspaces.ts'

/** Files of workspaces in the SQLite store. */
export function sqliteBlobIndex(sql: SqliteConnection, numbers: WorkspaceNumbers): BlobIndex {
  return {
    blob: (workspace, sha256) =>
      sql.read(() => {
        const row = sql.one<{ size_bytes: number; media_type: string; chunks: string }>(
          'select size_bytes, media_type, chunks from blobs where workspace = ? and sha256 = ?',
          numbers.of(workspace),
          sha256,
        )
        return (
          row && {
            sha256,
            sizeBytes: row.size_bytes,
            mediaType: row.media_type,
            chunks: JSON.parse(row.chunks) as string[],
          }
        )
      }),
    addBlob: (workspace, blob, uploader) =>
      sql.write(() => {
        const id = numbers.of(workspace)
        sql.run(
          'insert or ignore into blobs values (?, ?, ?, ?, ?)',
          id,
          blob.sha256,
          blob.sizeBytes,
          blob.mediaType,
          JSON.stringify(blob.chunks),
        )
        sql.run('insert or ignore into blob_uploaders values (?, ?, ?)', id, blob.sha256, uploader)
      }),
    addChunk: (workspace, chunk, uploader) =>
      sql.write(() => {
        sql.run(
          'insert or ignore into chunk_uploaders values (?, ?, ?)',
          numbers.of(workspace),
          chunk,
          uploader,
        )
      }),
    chunksOf: (workspace, uploader, chunks) =>
      sql.read(
        () =>
          new Set(
            chunks.filter(
              (chunk) =>
                sql.one(
                  'select 1 from chunk_uploaders where workspace = ? and chunk = ? and person = ?',
                  numbers.of(workspace),
                  chunk,
                  uploader,
                ) !== undefined,
            ),
          ),
      ),
    isUploader: (workspace, sha256, person) =>
      sql.read(
        () =>
          sql.one(
            'select 1 from blob_uploaders where workspace = ? and sha256 = ? and person = ?',
            numbers.of(workspace),
            sha256,
            person,
          ) !== undefined,
      ),
    namedBy: (workspace, sha256) =>
      sql.read(() =>
        sql
          .all<{ aggregate: string }>(
            'select aggregate from blob_names where workspace = ? and sha256 = ?',
            numbers.of(workspace),
            sha256,
          )
          .map(({ aggregate }) => {
            const slash = aggregate.indexOf('/')
            return { kind: aggregate.slice(0, slash) as AggregateRef['kind'], id: aggregate.slice(slash + 1) }
          }),
      ),
  }
}
