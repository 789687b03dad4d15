import { MANY, type EffortTask } from './effort-task.ts'
import { deputy, director } from './people.ts'
import { dragOnPage, usualReady } from './task-steps.ts'

/** Sends back, signs, directs. */
export const leaderTasks: readonly EffortTask[] = [
  {
    name: 'Send a document back with words',
    role: 'leader',
    person: deputy,
    script: 'Enter · X · words · Ctrl Enter',
    budget: 3,
    before: async (desk) => {
      await desk.go('s', 'Trình ký')
      await desk.listReady()
    },
    work: async (desk) => {
      await desk.press('Enter')
      await desk.page.getByRole('button', { name: /^Trả lại/ }).waitFor()
      await desk.press('x')
      await desk.page.locator('#return-reason').and(desk.page.locator(':focus')).waitFor()
      await desk.page.keyboard.insertText('Bổ sung căn cứ pháp lý.')
      await desk.press('Control+Enter')
      await desk.said(/^Đã trả lại/)
    },
  },
  {
    name: 'Send a document back with a mark on the page',
    role: 'leader',
    person: deputy,
    script: 'drag on the page · words · Ctrl Enter',
    budget: 3,
    before: async (desk) => {
      await desk.go('s', 'Trình ký')
      await desk.listReady()
      await desk.press('Enter')
      await desk.page.getByRole('img', { name: /^Trang 1 của/ }).waitFor()
    },
    work: async (desk) => {
      await dragOnPage(desk)
      await desk.page.getByLabel('Ý kiến tại chỗ này').and(desk.page.locator(':focus')).waitFor()
      await desk.page.keyboard.insertText('Viết lại đoạn này cho rõ thời hạn.')
      await desk.press('Control+Enter')
      await desk.said(/^Đã trả lại/)
    },
  },
  {
    name: `Sign ${MANY - 2} that were reviewed`,
    role: 'leader',
    person: deputy,
    script: 'Shift S · PIN · Enter',
    budget: 2,
    before: async (desk) => {
      await desk.go('s', 'Trình ký')
      await desk.lookAtAll(MANY - 2)
    },
    work: async (desk) => {
      await desk.office.withPin(() => desk.press('Shift+S'))
      await desk.said(`Đã ký số ${MANY - 2} văn bản`)
    },
  },
  {
    name: 'Read and direct one letter',
    role: 'leader',
    person: director,
    script: '1 · Enter',
    budget: 2,
    before: async (desk) => {
      await desk.go('i', 'Văn bản đến')
      await desk.listReady()
      await usualReady(desk)
    },
    work: async (desk) => {
      await desk.press('1', 'Enter')
      await desk.said(/^Đã bút phê/)
    },
  },
]

/** Before a trip. */
export const leaderAway: readonly EffortTask[] = [
  {
    name: 'Delegate signing for a trip',
    role: 'leader',
    person: director,
    script: 'Ctrl K · words · Enter · name · Enter · writing · Tab · matters · Tab · day · Enter',
    budget: 6,
    before: (desk) => desk.allSent(),
    work: async (desk) => {
      const { page } = desk
      await desk.press('Control+k')
      await page.keyboard.type('uy quyen')
      await page.getByRole('option', { name: /^Giao ký thừa lệnh, thừa ủy quyền/, selected: true }).waitFor()
      await desk.press('Enter')
      await page.getByLabel('Người được giao', { exact: true }).and(page.locator(':focus')).waitFor()
      await page.keyboard.type('bao')
      await desk.press('Enter')
      await page.getByLabel('Văn bản ủy quyền', { exact: true }).and(page.locator(':focus')).waitFor()
      await page.keyboard.type('21/GUQ-SNV')
      await desk.press('Tab')
      await page.keyboard.type('Công văn trao đổi nghiệp vụ')
      await desk.press('Tab')
      await page.keyboard.type('10n')
      await desk.press('Enter')
      await desk.said(/^Đã giao/)
    },
  },
]
