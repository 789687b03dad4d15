import type { Seal } from '../sealing/node-key.ts'
import type {
  DeliveredMessage,
  Delivery,
  ExchangeStore,
  NewJob,
  NewMessage,
  OutsideSystem,
} from './exchange-store.port.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import {
  deliveryColumns,
  isReceived,
  isSent,
  keyOf,
  messageColumns,
  sealedRows,
  type AgencyRow,
  type DeliveryRow,
  type JobRow,
  type MessageRow,
} from './sqlite-exchange-rows.ts'

/** Jobs and messages in the SQLite store. */
export function sqliteExchangeStore(sql: SqliteConnection, seal: Seal): ExchangeStore {
  const rows = sealedRows(seal)
  const waiting = (codes: readonly string[], kind: string, limit: number): readonly DeliveryRow[] =>
    sql.all<DeliveryRow>(
      `select ${deliveryColumns} from deliveries d join messages m on m.id = d.message
       where d.to_name in (select value from json_each(?)) and d.is_sent = 1 and d.is_received = 0 and m.kind = ?
       order by d.number limit ?`,
      JSON.stringify(codes.map(rows.codeName)),
      kind,
      limit,
    )
  const messageOf = (id: string): NewMessage | undefined => {
    const row = sql.one<MessageRow>(`select ${messageColumns} from messages where id = ?`, id)
    return row && rows.message(row)
  }
  const delivered = (row: DeliveryRow): DeliveredMessage => {
    const sent = messageOf(row.message)
    if (sent === undefined) throw new RangeError(`delivery without its message: ${row.id}`)
    return { delivery: rows.delivery(row), message: sent }
  }
  const deliveryRow = (id: string): DeliveryRow | undefined =>
    sql.one<DeliveryRow>(`select ${deliveryColumns} from deliveries d where d.id = ?`, id)

  const insertJob = (job: NewJob): void =>
    sql.run(
      'insert or ignore into jobs (id, workspace, lane_name, kind, sealed) values (?, ?, ?, ?, ?)',
      job.id,
      job.workspace,
      seal.name('lane', job.lane),
      job.kind,
      rows.sealedJob(job),
    )
  const insertMessage = (one: NewMessage): void => {
    const { workspace = null } = one.dispatch ?? {}
    sql.run(
      'insert into messages values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      one.id,
      one.kind,
      one.sentAt,
      rows.systemName(one.system),
      seal.name('sameness', one.system, one.sameAs),
      workspace,
      one.dispatch?.id ?? null,
      workspace === null ? null : seal.name('documentId', workspace, one.documentId),
      workspace === null ? null : seal.name('code', workspace, one.code),
      rows.sealedMessage(one),
      one.letter?.workspace ?? null,
      one.letter?.id ?? null,
    )
    for (const chunk of one.file.chunks)
      sql.run('insert or ignore into transit_chunks values (?, ?)', chunkName(chunk), one.id)
  }
  const insertDelivery = (one: Delivery): void =>
    sql.run(
      `insert or ignore into deliveries (id, message, to_name, is_sent, is_received, sealed) values (?, ?, ?, ?, ?, ?)`,
      one.id,
      one.message,
      rows.codeName(one.to),
      isSent(one),
      isReceived(one),
      rows.sealedDelivery(one),
    )

  const chunkName = (chunk: string): string => seal.name('transit', chunk)
  const sentOf = (workspace: string, id: string): readonly string[] =>
    sql
      .all<{
        id: string
      }>(
        'select id from messages where (dispatch = ?1 and workspace = ?2) or (letter = ?1 and letter_workspace = ?2)',
        id,
        workspace,
      )
      .map((row) => row.id)
  /** Takes the deliveries that became part of it away and answers the messages that then nobody keeps or waits for. */
  const leftBehind = (workspace: string, taker: string): readonly string[] => {
    const of = 'taken_by = ? and taken_workspace = ?'
    const messages = sql.all<{ message: string }>(
      `select distinct message from deliveries where ${of}`,
      taker,
      workspace,
    )
    sql.run(`delete from deliveries where ${of}`, taker, workspace)
    return messages
      .map((row) => row.message)
      .filter(
        (message) =>
          sql.one(
            `select 1 from messages m where m.id = ? and (m.dispatch is not null or exists (select 1 from deliveries d
             where d.message = m.id and (d.taken_by is not null or (d.is_sent = 1 and d.is_received = 0))))`,
            message,
          ) === undefined,
      )
  }
  const removeMessage = (id: string): readonly string[] => {
    const chunks = messageOf(id)?.file.chunks ?? []
    sql.run('delete from transit_chunks where message = ?', id)
    sql.run('delete from deliveries where message = ?', id)
    sql.run('delete from messages where id = ?', id)
    return chunks.filter(
      (chunk) =>
        sql.one('select 1 from transit_chunks where chunk_name = ? limit 1', chunkName(chunk)) === undefined,
    )
  }

  return {
    addJobs: (jobs) =>
      sql.write(() => {
        for (const job of jobs) insertJob(job)
      }),
    readyJobs: (nowMs, limit) =>
      sql.read(() =>
        sql
          .all<JobRow>(
            `select id, workspace, kind, attempts, sealed from jobs j where is_done = 0 and due_ms <= ?
             and not exists (select 1 from jobs k where k.is_done = 0 and k.lane_name = j.lane_name and k.number < j.number)
             order by number limit ?`,
            nowMs,
            limit,
          )
          .map(rows.job),
      ),
    nextDueMs: (nowMs) =>
      sql.read(
        () =>
          sql.one<{ due: number | null }>(
            `select min(due_ms) as due from jobs j where is_done = 0 and due_ms > ?
             and not exists (select 1 from jobs k where k.is_done = 0 and k.lane_name = j.lane_name and k.number < j.number)`,
            nowMs,
          )?.due ?? undefined,
      ),
    finishJob: (id) => sql.write(() => sql.run(`update jobs set is_done = 1, sealed = x'' where id = ?`, id)),
    postponeJob: (id, dueMs, problem) =>
      sql.write(() =>
        sql.run(
          'update jobs set attempts = attempts + 1, due_ms = ?, sealed_problem = ? where id = ?',
          dueMs,
          seal.seal(['jobs.problem', id], problem),
          id,
        ),
      ),

    send: ({ message: one, deliveries, jobs }, sameSince) =>
      sql.write(() => {
        const same = sql.one<{ id: string }>(
          'select id from messages where id = ? or (sameness_name = ? and sent_at >= ?) order by sent_at limit 1',
          one.id,
          seal.name('sameness', one.system, one.sameAs),
          sameSince,
        )
        if (same === undefined) insertMessage(one)
        if (same === undefined || same.id === one.id) {
          for (const each of deliveries) insertDelivery(each)
          for (const each of jobs) insertJob(each)
        }
        return same?.id ?? one.id
      }),
    dispatchesOf: (workspace, by, value) =>
      sql.read(() =>
        sql
          .all<{ dispatch: string }>(
            `select dispatch from messages where ${by === 'code' ? 'code_name' : 'document_name'} = ? and dispatch is not null
             order by sent_at desc limit 20`,
            seal.name(by, workspace, value),
          )
          .map((row) => row.dispatch),
      ),
    message: (id) => sql.read(() => messageOf(id)),
    delivery: (id) =>
      sql.read(() => {
        const row = deliveryRow(id)
        return row && delivered(row)
      }),
    deliveriesOf: (id) =>
      sql.read(() =>
        sql
          .all<DeliveryRow>(
            `select ${deliveryColumns} from deliveries d where d.message = ? order by d.number`,
            id,
          )
          .map(rows.delivery),
      ),
    setReceiveState: (id, state, description, at) =>
      sql.write(() => {
        const row = deliveryRow(id)
        if (row === undefined || row.is_received !== 0) return
        const after: Delivery = {
          ...rows.delivery(row),
          receiveState: state,
          receiveDescription: description,
          updatedAt: at,
        }
        sql.run(
          'update deliveries set is_received = ?, sealed = ? where id = ?',
          isReceived(after),
          rows.sealedDelivery(after),
          id,
        )
      }),
    setTaken: (id, workspace, by) =>
      sql.write(() =>
        sql.run('update deliveries set taken_workspace = ?, taken_by = ? where id = ?', workspace, by, id),
      ),
    forget: async (workspace, id) => {
      const chunks = await sql.write(() => {
        const messages = [...sentOf(workspace, id), ...leftBehind(workspace, id)]
        return messages.flatMap(removeMessage)
      })
      sql.scrub()
      return [...new Set(chunks)]
    },
    waitingFor: (codes, kind, limit) => sql.read(() => waiting(codes, kind, limit).map(delivered)),
    countWaitingFor: (codes, kind) => sql.read(() => waiting(codes, kind, -1).length),
    sentBy: (system, limit) =>
      sql.read(() =>
        sql
          .all<MessageRow>(
            `select ${messageColumns} from messages where system_name = ? order by sent_at desc, rowid desc limit ?`,
            rows.systemName(system),
            limit,
          )
          .map(rows.message),
      ),

    putSystem: (system) =>
      sql.write(() => {
        const name = rows.systemName(system.id)
        sql.run(
          'insert into outside_systems values (?, ?) on conflict do update set sealed = excluded.sealed',
          name,
          seal.seal(['outside_systems', name], JSON.stringify(system)),
        )
      }),
    system: (id) =>
      sql.read(() => {
        const name = rows.systemName(id)
        const row = sql.one<{ sealed: Uint8Array }>(
          'select sealed from outside_systems where system_name = ?',
          name,
        )
        return (
          row && (JSON.parse(seal.open(['outside_systems', name], row.sealed).toString()) as OutsideSystem)
        )
      }),

    putAgency: (one) =>
      sql.write(() =>
        sql.run(
          `insert into outside_agencies values (?, ?, ?)
           on conflict do update set system_name = excluded.system_name, sealed = excluded.sealed`,
          rows.codeName(one.code),
          rows.systemName(one.system),
          rows.sealedAgency(one),
        ),
      ),
    deleteAgency: (code) =>
      sql.write(() => sql.run('delete from outside_agencies where code_name = ?', rows.codeName(code))),
    agency: (code) =>
      sql.read(() => {
        const row = sql.one<AgencyRow>(
          'select * from outside_agencies where code_name = ?',
          rows.codeName(code),
        )
        return row && rows.agency(row)
      }),
    agencies: (system) =>
      sql.read(() =>
        (system === undefined
          ? sql.all<AgencyRow>('select * from outside_agencies')
          : sql.all<AgencyRow>(
              'select * from outside_agencies where system_name = ?',
              rows.systemName(system),
            )
        )
          .map(rows.agency)
          .sort((a, b) => (keyOf(a.code) < keyOf(b.code) ? -1 : 1)),
      ),
  }
}
