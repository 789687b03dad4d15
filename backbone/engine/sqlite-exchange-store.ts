import type {
  DeliveredMessage,
  Delivery,
  ExchangeStore,
  Job,
  NewJob,
  NewMessage,
  OutsideAgency,
  OutsideSystem,
  SendState,
} from './exchange-store.port.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

interface MessageRow {
  readonly id: string
  readonly from_code: string
  readonly kind: string
  readonly file: string
  readonly document_id: string
  readonly title: string
  readonly code: string
  readonly sent_at: string
  readonly system: string
  readonly same_as: string
  readonly workspace: string | null
  readonly dispatch: string | null
}

interface DeliveryRow {
  readonly id: string
  readonly message: string
  readonly to_code: string
  readonly send_state: string
  readonly send_description: string
  readonly receive_state: string
  readonly receive_description: string
  readonly created_at: string
  readonly updated_at: string
}

interface AgencyRow {
  readonly code: string
  readonly system: string
  readonly name: string
  readonly fields: string
}

const keyOf = (code: string): string => code.trim().toUpperCase()

/** Jobs and messages in the SQLite store. */
export function sqliteExchangeStore(sql: SqliteConnection): ExchangeStore {
  const waiting = (codes: readonly string[], kind: string, limit: number): readonly DeliveryRow[] =>
    sql.all<DeliveryRow>(
      `select d.* from deliveries d join messages m on m.id = d.message
       where d.to_key in (select value from json_each(?)) and d.send_state = 'done' and d.receive_state <> 'done' and m.kind = ?
       order by d.number limit ?`,
      JSON.stringify(codes.map(keyOf)),
      kind,
      limit,
    )
  const messageOf = (id: string): NewMessage | undefined => {
    const row = sql.one<MessageRow>('select * from messages where id = ?', id)
    return row && message(row)
  }
  const delivered = (row: DeliveryRow): DeliveredMessage => {
    const sent = messageOf(row.message)
    if (sent === undefined) throw new RangeError(`delivery without its message: ${row.id}`)
    return { delivery: delivery(row), message: sent }
  }

  return {
    addJobs: (jobs) =>
      sql.write(() => {
        for (const job of jobs) insertJob(sql, job)
      }),
    readyJobs: (nowMs, limit) =>
      sql.read(() =>
        sql.all<Job & Record<string, unknown>>(
          `select id, workspace, lane, kind, payload, attempts from jobs j where is_done = 0 and due_ms <= ?
           and not exists (select 1 from jobs k where k.is_done = 0 and k.lane = j.lane and k.number < j.number)
           order by number limit ?`,
          nowMs,
          limit,
        ),
      ),
    nextDueMs: () =>
      sql.read(
        () =>
          sql.one<{ due: number | null }>(
            `select min(due_ms) as due from jobs j where is_done = 0
             and not exists (select 1 from jobs k where k.is_done = 0 and k.lane = j.lane and k.number < j.number)`,
          )?.due ?? undefined,
      ),
    finishJob: (id) => sql.write(() => sql.run(`update jobs set is_done = 1, payload = '' where id = ?`, id)),
    postponeJob: (id, dueMs, problem) =>
      sql.write(() =>
        sql.run(
          'update jobs set attempts = attempts + 1, due_ms = ?, problem = ? where id = ?',
          dueMs,
          problem,
          id,
        ),
      ),

    send: ({ message: one, deliveries, jobs }, sameSince) =>
      sql.write(() => {
        const same = sql.one<{ id: string }>(
          'select id from messages where id = ? or (system = ? and same_as = ? and sent_at >= ?) order by sent_at limit 1',
          one.id,
          one.system,
          one.sameAs,
          sameSince,
        )
        if (same === undefined) insertMessage(sql, one)
        if (same === undefined || same.id === one.id) {
          for (const each of deliveries) insertDelivery(sql, each)
          for (const each of jobs) insertJob(sql, each)
        }
        return same?.id ?? one.id
      }),
    dispatchesOf: (workspace, by, value) =>
      sql.read(() =>
        sql
          .all<{ dispatch: string }>(
            `select dispatch from messages where workspace = ? and ${by === 'code' ? 'code' : 'document_id'} = ? and dispatch is not null
             order by sent_at desc limit 20`,
            workspace,
            value,
          )
          .map((row) => row.dispatch),
      ),
    message: (id) => sql.read(() => messageOf(id)),
    delivery: (id) =>
      sql.read(() => {
        const row = sql.one<DeliveryRow>('select * from deliveries where id = ?', id)
        return row && delivered(row)
      }),
    deliveriesOf: (id) =>
      sql.read(() =>
        sql.all<DeliveryRow>('select * from deliveries where message = ? order by number', id).map(delivery),
      ),
    setReceiveState: (id, state, description, at) =>
      sql.write(() =>
        sql.run(
          `update deliveries set receive_state = ?, receive_description = ?, updated_at = ? where id = ? and receive_state <> 'done'`,
          state,
          description,
          at,
          id,
        ),
      ),
    waitingFor: (codes, kind, limit) => sql.read(() => waiting(codes, kind, limit).map(delivered)),
    countWaitingFor: (codes, kind) => sql.read(() => waiting(codes, kind, -1).length),
    sentBy: (system, limit) =>
      sql.read(() =>
        sql
          .all<MessageRow>(
            'select * from messages where system = ? order by sent_at desc, rowid desc limit ?',
            system,
            limit,
          )
          .map(message),
      ),

    putSystem: ({ id, secret }) =>
      sql.write(() =>
        sql.run(
          'insert into outside_systems values (?, ?) on conflict (id) do update set secret = excluded.secret',
          id,
          secret,
        ),
      ),
    system: (id) =>
      sql.read(() =>
        sql.one<OutsideSystem & Record<string, unknown>>(
          'select id, secret from outside_systems where id = ?',
          id,
        ),
      ),

    putAgency: (one) =>
      sql.write(() =>
        sql.run(
          `insert into outside_agencies values (?, ?, ?, ?, ?)
           on conflict (key) do update set code = excluded.code, system = excluded.system, name = excluded.name, fields = excluded.fields`,
          keyOf(one.code),
          one.code,
          one.system,
          one.name,
          JSON.stringify(one.fields),
        ),
      ),
    deleteAgency: (code) =>
      sql.write(() => sql.run('delete from outside_agencies where key = ?', keyOf(code))),
    agency: (code) =>
      sql.read(() => {
        const row = sql.one<AgencyRow>('select * from outside_agencies where key = ?', keyOf(code))
        return row && agency(row)
      }),
    agencies: (system) =>
      sql.read(() =>
        (system === undefined
          ? sql.all<AgencyRow>('select * from outside_agencies order by key')
          : sql.all<AgencyRow>('select * from outside_agencies where system = ? order by key', system)
        ).map(agency),
      ),
  }
}

function insertJob(sql: SqliteConnection, job: NewJob): void {
  sql.run(
    'insert or ignore into jobs (id, workspace, lane, kind, payload) values (?, ?, ?, ?, ?)',
    job.id,
    job.workspace,
    job.lane,
    job.kind,
    job.payload,
  )
}

function insertMessage(sql: SqliteConnection, one: NewMessage): void {
  sql.run(
    'insert into messages values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    one.id,
    one.from,
    one.kind,
    JSON.stringify(one.file),
    one.documentId,
    one.title,
    one.code,
    one.sentAt,
    one.system,
    one.sameAs,
    one.dispatch?.workspace ?? null,
    one.dispatch?.id ?? null,
  )
}

function insertDelivery(sql: SqliteConnection, one: Delivery): void {
  sql.run(
    `insert or ignore into deliveries (id, message, to_code, to_key, send_state, send_description, receive_state,
       receive_description, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    one.id,
    one.message,
    one.to,
    keyOf(one.to),
    one.sendState,
    one.sendDescription,
    one.receiveState,
    one.receiveDescription,
    one.createdAt,
    one.updatedAt,
  )
}

const message = (row: MessageRow): NewMessage => ({
  id: row.id,
  from: row.from_code,
  kind: row.kind as NewMessage['kind'],
  file: JSON.parse(row.file) as NewMessage['file'],
  documentId: row.document_id,
  title: row.title,
  code: row.code,
  sentAt: row.sent_at,
  system: row.system,
  sameAs: row.same_as,
  dispatch: row.dispatch === null ? null : { workspace: row.workspace ?? '', id: row.dispatch },
})

const delivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  message: row.message,
  to: row.to_code,
  sendState: row.send_state as SendState,
  sendDescription: row.send_description,
  receiveState: row.receive_state,
  receiveDescription: row.receive_description,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const agency = (row: AgencyRow): OutsideAgency => ({
  code: row.code,
  system: row.system,
  name: row.name,
  fields: JSON.parse(row.fields) as Record<string, string>,
})
