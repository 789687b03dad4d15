import { clerk, deputy, director, specialist, unitHead } from './people.ts'
import type { DeskSteps } from './desk-steps.ts'

export type EffortRole = 'clerk' | 'specialist' | 'unit head' | 'leader'

/** One task of the day, as it is done by keys, and what it may cost. */
export interface EffortTask {
  readonly name: string
  readonly role: EffortRole
  readonly person: string
  /** The keys as a guide prints them. */
  readonly script: string
  /** Keys and clicks at most (product 4); letters of a name or a day count where `isTypedCounted`. */
  readonly budget: number
  readonly isTypedCounted?: boolean
  /** To the screen where the task begins; not counted. */
  readonly before: (desk: DeskSteps) => Promise<void>
  readonly work: (desk: DeskSteps) => Promise<void>
}

/** How many items the tasks with several have. */
export const MANY = 10
export const TRIAGED = 5

/** In the order in which one leaves what the next needs. */
export const effortTasks: readonly EffortTask[] = [
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
  {
    name: 'Assign with lead and deadline',
    role: 'unit head',
    person: unitHead,
    script: 'A · two letters · Enter · t6 · Enter',
    budget: 7,
    isTypedCounted: true,
    before: async (desk) => {
      await desk.go('m', 'Việc của tôi')
      await desk.listReady()
      await toFirst(desk, 'Giao việc', 'Phòng Tổ chức, biên chế tham mưu.')
    },
    work: async (desk) => {
      await desk.press('a')
      await desk.page.getByRole('region', { name: 'Giao việc' }).waitFor()
      await desk.press('m', 'a')
      await desk.page.getByRole('option', { name: new RegExp(specialist) }).waitFor()
      await desk.press('Enter')
      await desk.page.getByLabel('Hạn xử lý').and(desk.page.locator(':focus')).waitFor()
      await desk.press('t', '6', 'Enter')
      await desk.said(/^Đã giao/)
    },
  },
  {
    name: 'Reassign, the clock kept',
    role: 'unit head',
    person: unitHead,
    script: 'A · two letters · Enter · Enter',
    budget: 5,
    isTypedCounted: true,
    before: async (desk) => {
      await desk.allSent()
      await desk.go('t', 'Nhiệm vụ, chỉ đạo')
      await desk.box('Tôi giao')
      await toFirst(desk, 'Giao lại')
    },
    work: async (desk) => {
      await desk.press('a')
      await desk.page.getByRole('region', { name: 'Giao lại' }).waitFor()
      await desk.press('c', 'h')
      await desk.page.getByRole('option', { name: /Chu Đức Long/ }).waitFor()
      await desk.press('Enter')
      await desk.page
        .getByRole('button', { name: /^Giao lại/ })
        .and(desk.page.locator(':focus'))
        .waitFor()
      await desk.press('Enter')
      await desk.said(/^Đã giao lại/)
    },
  },
  {
    name: 'Chase everything overdue',
    role: 'unit head',
    person: unitHead,
    script: 'G T · Ctrl A · C',
    budget: 4,
    before: (desk) => desk.go('h', 'Hôm nay'),
    work: async (desk) => {
      await desk.go('t', 'Nhiệm vụ, chỉ đạo')
      await desk.listReady()
      await desk.press('Control+a', 'c')
      await desk.said(/^Đã đôn đốc/)
    },
  },
  {
    name: 'Report of the month, submitted',
    role: 'unit head',
    person: unitHead,
    script: 'G P · Ctrl Enter · Enter',
    budget: 4,
    before: (desk) => desk.go('h', 'Hôm nay'),
    work: async (desk) => {
      await desk.go('p', 'Bảng điều hành')
      await desk.verbReady('Trình báo cáo kỳ')
      await desk.press('Control+Enter')
      await desk.page
        .getByRole('dialog')
        .getByRole('button', { name: /^Trình/ })
        .waitFor()
      await desk.press('Enter')
      await desk.said(/^Đã trình/)
    },
  },
  {
    name: `Initial ${MANY} drafts that were read`,
    role: 'unit head',
    person: unitHead,
    script: 'Shift K · PIN · Enter',
    budget: 4,
    before: async (desk) => {
      await desk.go('s', 'Trình ký')
      await desk.lookAtAll(MANY)
    },
    work: async (desk) => {
      await desk.office.withPin(() => desk.press('Shift+K'))
      await desk.said(`Đã ký nháy ${MANY} văn bản`)
    },
  },
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
    name: `Sign ${MANY - 1} that were reviewed`,
    role: 'leader',
    person: deputy,
    script: 'Shift S · PIN · Enter',
    budget: 2,
    before: async (desk) => {
      await desk.go('s', 'Trình ký')
      await desk.lookAtAll(MANY - 1)
    },
    work: async (desk) => {
      await desk.office.withPin(() => desk.press('Shift+S'))
      await desk.said(`Đã ký số ${MANY - 1} văn bản`)
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

/** The usual directives stand under their keys. */
export async function usualReady({ page }: DeskSteps): Promise<void> {
  await page.getByRole('region', { name: 'Bút phê' }).getByText('Giao đồng chí').first().waitFor()
}

/** One key for each; the next is there when the list has moved on. */
export async function triage(desk: DeskSteps, key: string, verb: string, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const before = await desk.activeRow()
    await desk.verbReady(verb)
    await desk.press(key)
    await desk.page.waitForFunction((text) => {
      const id = document.querySelector('main [role="grid"]')?.getAttribute('aria-activedescendant')
      return document.getElementById(id ?? '')?.textContent !== text
    }, before)
  }
}

/** Down to the first row that says these words and on which this can be done. */
export async function toFirst(desk: DeskSteps, verb: string, words = ''): Promise<void> {
  const button = desk.page
    .locator('main')
    .getByRole('button', { name: new RegExp(`^${verb}`) })
    .first()
  for (let index = 0; index < MOST_LOOKED_AT; index++) {
    const isShown = button.waitFor({ timeout: LOOK_MS }).then(
      () => true,
      () => false,
    )
    if ((await desk.activeRow()).includes(words) && (await isShown)) return
    await isShown
    await desk.press('j')
  }
  throw new Error(`nothing to “${verb}”`)
}

/** Down to the first letter that may be filed and closed in one: its sender waits for no answer. */
async function toFileable(desk: DeskSteps): Promise<void> {
  for (let index = 0; index < MOST_LOOKED_AT; index++) {
    await desk.verbReady('Kết thúc')
    await desk.press('h')
    const isOffered = await filingOffered(desk, LOOK_MS).then(
      () => true,
      () => false,
    )
    await desk.press('Escape')
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
    if (isOffered) return
    await desk.press('j')
  }
  throw new Error('every letter waits for an answer')
}

async function filingOffered({ page }: DeskSteps, timeout: number): Promise<void> {
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: /^Đưa vào hồ sơ và kết thúc/ }).waitFor({ timeout })
  await sheet.locator('input:focus').waitFor({ timeout })
}

const MOST_LOOKED_AT = 40
const LOOK_MS = 600

async function writeDraft(desk: DeskSteps): Promise<void> {
  const { page } = desk
  await desk.go('o', 'Dự thảo, văn bản đi')
  await desk.verbReady('Dự thảo mới')
  await desk.press('d')
  await page.getByRole('textbox', { name: 'Trích yếu' }).click()
  await page.keyboard.insertText('xin ý kiến về đề án vị trí việc làm')
  await page.getByRole('textbox', { name: 'Gửi qua trục' }).fill('Sở Xây dựng')
  await page.getByRole('option', { name: /Sở Xây dựng/ }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Nội dung văn bản' }).click()
  await page.keyboard.insertText('Sở Nội vụ xin ý kiến về đề án vị trí việc làm.')
  await page.getByText('Đủ thành phần thể thức').waitFor()
}
