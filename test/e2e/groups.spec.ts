import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sender } from '../tour/people.ts'
import { Office } from './drivers/office.ts'

const SUBJECT = 'rà soát số lượng cán bộ, công chức cấp xã'
const OWN = 'Bạn phối hợp'

let profile: string
let office: Office
beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'congso-groups-'))
  office = await Office.open(profile)
})
afterAll(async () => {
  await office.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

/** What axe finds that keeps somebody out. */
const recipients = () => office.page.locator('[data-part="sendTo"]').getByRole('button', { name: /^Bỏ / })
const sendTo = () => office.page.getByRole('textbox', { name: 'Gửi qua trục' })

async function hasRecipients(count: number): Promise<void> {
  await expect.poll(() => recipients().count()).toBe(count)
}

it('a group is chosen by name, taken back out, kept as one’s own, and sent to', async () => {
  const { page } = office
  await office.become(sender.drafter)
  await office.goTo('Dự thảo, văn bản đi')
  await page.keyboard.press('d')
  await page.getByRole('textbox', { name: 'Trích yếu' }).click()
  await page.keyboard.insertText(SUBJECT)
  await sendTo().click()
  await page.keyboard.type('cac so')
  const offered = page.getByRole('option', { name: /^Các sở/ })
  await offered.getByText('Nhóm của cơ quan · 7 cơ quan').waitFor()
  await offered.getByText(/^Thêm 7: Sở Tài chính/).waitFor()
  await page.keyboard.press('Enter')
  await office.toast('Đã thêm 7 thành viên của nhóm “Các sở”').waitFor()
  await hasRecipients(7)
  await page.keyboard.press('Control+z')
  await hasRecipients(0)

  await page.keyboard.type('cap xa')
  await page.keyboard.press('Enter')
  await hasRecipients(3)
  await page.keyboard.type('so xay dung')
  await page.keyboard.press('Enter')
  await hasRecipients(4)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Lưu thành nhóm' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Tên nhóm' }).fill(OWN)
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await office.toast(`Đã lưu nhóm “${OWN}”`).waitFor()

  for (let left = 3; left >= 0; left--) {
    await recipients().first().click()
    await hasRecipients(left)
  }
  await sendTo().click()
  await page.keyboard.type('ban phoi hop')
  await page.getByRole('option', { name: /^Bạn phối hợp.*Nhóm của tôi · 4 cơ quan/ }).waitFor()
  await page.keyboard.press('Enter')
  await hasRecipients(4)
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Nội dung văn bản' }).click()
  await page.keyboard.insertText(
    'Sở Nội vụ đề nghị quý cơ quan rà soát, báo cáo trước ngày 30 tháng 11 năm 2026.',
  )
  await page.getByText('Đủ thành phần thể thức').waitFor()

  await office.goTo('Danh bạ cơ quan')
  await office.box('Nhóm')
  await office.choose(OWN)
  await page.getByRole('article', { name: OWN }).getByRole('listitem').nth(3).waitFor()
  await page.keyboard.press('Delete')
  await office.toast(`Đã xóa nhóm “${OWN}”`).waitFor()
  expect(await page.getByRole('row').filter({ hasText: OWN }).count()).toBe(0)
  await page.keyboard.press('Control+z')
  await page.getByRole('row').filter({ hasText: OWN }).waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await office.choose('Các sở')
  await page.keyboard.press('Delete')
  await page.getByText('Nhóm của cơ quan do văn thư quản lý', { exact: false }).waitFor()
  await page.keyboard.press('Escape')

  await office.goTo('Dự thảo, văn bản đi')
  await office.openRow(SUBJECT)
  await hasRecipients(4)
  await page.getByRole('textbox', { name: 'Nội dung văn bản' }).waitFor()
  await office.submitDraft()
  await office.toast(`Đã trình ${sender.head}`).waitFor()
  await office.become(sender.head)
  await office.goTo('Việc của tôi')
  await office.openRow(SUBJECT)
  await page.getByText('đề nghị quý cơ quan rà soát').first().waitFor()
  await page.locator('main h1').first().click()
  await office.withPin(() => page.keyboard.press('k'))
  await page.getByText('Đã ký nháy').first().waitFor()
  await office.become(sender.signer)
  await office.goTo('Trình ký')
  await office.choose(SUBJECT)
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await office.withPin(() => page.keyboard.press('s'))
  await office.toast('Đã ký số 1 văn bản').waitFor()
  await office.become(sender.clerk)
  await office.goTo('Phát hành')
  await office.choose(SUBJECT)
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await office.withPin(() => page.keyboard.press('i'))
  await office.toast(/Đã phát hành \S+ tới 4 nơi/).waitFor()
}, 300_000)
