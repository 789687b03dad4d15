import type { OfficeDatabase } from './office-database.ts'
import { OfficeStore } from './office-store.ts'
import { AggregatesRepository } from './repositories/aggregates-repository.ts'
import { EntriesRepository } from './repositories/entries-repository.ts'
import { MetaRepository } from './repositories/meta-repository.ts'
import { OutboxRepository } from './repositories/outbox-repository.ts'
import { SubscribedRepository } from './repositories/subscribed-repository.ts'
import { TextRepository } from './repositories/text-repository.ts'
import type { Sealing } from './sealing.ts'

/** The open local database: one store to write, a repository for each table to read. */
export interface Office {
  readonly store: OfficeStore
  readonly aggregates: AggregatesRepository
  readonly entries: EntriesRepository
  readonly outbox: OutboxRepository
  readonly text: TextRepository
  readonly subscribed: SubscribedRepository
  readonly meta: MetaRepository
}

export function createOffice(database: OfficeDatabase, sealing: Sealing): Office {
  const store = new OfficeStore(database, sealing)
  return {
    store,
    aggregates: new AggregatesRepository(store),
    entries: new EntriesRepository(store),
    outbox: new OutboxRepository(store),
    text: new TextRepository(store),
    subscribed: new SubscribedRepository(store),
    meta: new MetaRepository(store),
  }
}
