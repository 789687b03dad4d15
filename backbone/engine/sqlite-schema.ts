/**
 * Tables of the SQLite engine. Rows of the log are addressed by `rid = workspace · 2^40 + seq`: one integer key, no overflow pages in the
 * index, and a whole workspace is one range. Columns `sealed` hold all content (docs/adr/0010); columns `…_name` are keyed hashes, so that
 * an index shows nothing of what it finds; plain columns are numbers, times, ids and states. Stored for ever: a change is a further step,
 * never an edited one.
 */
export const schemaSteps: readonly string[] = [
  `
  create table key_check (id integer primary key check (id = 1), sealed blob not null);
  create table workspaces (id integer primary key, name text not null unique, epoch integer not null);
  create table aggregates (id integer primary key, workspace integer not null, kind text not null, aggregate_name text not null,
    sealed blob not null, unique (workspace, aggregate_name));
  create index aggregates_of_kind on aggregates (workspace, kind);
  create table entries (
    rid integer primary key, epoch integer not null, server_time text not null, command_id text not null, aggregate integer not null,
    leaf blob not null, audience_before integer, audience_after integer not null, erased integer not null default 0, sealed blob not null
  );
  create index entries_by_aggregate on entries (aggregate, rid);
  create index audience_changes on entries (aggregate, rid, audience_after) where audience_before is not audience_after;
  create table command_ids (workspace integer not null, id text not null, rid integer not null, primary key (workspace, id)) without rowid;
  create table tree (workspace integer not null, level integer not null, idx integer not null, hash blob not null,
    primary key (workspace, level, idx)) without rowid;
  create table states (aggregate integer primary key, seq integer not null, sealed blob not null);
  create table audiences (workspace integer not null, id integer not null, sealed blob not null, primary key (workspace, id)) without rowid;
  create table principals (workspace integer not null, seq integer not null, person_name text not null, sealed blob not null,
    primary key (workspace, seq, person_name)) without rowid;
  create table cursors (workspace integer not null, name text not null, seq integer not null, primary key (workspace, name)) without rowid;

  create table blobs (workspace integer not null, blob_name text not null, sealed blob not null, primary key (workspace, blob_name)) without rowid;
  create table uploaders (workspace integer not null, upload_name text not null, primary key (workspace, upload_name)) without rowid;
  create table blob_mentions (workspace integer not null, blob_name text not null, aggregate integer not null,
    primary key (workspace, blob_name, aggregate)) without rowid;

  create table jobs (
    number integer primary key autoincrement, id text not null unique, workspace text not null, lane_name text not null, kind text not null,
    attempts integer not null default 0, due_ms integer not null default 0, is_done integer not null default 0, sealed blob not null,
    sealed_problem blob
  );
  create index jobs_waiting on jobs (lane_name, number) where is_done = 0;
  create table messages (
    id text primary key, kind text not null, sent_at text not null, system_name text not null, sameness_name text not null,
    workspace text, dispatch text, document_name text, code_name text, sealed blob not null
  );
  create index messages_same on messages (sameness_name, sent_at);
  create index messages_sent on messages (system_name, sent_at);
  create index messages_by_document on messages (document_name) where dispatch is not null;
  create index messages_by_code on messages (code_name) where dispatch is not null;
  create table deliveries (
    number integer primary key autoincrement, id text not null unique, message text not null references messages (id), to_name text not null,
    is_sent integer not null, is_received integer not null, sealed blob not null
  );
  create index deliveries_of_message on deliveries (message, number);
  create index deliveries_waiting on deliveries (to_name, number) where is_received = 0;
  create table outside_systems (system_name text primary key, sealed blob not null) without rowid;
  create table outside_agencies (code_name text primary key, system_name text not null, sealed blob not null) without rowid;
  create index agencies_of_system on outside_agencies (system_name);
  `,
  `
  alter table deliveries add column taken_workspace text;
  alter table deliveries add column taken_by text;
  create index deliveries_taken on deliveries (taken_by, taken_workspace) where taken_by is not null;
  create index messages_of_dispatch on messages (dispatch, workspace) where dispatch is not null;
  alter table messages add column letter_workspace text;
  alter table messages add column letter text;
  create index messages_of_letter on messages (letter, letter_workspace) where letter is not null;
  create table transit_chunks (chunk_name text not null, message text not null, primary key (chunk_name, message)) without rowid;
  create index chunks_of_message on transit_chunks (message);
  `,
  `
  create table accesses (workspace integer not null, subject_name text not null, number integer not null, id text not null,
    sealed blob not null, primary key (workspace, subject_name, number)) without rowid;
  create unique index access_ids on accesses (workspace, id);
  create table past_mentions (workspace integer not null, blob_name text not null, aggregate integer not null,
    primary key (workspace, blob_name, aggregate)) without rowid;
  create table first_mentions (workspace integer not null, blob_name text not null, aggregate integer not null,
    primary key (workspace, blob_name)) without rowid;
  insert into first_mentions select workspace, blob_name, min(aggregate) from blob_mentions group by workspace, blob_name;
  create index mentions_of_aggregate on blob_mentions (aggregate);
  create index past_mentions_of_aggregate on past_mentions (aggregate);
  `,
  // Weekly schedules are kept on their servers without jobs (docs/adr/0034).
  `
  delete from jobs where kind = 'publish-weeks';
  delete from cursors where name = 'process/week-to-calendar-server';
  `,
]

/** What the first step leads to. Version 1 lay unsealed and was never in service. */
export const FIRST_VERSION = 2
/** Rows of one workspace lie between these two, both outside. */
export const RID_SPAN = 2 ** 40
/** Beyond this the packing of `rid` would leave the safe integers. */
export const MAX_WORKSPACES = 8191
