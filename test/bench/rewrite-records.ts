export interface RewriteWish {
  /** Name of the desk's database begins so. */
  readonly prefix: string
  /** Entries whose records go into one transaction. */
  readonly entriesAtOnce: number
}

export interface Rewritten {
  readonly entries: number
  readonly records: number
  readonly ms: number
}

/**
 * Runs in the page: reads every record of the desk's database, then writes them into a new one with the same tables and indexes, in as
 * many strict transactions as the sync took, sealing as many bytes each. Only the writing is timed. Stands alone, because it is sent there.
 */
export async function rewriteRecords({ prefix, entriesAtOnce }: RewriteWish): Promise<Rewritten> {
  type Row = Readonly<Record<string, unknown>>
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('database'))
    })
  const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith(prefix))
  const source = await done(indexedDB.open(found?.name ?? ''))
  const names = [...source.objectStoreNames]
  const reading = source.transaction(names)
  const shapes = names.map((name) => {
    const store = reading.objectStore(name)
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, multiEntry, unique } = store.index(index)
      return { index, keyPath, multiEntry, unique }
    })
    return { name, keyPath: store.keyPath, indexes }
  })
  const rows: { readonly table: string; readonly row: Row }[] = []
  let entries = 0
  const readAll = names.map(async (table) => {
    const all = (await done(reading.objectStore(table).getAll())) as Row[]
    for (const row of all) rows.push({ table, row })
    const position = all.find((row) => row['name'] === 'position')?.['value'] as
      { cursor: number } | undefined
    if (table === 'meta' && position !== undefined) entries = position.cursor
  })
  await Promise.all(readAll)
  source.close()
  const opening = indexedDB.open('bench-rewritten', 1)
  opening.onupgradeneeded = () => {
    for (const { name, keyPath, indexes } of shapes) {
      const made = opening.result.createObjectStore(name, { keyPath })
      for (const { index, ...how } of indexes) made.createIndex(index, how.keyPath, how)
    }
  }
  const copy = await done(opening)

  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const sealed = async (row: Row): Promise<Row> => {
    const before = row['sealed']
    if (!(before instanceof Uint8Array)) return row
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const plain = Uint8Array.from(before)
    return {
      ...row,
      sealed: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)),
    }
  }
  const atOnce = Math.ceil(rows.length / Math.max(1, entries / entriesAtOnce))
  const start = performance.now()
  for (let at = 0; at < rows.length; at += atOnce) {
    const part = await Promise.all(
      rows.slice(at, at + atOnce).map(async ({ table, row }) => ({ table, row: await sealed(row) })),
    )
    const writing = copy.transaction(names, 'readwrite', { durability: 'strict' })
    for (const { table, row } of part) writing.objectStore(table).put(row)
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve()
      writing.onerror = () => reject(writing.error ?? new Error('database'))
    })
  }
  const ms = performance.now() - start
  copy.close()
  await done(indexedDB.deleteDatabase('bench-rewritten'))
  return { entries, records: rows.length, ms }
}
