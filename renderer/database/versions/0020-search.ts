/**
 * Version 20: what search finds, the text of pages of files, and the sealed snapshot of the index. `revision` says which write made a row,
 * so that the index takes up where its snapshot ended; `refs` holds hashes of what a document answers, replaces or recalls.
 */
export const searchTables = {
  number: 20,
  stores: {
    found: 'id, revision, *refs',
    pages: 'id, revision',
    snapshots: 'name',
  },
} as const
