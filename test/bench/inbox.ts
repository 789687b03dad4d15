import type { Page } from 'playwright-core'
import type { Office } from '../e2e/drivers/office.ts'
import { CLERK } from './practice-profile.ts'

/** Opens *Văn bản đến* and resolves when rows of letters are shown. */
export async function openInbox(office: Office): Promise<void> {
  await office.goTo('Văn bản đến')
  await office.page.getByRole('row').filter({ hasText: 'V/v' }).first().waitFor()
}

/** Works as the clerk; resolves when this many letters to accept are in the desk's database. */
export async function syncInbox(office: Office, letters: number): Promise<void> {
  await office.become(CLERK.name)
  while ((await lettersToAccept(office.page)) < letters) await office.page.waitForTimeout(100)
}

/** The counter that the box *to accept* shows. */
function lettersToAccept(page: Page): Promise<number> {
  return page.evaluate(async (agency) => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name)
    const name = names.find((one) => one.startsWith(`congso/${agency}/`))
    if (name === undefined) return 0
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('database'))
      })
    const database = await done(indexedDB.open(name))
    try {
      if (!database.objectStoreNames.contains('counters')) return 0
      const store = database.transaction('counters').objectStore('counters')
      const row = (await done(store.get('incoming/toAccept'))) as { value: number } | undefined
      return row?.value ?? 0
    } finally {
      database.close()
    }
  }, CLERK.agency)
}
