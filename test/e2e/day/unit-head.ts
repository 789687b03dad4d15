import { unitHead } from '../effort/people.ts'
import { OUTGOING, UNIT_HEAD_LEADS } from './amounts.ts'
import { dayBook } from './day-book.ts'
import type { DayTask } from './day-task.ts'
import { mailOfTheDay } from './letters.ts'
import { finishAll, rowsAre } from './rows.ts'

export const assigning: readonly DayTask[] = [
  {
    role: 'unit head',
    person: unitHead,
    name: 'Assign with lead and deadline',
    items: UNIT_HEAD_LEADS,
    budget: 7 * UNIT_HEAD_LEADS,
    work: async (desk) => {
      await desk.go('m', 'Việc của tôi')
      await desk.listReady()
      const led = mailOfTheDay.filter((one) => dayBook.directives.get(one.number) === 'unit-head')
      for (const { subject } of led) {
        await desk.goToRow(subject)
        await desk.page.getByRole('article', { name: new RegExp(subject, 'i') }).waitFor()
        await desk.verbReady('Giao việc')
        await desk.press('a')
        await desk.page.getByRole('region', { name: 'Giao việc' }).waitFor()
        await desk.press('c', 'h')
        await desk.page.getByRole('option', { name: /Chu Đức Long/ }).waitFor()
        await desk.press('Enter')
        await desk.page.getByLabel('Hạn xử lý').and(desk.page.locator(':focus')).waitFor()
        await desk.press('Enter')
        await desk.page.getByRole('region', { name: 'Giao việc' }).waitFor({ state: 'detached' })
      }
    },
  },
  {
    role: 'unit head',
    person: unitHead,
    name: 'Know together what is only to be known',
    get items() {
      return dayBook.unitHeadTold.size
    },
    budget: 5,
    work: async (desk) => {
      await desk.go('f', 'Nhận để biết')
      await finishAll(desk, dayBook.unitHeadTold.size, 0)
    },
  },
]

export const initialling: readonly DayTask[] = [
  {
    role: 'unit head',
    person: unitHead,
    name: 'Read each and initial all with one PIN',
    items: OUTGOING,
    budget: OUTGOING + 4,
    work: async (desk) => {
      await desk.go('s', 'Trình ký')
      await rowsAre(desk, OUTGOING)
      await desk.lookAtAll(OUTGOING)
      await desk.office.withPin(() => desk.press('Shift+K'))
      await desk.said(`Đã ký nháy ${OUTGOING} văn bản`)
    },
  },
]

export const helping: readonly DayTask[] = [
  {
    role: 'unit head',
    person: unitHead,
    name: 'Finish together what one helped with',
    get items() {
      return dayBook.unitHeadHelps.size
    },
    budget: 5,
    work: async (desk) => {
      await desk.go('m', 'Việc của tôi')
      await finishAll(desk, dayBook.unitHeadHelps.size, 0)
    },
  },
]
