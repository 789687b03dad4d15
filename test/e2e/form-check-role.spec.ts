import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Office } from './drivers/office.ts'
import { clerk, deputy, specialist, unitHead } from './effort/people.ts'

const administrator = 'Vi Văn Sáng'
/** A draft of the first day. */
const SUBJECT = 'quỹ tiền lương năm 2027'

let profile: string
let office: Office
beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'congso-form-check-'))
  office = await Office.open(profile)
})
afterAll(async () => {
  await office.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const panel = () => office.page.getByRole('complementary', { name: 'Thay đổi và các bản' })
async function flowsOf(name: string): Promise<void> {
  await office.become(name)
  await office.goTo('Quản trị')
  await office.page.getByRole('tab', { name: 'Luồng xử lý' }).click()
}
async function picture(name: string): Promise<void> {
  const folder = process.env['CONGSO_PICTURES']
  if (folder !== undefined) await office.picture(path.join(folder, `${name}.png`))
}

it('a flow is written with the keyboard, run over past documents by the clerk, and published', async () => {
  const { page } = office
  await flowsOf(administrator)
  await page.getByText('Chưa có luồng nào').waitFor()
  await page.getByText('Quản trị viên không xem nội dung văn bản').first().waitFor()
  await page.getByRole('button', { name: 'Thêm luồng' }).focus()
  await page.keyboard.press('Enter')
  const flow = page.getByRole('group', { name: 'Luồng 1' })
  await flow.getByLabel('Loại văn bản').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('cong van')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('ho thi lua')
  await page.keyboard.press('Enter')
  await flow.getByLabel('Người ký đề xuất').and(page.locator(':focus')).waitFor()
  await panel().getByText('Hồ Thị Lụa kiểm tra thể thức').waitFor()
  await page.keyboard.press('Escape')
  await picture('flows')
  await page.keyboard.press('Control+s')
  await office.toast('Đã lưu bản nháp').waitFor()

  await flowsOf(clerk)
  const run = page.getByRole('region', { name: 'Chạy thử trên văn bản đã phát hành' })
  await run.getByText(/đi đường khác/).waitFor()
  const cases = run.getByRole('list', { name: 'Văn bản không đi như cũ' }).getByRole('listitem')
  expect(await cases.count()).toBeGreaterThan(0)
  await cases.first().getByText(`${clerk} (thể thức)`).waitFor()
  await picture('dry-run')
  await cases.first().getByRole('button').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Đường đi' }).waitFor()

  await flowsOf(administrator)
  await page.getByRole('button', { name: 'Công bố' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Căn cứ, lý do' }).fill('Quy chế văn thư')
  await page.keyboard.press('Control+Enter')
  await office.toast('Đã công bố bản 2').waitFor()
  await panel().getByRole('tab', { name: 'Các bản' }).click()
  await panel().getByText('Quy chế văn thư').waitFor()
  await page.getByText(/^Đã đồng bộ/).waitFor()
})

it('a new draft goes by the flow; one without a checker is not submitted', async () => {
  const { page } = office
  const route = page.getByRole('list', { name: 'Đường đi' })
  await office.become(specialist)
  await office.goTo('Dự thảo')
  await page.keyboard.press('d')
  await route.getByText(clerk).waitFor()
  await office.goTo('Dự thảo')
  await office.openRow(SUBJECT)
  await route.waitFor()
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByText('Luồng của cơ quan yêu cầu kiểm tra thể thức').waitFor()
  await page.keyboard.press('Escape')
  await page.getByLabel('Người kiểm tra thể thức').and(page.locator('input')).click()
  await page.getByRole('option', { name: clerk }).click()
  await route.getByText('thể thức').waitFor()
  await office.submitDraft()
  await office.toast(/Đã trình/).waitFor()
})

it('the document is initialled, checked for form, and only then signed', async () => {
  const { page } = office
  const row = page.getByRole('row').filter({ hasText: SUBJECT })
  const shown = row.filter({ hasNotText: 'Chưa xem' })

  await office.become(unitHead)
  await office.goTo('Trình ký')
  await office.box('Chờ ký nháy')
  await office.choose(SUBJECT)
  await shown.waitFor()
  await office.withPin(() => page.keyboard.press('k'))
  await row.waitFor({ state: 'detached' })

  await office.become(deputy)
  await office.goTo('Việc của tôi')
  expect(await row.count()).toBe(0)

  await office.become(clerk)
  await office.goTo('Việc của tôi')
  await row.getByText('Kiểm tra thể thức').waitFor()
  await office.goTo('Trình ký')
  await office.choose(SUBJECT)
  await page.getByText('Không còn lỗi thể thức.').waitFor()
  await shown.waitFor()
  await picture('check-form')
  await page.keyboard.press('y')
  await office.toast(/Đã đạt thể thức/).waitFor()
  await row.waitFor({ state: 'detached' })

  await office.become(deputy)
  await office.goTo('Trình ký')
  await office.choose(SUBJECT)
  await page.getByRole('complementary').getByText(`${clerk} kiểm tra`).waitFor()
  await shown.waitFor()
  await office.withPin(() => page.keyboard.press('s'))
  await row.waitFor({ state: 'detached' })
})
