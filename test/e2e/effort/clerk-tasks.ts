import type { EffortTask } from './effort-task.ts'
import { clerk } from './people.ts'

const INVITATION = 'mời dự họp rà soát tiến độ sắp xếp đơn vị sự nghiệp'

/** What comes in, and the book it stands in. */
export const clerkMail: readonly EffortTask[] = [
  {
    name: 'Accept, register, present one letter',
    role: 'clerk',
    person: clerk,
    script: 'J · P',
    budget: 3,
    before: async (desk) => {
      await desk.go('i', 'Văn bản đến')
      await desk.listReady()
    },
    work: async (desk) => {
      await desk.press('j', 'p')
      await desk.said(/trình/)
    },
  },
  {
    name: 'Twenty letters together behind the check grid',
    role: 'clerk',
    person: clerk,
    script: 'Shift PgDn · Shift PgDn · P · Enter',
    budget: 4,
    before: async (desk) => {
      await desk.go('i', 'Văn bản đến')
      await desk.listReady()
    },
    work: async (desk) => {
      await desk.press('Shift+PageDown', 'Shift+PageDown')
      await desk.verbReady('Vào sổ và trình')
      await desk.press('p', 'Enter')
      await desk.said(/Đã vào sổ (2\d|1[6-9]) văn bản/)
    },
  },
  {
    name: 'Create meeting from a received invitation',
    role: 'clerk',
    person: clerk,
    script: 'M · Enter',
    budget: 2,
    before: async (desk) => {
      await desk.go('i', 'Văn bản đến')
      await desk.listReady()
      if ((await desk.row(INVITATION).count()) > 0) {
        await desk.goToRow(INVITATION)
        await desk.press('p')
        await desk.said(/trình/)
      }
      await desk.box('Chờ bút phê')
      await desk.goToRow(INVITATION)
      await desk.verbReady('Vào lịch họp')
    },
    work: async (desk) => {
      await desk.press('m')
      await desk.page.getByRole('dialog', { name: 'Vào lịch họp từ giấy mời' }).waitFor()
      await desk.press('Enter')
      await desk.said(/^Đã vào lịch họp/)
    },
  },
  {
    name: 'Return a letter to the sender',
    role: 'clerk',
    person: clerk,
    script: 'X · 1',
    budget: 3,
    before: async (desk) => {
      await desk.go('i', 'Văn bản đến')
      await desk.verbReady('Trả lại')
    },
    work: async (desk) => {
      await desk.press('x')
      await desk.page.getByRole('region', { name: 'Trả lại nơi gửi' }).waitFor()
      await desk.press('1')
      await desk.said(/^Đã trả lại/)
    },
  },
  {
    name: 'Print and close the book of the month',
    role: 'clerk',
    person: clerk,
    script: 'G B · L · Ctrl Enter',
    budget: 4,
    before: (desk) => desk.allSent(),
    work: async (desk) => {
      await desk.go('b', 'Sổ đăng ký')
      await desk.page.getByRole('button', { name: /^Khoá sổ/ }).waitFor()
      await desk.press('l')
      await desk.page
        .getByRole('dialog')
        .getByRole('button', { name: /^In và khoá sổ/, disabled: false })
        .waitFor()
      await desk.press('Control+Enter')
      await desk.said(/^Đã khoá/)
    },
  },
]

/** What goes out. */
export const clerkIssuing: readonly EffortTask[] = [
  {
    name: 'Number, seal, issue and send one document',
    role: 'clerk',
    person: clerk,
    script: 'I · PIN · Enter',
    budget: 2,
    before: async (desk) => {
      await desk.go('x', 'Phát hành')
      await desk.page.locator('img[alt^="Trang 1"]').waitFor()
    },
    work: async (desk) => {
      await desk.office.withPin(() => desk.press('i'))
      await desk.said(/Đã phát hành/)
    },
  },
]

/** What did not arrive. */
export const clerkChasing: readonly EffortTask[] = [
  {
    name: 'Who has not accepted? Chase all',
    role: 'clerk',
    person: clerk,
    script: 'G D · Ctrl A · C',
    budget: 4,
    before: (desk) => desk.allSent(),
    work: async (desk) => {
      await desk.go('d', 'Theo dõi liên thông')
      await desk.listReady()
      await desk.press('Control+a')
      await desk.verbReady('Đôn đốc')
      await desk.press('c')
      await desk.said(/^Đã ghi đôn đốc/)
      await desk.page.getByText('đôn đốc tiếp nhận văn bản điện tử').first().waitFor()
    },
  },
]

/** What the leaders do next. */
export const clerkSchedule: readonly EffortTask[] = [
  {
    name: 'Weekly schedule of the leaders, published',
    role: 'clerk',
    person: clerk,
    script: 'G W · Ctrl Enter',
    budget: 3,
    before: async (desk) => {
      await desk.office.goTo('Lịch công tác')
      await desk.page.getByRole('grid').locator(':focus').waitFor()
      await desk.press('Enter')
      await desk.page
        .getByRole('dialog')
        .getByLabel(/^Nội dung/)
        .fill('Giao ban lãnh đạo Sở')
      await desk.press('Control+Enter')
      await desk.page.getByRole('grid').getByText('Giao ban lãnh đạo Sở').first().waitFor()
      await desk.go('i', 'Văn bản đến')
      await desk.listReady()
    },
    work: async (desk) => {
      await desk.go('w', 'Lịch công tác')
      await desk.verbReady('Công bố')
      await desk.press('Control+Enter')
      await desk.said(/^Đã công bố lịch tuần/)
    },
  },
]
