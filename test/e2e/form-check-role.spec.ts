import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Office } from './drivers/office.ts'
import { clerk, deputy, specialist, unitHead } from './effort/people.ts'

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

it('a document is initialled, checked for form, and only then signed', async () => {
  const { page } = office
  const row = page.getByRole('row').filter({ hasText: SUBJECT })
  const shown = row.filter({ hasNotText: 'Chưa xem' })

  await office.become(specialist)
  await office.goTo('Dự thảo')
  await office.openRow(SUBJECT)
  await page.getByLabel('Người kiểm tra thể thức').and(page.locator('input')).click()
  await page.getByRole('option', { name: clerk }).click()
  await page.getByRole('list', { name: 'Đường đi' }).getByText('thể thức').waitFor()
  await office.submitDraft()
  await office.toast(/Đã trình/).waitFor()

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
