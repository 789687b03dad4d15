import type { Page } from 'playwright-core'
import type { Office } from '../e2e/drivers/office.ts'

/** What clerks type: with accents, without, unfinished, numbers and symbols, dates, slips. */
export const searches: readonly string[] = [
  'biên chế công chức',
  'bien che cong chuc',
  'chuyển đổi số',
  'chuyen doi so',
  'báo cáo',
  'bao cao',
  'giải ngân vốn đầu tư công',
  'giai ngan von dau tu',
  'ubnd xa muong linh',
  'phòng cháy, chữa cháy',
  'phong chay chua ch',
  'chay rung',
  'tiep cong dan khieu nai',
  'xây dựng nông thôn mới năm 2025',
  'nong thon moi 2025',
  'sở tài chính quyết toán',
  'quyết định phê duyệt',
  'quyet dinh phe duyet nha o xa hoi',
  '125 qd',
  '125/QĐ-UBND',
  '87/SNV-TCBC',
  '312 stc',
  'số 45',
  '12/10/2025',
  'tháng 6/2024 an toàn thực phẩm',
  '"thủ tục hành chính"',
  'nguyen van',
  'Đặng Thị Lụa',
  'khieu naij',
  'cai cahc hanh chinh',
  'vanban',
  'kế hoạch',
  'giấy mời',
  'tinh',
  'dịch tả lợn châu Phi',
  'di tich lich su danh lam',
  'tuyen sinh lop 10',
  'bảo hiểm y tế hộ gia đình',
  'tien luong phu cap',
  'dat dai giai phong mat bang',
]

/** Opens the place to search; resolves when everything on the desk is in the index, and answers how long that took, ms. */
export async function openSearch(office: Office, atLeast: number): Promise<number> {
  const { page } = office
  const start = performance.now()
  await office.goTo('Tìm kiếm')
  await page.locator('[data-found-for=""]').waitFor({ timeout: 600_000 })
  await page.waitForFunction(
    (least) => {
      const number = /([\d.]+) văn bản/.exec(document.querySelector('main')?.textContent ?? '')?.[1]
      return (
        Number(number?.replaceAll('.', '') ?? 0) >= least &&
        !document.body.textContent.includes('kết quả chưa đủ')
      )
    },
    atLeast,
    { timeout: 600_000, polling: 200 },
  )
  return performance.now() - start
}

/** Long enough for the index to keep another snapshot, if it has anything to keep. */
const SETTLED_MS = 20_000

/** Resolves when a snapshot of the index is on the disk and no newer one follows. */
export async function snapshotKept(page: Page, agency: string): Promise<void> {
  await page.evaluate(
    async ({ of, settledMs }) => {
      const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith(`congso/${of}/`))
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error ?? new Error('database'))
        })
      const database = await done(indexedDB.open(found?.name ?? ''))
      const header = async (): Promise<string> => {
        const row = (await done(database.transaction('snapshots').objectStore('snapshots').get('header'))) as
          { sealed: Uint8Array } | undefined
        return row === undefined ? '' : String(row.sealed)
      }
      let [last, since] = ['', performance.now()]
      while (last === '' || performance.now() - since < settledMs) {
        await new Promise((resolve) => setTimeout(resolve, 1000))
        const now = await header()
        if (now !== last) [last, since] = [now, performance.now()]
      }
      database.close()
    },
    { of: agency, settledMs: SETTLED_MS },
  )
}

export interface SearchTime {
  /** From the last letter typed to the hits shown, ms. */
  readonly shown: number
  /** From asking the index to its answer with the opened hits, ms. */
  readonly answered: number
}

/** Types each text and waits for its hits. */
export function searchTimes(page: Page, texts: readonly string[]): Promise<readonly SearchTime[]> {
  return page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    if (field === null || value?.set === undefined) throw new Error('no field')
    const shown = (): string | undefined =>
      document.querySelector<HTMLElement>('[data-found-for]')?.dataset['foundFor']
    const times: { shown: number; answered: number }[] = []
    for (const text of all) {
      const start = performance.now()
      value.set.call(field, text)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (shown() === text) resolve()
          else setTimeout(look, 0)
        }
        look()
      })
      const place = document.querySelector<HTMLElement>('[data-took-ms]')
      times.push({ shown: performance.now() - start, answered: Number(place?.dataset['tookMs']) })
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
    return times
  }, texts)
}

/** Milliseconds from choosing a value of a facet to the hits and counts it leaves, chosen and let go in turn. */
export function facetTimes(page: Page, rounds: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const shown = (): string | undefined =>
      document.querySelector<HTMLElement>('[data-found-by]')?.dataset['foundBy']
    const times: number[] = []
    for (let round = 0; round < count; round++) {
      const values = [...document.querySelectorAll<HTMLElement>('main [role="checkbox"]')]
      const chosen = values.find((one) => one.ariaChecked === 'true') ?? values[round % values.length]
      const before = shown()
      const start = performance.now()
      chosen?.click()
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (shown() !== before) resolve()
          else setTimeout(look, 0)
        }
        look()
      })
      times.push(performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
    return times
  }, rounds)
}
