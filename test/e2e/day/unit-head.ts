import { secondSpecialist, unitHead } from '../effort/people.ts'
import { OUTGOING, UNIT_HEAD_LEADS } from './amounts.ts'
import { dayBook } from './day-book.ts'
import type { DayTask } from './day-task.ts'
import { mailOfTheDay } from './letters.ts'
import { assignTo, finishAll, withOnePin } from './rows.ts'

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
        await assignTo(desk, secondSpecialist)
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
    work: (desk) => withOnePin(desk, 'Shift+K', `Đã ký nháy ${OUTGOING} văn bản`),
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
