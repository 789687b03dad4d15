import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createOffice, type Office } from '../../../../renderer/database/office.ts'
import { OfficeDatabase } from '../../../../renderer/database/office-database.ts'
import { createSealing, importDatabaseKey, type Sealing } from '../../../../renderer/database/sealing.ts'

/** Live queries ask whether there is a database at all before they look at the one they are given. */
Dexie.dependencies.indexedDB = new IDBFactory()

export const aDisk = () => ({ indexedDB: new IDBFactory(), IDBKeyRange })

export const aSealing = async (fill = 7): Promise<Sealing> =>
  createSealing(await importDatabaseKey(new Uint8Array(32).fill(fill)))

/** An empty local database, open. */
export async function anOffice(disk = aDisk(), name = 'test'): Promise<Office> {
  const database = new OfficeDatabase(name, disk)
  await database.open()
  return createOffice(database, await aSealing())
}
