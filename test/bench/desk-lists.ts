import type { Office } from '../e2e/drivers/office.ts'
import { timed } from './bench.ts'
import { openInbox } from './inbox.ts'

/** Milliseconds to come back to the list of letters from another place, each time. */
export async function listTimes(office: Office, rounds: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await office.goTo('Danh bạ cơ quan')
    times.push(await timed(() => openInbox(office)))
  }
  return times
}

/** The longest frame, ms, while the list of letters is scrolled to its end. */
export async function longestFrame(office: Office): Promise<number> {
  await openInbox(office)
  return office.page.evaluate(async () => {
    const grid = document.querySelector<HTMLElement>('main [role="grid"]')
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
    let longest = 0
    let last = await frame()
    for (let at = 0; grid !== null && at < 240; at++) {
      grid.scrollTop += 300
      const now = await frame()
      longest = Math.max(longest, now - last)
      last = now
      if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1) grid.scrollTop = 0
    }
    return longest
  })
}

/** Milliseconds to read every number of the sidebar from the local database, each time. */
export function counterTimes(office: Office, agency: string, rounds: number): Promise<readonly number[]> {
  return office.page.evaluate(
    async ({ of, count }) => {
      const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith(`congso/${of}/`))
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error ?? new Error('database'))
        })
      const database = await done(indexedDB.open(found?.name ?? ''))
      const times: number[] = []
      for (let round = 0; round < count; round++) {
        const start = performance.now()
        const reading = database.transaction(['counters', 'work', 'outbox'])
        await Promise.all([
          done(reading.objectStore('counters').getAll()),
          done(reading.objectStore('work').index('[post+due]').count()),
          done(reading.objectStore('outbox').index('status').count()),
        ])
        times.push(performance.now() - start)
      }
      database.close()
      return times
    },
    { of: agency, count: rounds },
  )
}
