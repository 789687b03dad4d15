import { Dexie, type DexieOptions, type Table } from 'dexie'
import type { ProjectionTable } from '../projections/projection.ts'
import { guardVersion } from './guard-version.ts'
import type {
  AggregateRow,
  BlobRow,
  CounterRow,
  EntriesRow,
  MetaRow,
  OutboxRow,
  PagesRow,
  Sealed,
  SnapshotRow,
  SubscribedRow,
  TextRow,
} from './rows.ts'
import { allVersions } from './versions/all-versions.ts'

export type ProjectionRow = Sealed & Readonly<Record<string, unknown>> & { readonly id: string }

/** The local database of one person in one workspace. */
export class OfficeDatabase extends Dexie {
  declare readonly meta: Table<MetaRow, string>
  declare readonly counters: Table<CounterRow, string>
  declare readonly aggregates: Table<AggregateRow, string>
  declare readonly entries: Table<EntriesRow, number>
  declare readonly outbox: Table<OutboxRow, string>
  declare readonly text: Table<TextRow, string>
  declare readonly blobs: Table<BlobRow, string>
  declare readonly pages: Table<PagesRow, string>
  declare readonly subscribed: Table<SubscribedRow, string>
  declare readonly snapshots: Table<SnapshotRow, string>

  constructor(name: string, options: DexieOptions = {}) {
    // Once its data was taken away (a reset), nothing that still reads may make it anew.
    super(name, { ...options, autoOpen: false, cache: 'disabled', chromeTransactionDurability: 'strict' })
    for (const version of allVersions) this.version(version.number).stores(version.stores)
  }

  /** Rows made from states by `renderer/projections`. */
  projected(name: ProjectionTable): Table<ProjectionRow, string> {
    return this.table(name)
  }
}

export interface Whose {
  readonly person: string
  readonly workspace: string
}

/** Name of the database of a person in a workspace. */
export const databaseName = (whose: Whose): string => `congso/${whose.workspace}/${whose.person}`

/** Opens it; rejects with `DatabaseFromFuture` when a newer version of the software has written it (it is left as it is). */
export async function openOfficeDatabase(whose: Whose, options: DexieOptions = {}): Promise<OfficeDatabase> {
  const database = new OfficeDatabase(databaseName(whose), options)
  await database.open()
  await guardVersion(database)
  return database
}
