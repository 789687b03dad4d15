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

  create table jobs (
    number integer primary key autoincrement, id text not null unique, workspace text not null, lane text not null, kind text not null,
    payload text not null, attempts integer not null default 0, due_ms integer not null default 0, is_done integer not null default 0,
    problem text not null default ''
  );
  create index jobs_waiting on jobs (lane, number) where is_done = 0;
  create table messages (
    id text primary key, from_code text not null, kind text not null, file text not null, document_id text not null, title text not null,
    code text not null, sent_at text not null, system text not null, same_as text not null, workspace text, dispatch text
  );
  create index messages_same on messages (system, same_as, sent_at);
  create index messages_sent on messages (system, sent_at);
  create index messages_by_document on messages (workspace, document_id) where dispatch is not null;
  create index messages_by_code on messages (workspace, code) where dispatch is not null;
  create table deliveries (
    number integer primary key autoincrement, id text not null unique, message text not null references messages (id), to_code text not null,
    to_key text not null, send_state text not null, send_description text not null, receive_state text not null,
    receive_description text not null, created_at text not null, updated_at text not null
  );
  create index deliveries_of_message on deliveries (message, number);
  create index deliveries_waiting on deliveries (to_key, number) where receive_state <> 'done';
  create table outside_systems (id text primary key, secret text not null) without rowid;
  create table outside_agencies (key text primary key, code text not null, system text not null, name text not null, fields text not null) without rowid;
  create index agencies_of_system on outside_agencies (system, key);
  `,
]

/** Rows of one workspace lie between these two, both outside. */
export const RID_SPAN = 2 ** 40
/** Beyond this the packing of `rid` would leave the safe integers. */
export const MAX_WORKSPACES = 8191
