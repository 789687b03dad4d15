import type { CDPSession } from 'playwright-core'
import type { Office } from '../e2e/drivers/office.ts'
import { timed } from './bench.ts'
import { openInbox } from './inbox.ts'

const BOARDS = 'Bảng điều hành'

/** Milliseconds to come back to the list of letters from another place, each time. */
export async function listTimes(office: Office, rounds: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await office.goTo('Danh bạ cơ quan')
    times.push(await timed(() => openInbox(office)))
  }
  return times
}

/** Milliseconds to come to the boards from another place until their figures are shown, each time. */
export async function boardTimes(office: Office, rounds: number): Promise<readonly number[]> {
  const figures = office.page.getByRole('region', { name: BOARDS })
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await office.goTo('Danh bạ cơ quan')
    times.push(
      await timed(async () => {
        await office.goTo(BOARDS)
        await figures.waitFor()
      }),
    )
  }
  return times
}

export interface Scroll {
  /** The longest frame, ms. */
  readonly longest: number
  /** What the page's thread works for each frame, ms of its processor time: what other programs take of the machine does not count. */
  readonly work: number
  /** The longest piece of work of the page's thread without a pause, ms of its processor time; of a second scroll, traced. */
  readonly longestTask: number
}

const FRAMES = 240

/** Scrolls the list of letters, 300 px for each frame. */
export async function scroll(office: Office): Promise<Scroll> {
  await openInbox(office)
  const session = await office.app.context().newCDPSession(office.page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  const before = await worked()
  const longest = await longestFrame(office)
  const after = await worked()
  const longestTask = await longestTaskOf(session, () => longestFrame(office))
  await session.detach()
  return { longest, work: (after - before) / FRAMES, longestTask }
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Processor time of the thread, µs. */
  readonly tdur?: number
}

const isTask = ({ name, ph }: TraceEvent): boolean => ph === 'X' && name.endsWith('RunTask')

/** The longest task of the thread that draws the page, ms of its processor time. */
async function longestTaskOf(session: CDPSession, act: () => Promise<unknown>): Promise<number> {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel'], excludedCategories: ['*'] },
  })
  await act()
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  // Only the page that scrolls lays out frame after frame.
  const layouts = Map.groupBy(
    events.filter(({ name }) => name === 'Layout'),
    ({ pid, tid }) => `${pid} ${tid}`,
  )
  const [drawing] = [...layouts].toSorted(([, a], [, b]) => b.length - a.length)
  const tasks = events.filter((event) => isTask(event) && `${event.pid} ${event.tid}` === drawing?.[0])
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000
}

function longestFrame(office: Office): Promise<number> {
  return office.page.evaluate(async (frames) => {
    const grid = document.querySelector<HTMLElement>('main [role="grid"]')
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
    let longest = 0
    let last = await frame()
    for (let at = 0; grid !== null && at < frames; at++) {
      grid.scrollTop += 300
      const now = await frame()
      longest = Math.max(longest, now - last)
      last = now
      if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1) grid.scrollTop = 0
    }
    return longest
  }, FRAMES)
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
