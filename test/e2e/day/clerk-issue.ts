import { clerk } from '../effort/people.ts'
import { OUTGOING } from './amounts.ts'
import type { DayTask } from './day-task.ts'
import { rowsAre } from './rows.ts'

export const issuing: readonly DayTask[] = [
  {
    role: 'clerk',
    person: clerk,
    name: 'Number, seal, issue and send',
    items: OUTGOING,
    budget: 2 * OUTGOING + 2,
    work: async (desk) => {
      await desk.go('x', 'Phát hành')
      await rowsAre(desk, OUTGOING)
      for (let left = OUTGOING; left > 0; left--) {
        await desk.verbReady('Phát hành')
        await desk.page.locator('img[alt^="Trang 1"]').first().waitFor()
        await desk.office.withPin(() => desk.press('i'))
        if (left > 1) await rowsAre(desk, left - 1)
        else await desk.page.getByText('Không còn văn bản chờ phát hành.').waitFor()
      }
    },
  },
]
