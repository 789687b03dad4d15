import type { Entry } from '#shared/log/entry.ts'
import type { Changes } from '../changes.ts'
import type { OfficeStore } from '../office-store.ts'
import type { EntriesRow } from '../rows.ts'

const PACK = 50

/** An entry with the key of the aggregate it is about. */
export interface KeptEntry {
  readonly aggregate: string
  readonly entry: Entry
}

/** The part of the log that this person may see, some 50 entries to a sealed record. */
export class EntriesRepository {
  readonly #store: OfficeStore
  constructor(store: OfficeStore) {
    this.#store = store
  }

  /** Adds entries; the newest pack is filled up first. */
  async add(changes: Changes, entries: readonly KeptEntry[], dropped: ReadonlySet<string>): Promise<void> {
    const repacked = await this.#without(changes, dropped)
    if (entries.length === 0) return
    const last = await this.#store.database.entries.orderBy('first').last()
    if (last === undefined || last.first < 0 || repacked.has(last.first)) {
      write(changes, entries)
      return
    }
    const newest = await this.#open(last)
    if (newest.length < PACK) changes.delete('entries', last.first)
    write(changes, newest.length < PACK ? [...newest, ...entries] : entries)
  }

  /** Every entry about an aggregate, in order of seq. */
  async ofAggregate(key: string): Promise<readonly Entry[]> {
    const rows = await this.#store.database.entries.where('aggregates').equals(key).toArray()
    const packs = await Promise.all(rows.filter((row) => row.first > 0).map((row) => this.#open(row)))
    return packs
      .flat()
      .filter((one) => one.aggregate === key)
      .map((one) => one.entry)
      .sort((a, b) => a.seq - b.seq)
  }

  /** Keys of all aggregates that entries are about. */
  async aggregates(): Promise<readonly string[]> {
    return (await this.#store.database.entries.orderBy('aggregates').uniqueKeys()).map(String)
  }

  /** Sets every pack aside, under its negative number, before the log is read again. */
  async setAside(changes: Changes): Promise<void> {
    for (const row of await this.#store.database.entries.where('first').above(0).toArray()) {
      const earlier = await this.#store.database.entries.get(-row.first)
      const pack = [...(earlier === undefined ? [] : await this.#open(earlier)), ...(await this.#open(row))]
      changes.delete('entries', row.first)
      changes.putEntries({ first: -row.first, aggregates: aggregatesIn(pack) }, pack)
    }
  }

  /** Entries that were set aside, in order, and the ids of all commands that are in the log now. */
  async lostEntries(): Promise<{ readonly lost: readonly Entry[]; readonly known: ReadonlySet<string> }> {
    const aside = await this.#entries(await this.#store.database.entries.where('first').below(0).toArray())
    const now = await this.#entries(await this.#store.database.entries.where('first').above(0).toArray())
    return { lost: aside, known: new Set(now.map((one) => commandIdIn(one.command.text))) }
  }

  async forgetAside(changes: Changes): Promise<void> {
    const keys = await this.#store.database.entries.where('first').below(0).primaryKeys()
    for (const key of keys) changes.delete('entries', key)
  }

  async #entries(rows: readonly EntriesRow[]): Promise<readonly Entry[]> {
    const packs = await Promise.all(rows.map((row) => this.#open(row)))
    return packs
      .flat()
      .map((one) => one.entry)
      .sort((a, b) => a.seq - b.seq)
  }

  /** Packs written anew without the entries of these aggregates. */
  async #without(changes: Changes, dropped: ReadonlySet<string>): Promise<ReadonlySet<number>> {
    const repacked = new Set<number>()
    if (dropped.size === 0) return repacked
    const rows = await this.#store.database.entries
      .where('aggregates')
      .anyOf([...dropped])
      .distinct()
      .toArray()
    for (const row of rows) {
      const kept = (await this.#open(row)).filter((one) => !dropped.has(one.aggregate))
      repacked.add(row.first)
      changes.delete('entries', row.first)
      write(changes, kept, Math.sign(row.first))
    }
    return repacked
  }

  async #open(row: EntriesRow): Promise<readonly KeptEntry[]> {
    return (await this.#store.sealing.open('entries', String(row.first), row.sealed)) as readonly KeptEntry[]
  }
}

/** `side` −1: packs that are set aside. */
function write(changes: Changes, entries: readonly KeptEntry[], side = 1): void {
  for (let at = 0; at < entries.length; at += PACK) {
    const pack = entries.slice(at, at + PACK)
    const first = Math.min(...pack.map((one) => one.entry.seq))
    changes.putEntries({ first: side * first, aggregates: aggregatesIn(pack) }, pack)
  }
}

const aggregatesIn = (pack: readonly KeptEntry[]): string[] => [...new Set(pack.map((one) => one.aggregate))]

/** Ids are kept in canonical text, whatever newer software adds to it. */
const commandIdIn = (text: string): string => (JSON.parse(text) as { id: string }).id
