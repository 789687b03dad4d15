import { TRIAGED, type EffortTask } from './effort-task.ts'
import { specialist } from './people.ts'
import { triage, toFileable, filingOffered, writeDraft } from './task-steps.ts'

/** Reads, answers, files, finds. */
export const specialistTasks: readonly EffortTask[] = [
  {
    name: `Triage ${TRIAGED} for information`,
    role: 'specialist',
    person: specialist,
    script: 'E each',
    budget: TRIAGED,
    before: async (desk) => {
      await desk.go('f', 'Nhận để biết')
      await desk.listReady()
    },
    work: (desk) => triage(desk, 'e', 'Để biết', TRIAGED),
  },
  {
    name: 'Reply draft from a letter',
    role: 'specialist',
    person: specialist,
    script: 'D',
    budget: 1,
    before: async (desk) => {
      await desk.go('m', 'Việc của tôi')
      await desk.listReady()
      await desk.verbReady('Dự thảo trả lời')
    },
    work: async (desk) => {
      await desk.press('d')
      await desk.page
        .getByRole('textbox', { name: 'Nội dung văn bản' })
        .and(desk.page.locator(':focus'))
        .filter({ hasText: /^.*Trả lời .* có ý kiến như sau:/ })
        .waitFor()
    },
  },
  {
    name: 'Submit with cover note',
    role: 'specialist',
    person: specialist,
    script: 'Ctrl Enter · Enter',
    budget: 2,
    before: writeDraft,
    work: async (desk) => {
      await desk.office.submitDraft()
      await desk.said(/^Đã trình/)
    },
  },
  {
    name: 'Make a draft pass the form check, two findings',
    role: 'specialist',
    person: specialist,
    script: 'F8 · Enter each',
    budget: 4,
    before: async (desk) => {
      await writeDraft(desk)
      const lines = desk.page.locator('.paper .receivers .page-text')
      await lines.fill('Sở Xây dựng')
      await desk.page.getByText('Nơi nhận của công văn thiếu dòng “Như trên”.').waitFor()
    },
    work: async (desk) => {
      for (let finding = 0; finding < 2; finding++) {
        await desk.press('F8')
        await desk.page.getByRole('button', { name: /^Sửa/ }).and(desk.page.locator(':focus')).waitFor()
        await desk.press('Enter')
        await desk.page.getByRole('button', { name: /^Sửa/ }).waitFor({ state: 'detached' })
      }
      await desk.page.getByText('Đủ thành phần thể thức').waitFor()
    },
  },
  {
    name: 'Put in a work file and close',
    role: 'specialist',
    person: specialist,
    script: 'H · Enter',
    budget: 2,
    before: async (desk) => {
      await desk.go('m', 'Việc của tôi')
      await desk.box('Chủ trì')
      await toFileable(desk)
    },
    work: async (desk) => {
      await desk.press('h')
      await filingOffered(desk, 20_000)
      await desk.press('Enter')
      await desk.said(/^Đã kết thúc/)
    },
  },
  {
    name: 'Find “that circular on …”',
    role: 'specialist',
    person: specialist,
    script: 'Ctrl K · words · Enter',
    budget: 2,
    before: (desk) => desk.go('h', 'Hôm nay'),
    work: async (desk) => {
      await desk.press('Control+k')
      await desk.page.getByRole('combobox').fill('quy luong 2027')
      await desk.page
        .getByRole('option')
        .first()
        .filter({ hasText: /quỹ tiền lương/i })
        .waitFor()
      await desk.press('Enter')
      await desk.page
        .getByRole('heading', { name: /quỹ tiền lương/i })
        .first()
        .waitFor()
    },
  },
]
