import { stat } from 'node:fs/promises'
import type { DeskSteps } from '../effort/desk-steps.ts'
import { clerk } from '../effort/people.ts'
import { OUTGOING, registered } from './amounts.ts'
import type { DayTask } from './day-task.ts'

/** Where the printed registers are put. */
export interface PrintedTo {
  readonly incoming: string
  readonly outgoing: string
}

/** Both books printed for this month and closed for the last, after a look at the gap check. */
export const keepingRegisters = (to: PrintedTo): readonly DayTask[] => [
  {
    role: 'clerk',
    person: clerk,
    name: 'Print both registers',
    items: 2,
    budget: 5,
    work: async (desk) => {
      await desk.go('b', 'Sổ đăng ký')
      await printBook(desk, 'van ban den', registered, to.incoming)
      await desk.office.box('Văn bản đi')
      await printBook(desk, 'van ban di', OUTGOING, to.outgoing)
    },
  },
  {
    role: 'clerk',
    person: clerk,
    name: 'Close last month in both books',
    items: 2,
    budget: 8,
    work: async (desk) => {
      for (const book of ['Văn bản đến', 'Văn bản đi']) {
        await desk.office.box(`${book} ${yearOfLastMonth()}`)
        await desk.page
          .getByText(/^Liên tục từ/)
          .first()
          .waitFor()
        await desk.verbReady('Khoá sổ')
        await desk.press('l')
        await desk.page
          .getByRole('dialog')
          .getByRole('button', { name: /^In và khoá sổ/, disabled: false })
          .waitFor()
        await desk.press('Control+Enter')
        await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
        await desk.said(new RegExp(`^Đã khoá.*${book}`))
      }
    },
  },
]

async function printBook(desk: DeskSteps, name: string, lines: number, to: string): Promise<void> {
  await desk.page
    .locator('main')
    .getByText(new RegExp(`^${lines} dòng`))
    .first()
    .waitFor()
  await desk.office.nextSaveTo(to)
  await desk.press('Control+p')
  await desk.said(new RegExp(`^Đã lưu So dang ky ${name} `))
  if ((await stat(to)).size === 0) throw new Error(`${to} is empty`)
}

/** In January last month's books are those of the year before. */
function yearOfLastMonth(): number {
  const day = new Date()
  day.setDate(0)
  return day.getFullYear()
}
