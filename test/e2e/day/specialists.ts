import type { DeskSteps } from '../effort/desk-steps.ts'
import { secondSpecialist, specialist } from '../effort/people.ts'
import { triage } from '../effort/task-steps.ts'
import { FILED, NEW_DRAFTS, OWED, REPLIES, SECOND_LEADS, TRIAGED } from './amounts.ts'
import { dayBook } from './day-book.ts'
import type { DayTask } from './day-task.ts'
import { asksAnswer, mailOfTheDay } from './letters.ts'
import { assignTo, finishAll, letterAtHand, rowsAre } from './rows.ts'

export const triaging: readonly DayTask[] = [
  {
    role: 'specialist',
    person: specialist,
    name: 'Triage: for information, E',
    items: TRIAGED.told,
    budget: TRIAGED.told + 2,
    work: async (desk) => {
      await desk.go('f', 'Nhận để biết')
      await rowsAre(desk, TRIAGED.told)
      await triage(desk, 'e', 'Để biết', TRIAGED.told)
    },
  },
  {
    role: 'specialist',
    person: specialist,
    name: 'Pass on what is for somebody else: A',
    items: TRIAGED.passedOn,
    budget: 7 * TRIAGED.passedOn + 2,
    work: async (desk) => {
      await desk.go('m', 'Việc của tôi')
      await rowsAre(desk, TRIAGED.led)
      const others = mailOfTheDay.filter(
        (one) => dayBook.directives.get(one.number) === 'specialist' && !asksAnswer(one),
      )
      for (const letter of others.slice(0, TRIAGED.passedOn)) {
        await desk.goToRow(letter.subject)
        await letterAtHand(desk)
        await desk.verbReady('Giao việc')
        await assignTo(desk, secondSpecialist)
      }
    },
  },
  {
    role: 'specialist',
    person: specialist,
    name: 'Triage: mine T, what is in hand J',
    items: TRIAGED.led,
    budget: TRIAGED.led + 2,
    work: async (desk) => {
      await desk.press('Home')
      for (let index = 0; index < TRIAGED.led; index++) {
        await letterAtHand(desk)
        await desk.verbReady('Kết thúc')
        const isTaken = !(await desk.page.getByRole('button', { name: /^Nhận việc/ }).isVisible())
        if (index < TRIAGED.led - 1) await desk.stepping(() => desk.press(isTaken ? 'j' : 't'))
        else if (!isTaken) await taken(desk)
      }
    },
  },
]

export const drafting: readonly DayTask[] = [
  {
    role: 'specialist',
    person: specialist,
    name: 'Answer a letter: D, the words, submit',
    items: REPLIES,
    budget: 7 * REPLIES,
    work: async (desk) => {
      await desk.go('m', 'Việc của tôi')
      for (const letter of mailOfTheDay.filter(asksAnswer).slice(0, REPLIES)) {
        await desk.goToRow(letter.subject)
        await letterAtHand(desk)
        await desk.verbReady('Dự thảo trả lời')
        await desk.press('d')
        await bodyReady(desk)
        await desk.page.keyboard.insertText(`Sở Nội vụ thống nhất với nội dung ${letter.subject}.`)
        await submit(desk, 'Việc của tôi')
        dayBook.answered.add(letter.number)
      }
    },
  },
  {
    role: 'specialist',
    person: specialist,
    name: 'Write a new draft and submit it',
    items: NEW_DRAFTS,
    budget: 10 * NEW_DRAFTS,
    work: async (desk) => {
      for (const subject of ['đôn đốc báo cáo biên chế quý này', 'mời dự hội nghị công chức']) {
        const { page } = desk
        await desk.go('o', 'Dự thảo, văn bản đi')
        await desk.verbReady('Dự thảo mới')
        await desk.press('d')
        await page.getByRole('textbox', { name: 'Trích yếu' }).click()
        await page.keyboard.insertText(subject)
        await page.getByRole('textbox', { name: 'Gửi qua trục' }).fill('Sở Xây dựng')
        await page.getByRole('option', { name: /Sở Xây dựng/ }).click()
        await page.keyboard.press('Escape')
        await page.getByRole('textbox', { name: 'Nội dung văn bản' }).click()
        await page.keyboard.insertText(`Sở Nội vụ ${subject}.`)
        await submit(desk, 'Dự thảo, văn bản đi')
      }
    },
  },
]

/** The second specialist is through with everything at noon. */
export const finishingFirst: readonly DayTask[] = [
  {
    role: 'specialist',
    person: secondSpecialist,
    name: 'Know together what is only to be known',
    items: TRIAGED.told,
    budget: 5,
    work: async (desk) => {
      await desk.go('f', 'Nhận để biết')
      await finishAll(desk, TRIAGED.told, 0)
    },
  },
  {
    role: 'specialist',
    person: secondSpecialist,
    name: 'Finish together what is done',
    items: SECOND_LEADS,
    budget: 5,
    work: async (desk) => {
      await desk.go('m', 'Việc của tôi')
      await finishAll(desk, SECOND_LEADS, 0)
    },
  },
]

export const finishing: readonly DayTask[] = [
  {
    role: 'specialist',
    person: specialist,
    name: 'Put answered letters into a work file, and finish: H, Enter',
    items: FILED,
    budget: 3 * FILED + 2,
    work: async (desk) => {
      await desk.go('m', 'Việc của tôi')
      await rowsAre(desk, TRIAGED.led - TRIAGED.passedOn)
      for (const letter of mailOfTheDay.filter(asksAnswer).slice(0, FILED)) {
        await desk.goToRow(letter.subject)
        await letterAtHand(desk)
        await desk.verbReady('Kết thúc')
        await desk.press('h')
        await desk.page
          .getByRole('dialog')
          .getByRole('button', { name: /^Đưa vào hồ sơ và kết thúc/ })
          .waitFor()
        await desk.page.getByRole('dialog').locator('input:focus').waitFor()
        await desk.stepping(() => desk.press('Enter'))
      }
    },
  },
  {
    role: 'specialist',
    person: specialist,
    name: 'Finish together what is done; what is owed an answer stays',
    items: TRIAGED.led - TRIAGED.passedOn - FILED - OWED,
    budget: 5,
    work: async (desk) => {
      await desk.go('m', 'Việc của tôi')
      await finishAll(desk, TRIAGED.led - TRIAGED.passedOn - FILED, OWED)
      await rowsAre(desk, OWED)
    },
  },
]

/** The last one: the row stays. */
async function taken(desk: DeskSteps): Promise<void> {
  await desk.press('t')
  await desk.page.getByRole('button', { name: /^Nhận việc/ }).waitFor({ state: 'detached' })
}

const bodyReady = ({ page }: DeskSteps): Promise<void> =>
  page.getByRole('textbox', { name: 'Nội dung văn bản' }).and(page.locator(':focus')).waitFor()

/** Leads back to where the draft was begun. */
async function submit(desk: DeskSteps, backTo: string): Promise<void> {
  await desk.page.getByText('Đủ thành phần thể thức').waitFor()
  await desk.office.submitDraft()
  await desk.page.getByRole('heading', { level: 1, name: backTo }).waitFor()
}
