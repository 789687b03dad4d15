/**
 * Tables of the SQLite engine. Rows of the log are addressed by `rid = workspace · 2^40 + seq`: one integer key, no overflow pages in the
 * index, and a whole workspace is one range. Stored for ever: a change is a further step, never an edited one.
 */
export const schemaSteps: readonly string[] = [
  `
  create table workspaces (id integer primary key, name text not null unique, epoch integer not null);
  create table entries (
    rid integer primary key, epoch integer not null, server_time text not null,
    command text not null, signature text not null, key text not null, events text not null,
    command_id text not null, command_hash blob not null, aggregate text not null, leaf blob not null,
    audience_before integer, audience_after integer not null, erased integer not null default 0
  );
  create index entries_by_aggregate on entries (aggregate, rid);
  create index audience_changes on entries (aggregate, rid, audience_after) where audience_before is not audience_after;
  create table command_ids (workspace integer not null, id text not null, rid integer not null, primary key (workspace, id)) without rowid;
  create table tree (workspace integer not null, level integer not null, idx integer not null, hash blob not null,
    primary key (workspace, level, idx)) without rowid;
  create table states (id integer primary key, workspace integer not null, aggregate text not null, seq integer not null, json text not null,
    unique (workspace, aggregate));
  create table audiences (workspace integer not null, id integer not null, principals text not null, primary key (workspace, id)) without rowid;
  create table principals (workspace integer not null, person text not null, seq integer not null, principals text not null,
    primary key (workspace, seq, person)) without rowid;
  create table cursors (workspace integer not null, name text not null, seq integer not null, primary key (workspace, name)) without rowid;

  create table blobs (workspace integer not null, sha256 text not null, size_bytes integer not null, media_type text not null, chunks text not null,
    primary key (workspace, sha256)) without rowid;
  create table blob_uploaders (workspace integer not null, sha256 text not null, person text not null, primary key (workspace, sha256, person)) without rowid;
  create table chunk_uploaders (workspace integer not null, chunk text not null, person text not null, primary key (workspace, chunk, person)) without rowid;
  create table blob_names (workspace integer not null, sha256 text not null, aggregate text not null, primary key (workspace, sha256, aggregate)) without rowid;
  `,
]

/** Rows of one workspace lie between these two, both outside. */
export const RID_SPAN = 2 ** 40
/** Beyond this the packing of `rid` would leave the safe integers. */
export const MAX_WORKSPACES = 8191
