import type { DeskSteps } from '../effort/desk-steps.ts'
import { clerk, deputy } from '../effort/people.ts'
import type { DayTask } from './day-task.ts'
import { hereByAxis, registered, returned, TO_DIRECTOR } from './amounts.ts'
import type { DayLetter, Fate } from './letters.ts'
import { letterIn } from './rows.ts'

/** Presented by themselves before: the unsigned one and the one on paper. */
const SINGLES = 2
const reasonKeys: Partial<Record<Fate, string>> = {
  'return-wrong': '1',
  'return-invalid': '3',
  'return-twice': '5',
}
/** From the unopened mail to letters on the leaders' desks. */
export const clerkMail = (scan: string): readonly DayTask[] => [
  {
    role: 'clerk',
    person: clerk,
    name: 'Look through the mail, return what is not ours',
    items: hereByAxis.length,
    budget: hereByAxis.length + 2 * returned.length + 2,
    work: async (desk) => {
      await desk.go('i', 'Văn bản đến')
      await lookThrough(desk)
    },
  },
  {
    role: 'clerk',
    person: clerk,
    name: 'Settle the message with a secrecy mark',
    items: 1,
    budget: 3,
    work: async (desk) => {
      await desk.office.box('Không khớp')
      await desk.verbReady('Đã đối chiếu')
      await desk.press('e')
      await desk.page.getByText('Mọi bản tin đến đều khớp.').waitFor()
    },
  },
  {
    role: 'clerk',
    person: clerk,
    name: 'Bring in, register and present a letter on paper',
    items: 1,
    budget: 4,
    work: async (desk) => {
      await desk.office.box('Chờ tiếp nhận')
      await desk.office.nextFileIs(scan)
      await desk.page.getByRole('button', { name: 'Nhập bản quét' }).click()
      await desk.page.getByRole('article', { name: 'Văn bản giấy' }).waitFor()
      await desk.verbReady('Vào sổ và trình')
      await desk.press('Control+Enter')
      await desk.said(/^Đã vào sổ 1 văn bản/)
    },
  },
  {
    role: 'clerk',
    person: clerk,
    name: 'Register and present what goes to the director',
    items: TO_DIRECTOR - SINGLES,
    budget: 4 + 3 * 4,
    work: async (desk) => {
      const many = await selectTwenty(desk)
      await desk.press('p')
      await desk.page
        .getByRole('button', { name: /^Vào sổ và trình/ })
        .first()
        .waitFor()
      await desk.press('Enter')
      await desk.said(new RegExp(`Đã vào sổ ${many} văn bản`))
      if (many > TO_DIRECTOR - SINGLES) throw new RangeError(`two pages have ${many} rows`)
      for (let left = TO_DIRECTOR - SINGLES - many; left > 0; left--) await presentOne(desk)
    },
  },
  {
    role: 'clerk',
    person: clerk,
    name: 'Register and present the rest to the deputy',
    items: registered - TO_DIRECTOR,
    budget: 5,
    work: async (desk) => {
      await desk.press('Control+a')
      await desk.verbReady('Vào sổ và trình')
      await desk.press('p')
      await desk.verbReady(`Trình ${deputy}`)
      await desk.press('2')
      await desk.page.getByText(new RegExp(`trình ${deputy}`)).waitFor()
      await desk.press('Enter')
      await desk.said(new RegExp(`Đã vào sổ ${registered - TO_DIRECTOR} văn bản`))
    },
  },
]

/** Row by row; what is not ours goes back at once, what comes twice the second time. */
async function lookThrough(desk: DeskSteps): Promise<void> {
  await desk.listReady()
  const total = await desk.count()
  const known = new Set<string>()
  for (let index = 0; index < total; index++) {
    const letter = letterIn(await desk.activeRow())
    const code = String(letter.number)
    const reason = reasonOf(letter, known.has(code))
    known.add(code)
    const isLast = index === total - 1
    if (letter.fate === 'reference') {
      await desk.verbReady('Vào sổ và trình')
      await desk.stepping(() => desk.press('p'))
      continue
    }
    if (reason === undefined) {
      if (!isLast) await desk.stepping(() => desk.press('j'))
      continue
    }
    await desk.verbReady('Trả lại')
    await desk.press('x')
    await desk.page.getByRole('region', { name: 'Trả lại nơi gửi' }).waitFor()
    await desk.stepping(() => desk.press(reason))
  }
}

const twice = new Set(returned.filter((one) => one.fate === 'return-twice').map((one) => one.number))

function reasonOf(letter: DayLetter, isKnown: boolean): string | undefined {
  if (twice.has(letter.number)) return isKnown ? reasonKeys['return-twice'] : undefined
  return reasonKeys[letter.fate]
}

/** From the first row two pages down, marked; answers how many. */
async function selectTwenty(desk: DeskSteps): Promise<number> {
  await desk.listReady()
  await desk.press('Home', 'Shift+PageDown', 'Shift+PageDown')
  await desk.verbReady('Vào sổ và trình')
  const words = await desk.page
    .locator('main')
    .getByText(/^Đã chọn \d+/u)
    .first()
    .textContent()
  return Number(/\d+/u.exec(words ?? '')?.[0])
}

/** The next one, by itself. */
async function presentOne(desk: DeskSteps): Promise<void> {
  await desk.press('Escape')
  await desk.verbReady('Trả lại')
  await desk.verbReady('Vào sổ và trình')
  await desk.stepping(() => desk.press('p'))
}
