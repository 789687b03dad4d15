import { sendBallot } from '../drivers/send-ballot.ts'
import type { EffortTask } from './effort-task.ts'
import { director, unitHead } from './people.ts'

const QUESTION = 'Thông qua Kế hoạch cải cách hành chính năm sau?'

/** Answers what is asked in writing. */
export const ballotTasks: readonly EffortTask[] = [
  {
    name: 'Vote on a ballot',
    role: 'unit head',
    person: unitHead,
    script: 'Enter · Y · PIN · Enter',
    budget: 3,
    before: async ({ office, page }) => {
      await sendBallot(office, { question: QUESTION, chair: director, members: [director, unitHead] })
      await office.become(unitHead)
      await office.goTo('Việc của tôi')
      await office.choose(QUESTION)
      await page.getByRole('grid').and(page.locator(':focus')).waitFor()
    },
    work: async (desk) => {
      const { page, office } = desk
      await desk.press('Enter')
      await page.getByRole('article', { name: QUESTION }).waitFor()
      await page.getByRole('button', { name: /^Đồng ý/ }).waitFor()
      await office.withPin(() => desk.press('y'))
      await desk.said('Đã gửi: Đồng ý')
    },
  },
]
