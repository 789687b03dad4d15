import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { receiver, sender } from '../tour/people.ts'
import { Office } from './drivers/office.ts'

/** A letter of the first day of the province, registered and handled at the receiver. */
const SUBJECT = 'phối hợp kiểm tra trụ sở làm việc'
const RECALL = 'thu hồi Công văn số'

let profile: string
let office: Office
beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'congso-amend-'))
  office = await Office.open(profile)
})
afterAll(async () => {
  await office.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const verb = (name: string) => office.page.getByRole('button', { name: new RegExp(`^${name}`) }).first()

/** What axe finds that keeps somebody out: these screens are only there while a sender asks. */
/** Kept where asked for, to be looked at. */
async function picture(name: string): Promise<void> {
  const folder = process.env['CONGSO_PICTURES']
  if (folder !== undefined) await office.picture(path.join(folder, `${name}.png`))
}

it('an issued letter is recalled: drafted from Delivery, issued, agreed to elsewhere, and told per recipient', async () => {
  const { page } = office
  await office.become(sender.clerk)
  await office.goTo('Theo dõi liên thông')
  await page
    .getByRole('row')
    .filter({ hasText: SUBJECT })
    .getByRole('gridcell')
    .filter({ hasText: '06' })
    .click()
  await verb('Thu hồi').waitFor()
  await picture('delivery-amend')
  await page.keyboard.press('z')
  await page.getByRole('textbox', { name: 'Lý do' }).fill('ghi sai thời gian kiểm tra')
  await picture('amend-sheet')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Đủ thành phần thể thức').waitFor()
  await page.getByText('ghi sai thời gian kiểm tra').first().waitFor()
  await picture('recall-draft')
  await office.submitDraft()
  await office.toast(`Đã trình ${sender.head}`).waitFor()

  await office.become(sender.head)
  await office.goTo('Việc của tôi')
  await office.openRow(RECALL)
  await page.getByText('ghi sai thời gian kiểm tra').first().waitFor()
  await page.locator('main h1').first().click()
  await verb('Ký nháy').waitFor()
  await office.withPin(() => page.keyboard.press('k'))
  await page.getByText('Đã ký nháy').first().waitFor()

  await office.become(sender.signer)
  await office.goTo('Trình ký')
  await office.choose(RECALL)
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await office.withPin(() => page.keyboard.press('s'))
  await office.toast('Đã ký số 1 văn bản').waitFor()

  await office.become(sender.clerk)
  await office.goTo('Phát hành')
  await office.choose(RECALL)
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await office.withPin(() => page.keyboard.press('i'))
  await office.toast(/Đã phát hành \S+ tới 2 nơi/).waitFor()

  await office.become(receiver.clerk)
  await office.goTo('Văn bản đến')
  await office.box('Nơi gửi đề nghị')
  await office.choose('Sở Nội vụ')
  await verb('Đồng ý').waitFor()
  await picture('sender-request')
  await verb('Từ chối').click()
  await page.getByRole('textbox', { name: 'Lý do từ chối' }).waitFor()
  await picture('refuse-request')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Escape')
  await verb('Đồng ý').waitFor()
  await page.getByRole('grid').first().focus()
  await page.keyboard.press('Enter')
  await office.toast(/^Đã đồng ý: Thu hồi/).waitFor()
  await office.goTo('Sổ đăng ký')
  await office.box('Văn bản đến 20')
  await page
    .getByText(/Đã thu hồi theo Công văn số/)
    .first()
    .waitFor()
  await picture('incoming-register')

  await office.become('Ngô Thị Bích')
  await office.goTo('Việc của tôi')
  await office.choose(SUBJECT)
  await page.getByRole('article', { name: 'Văn bản đã bị nơi gửi thu hồi' }).waitFor()
  await picture('recalled-letter')
  expect(await office.seriousFindings()).toEqual([])

  await office.become(sender.clerk)
  await office.goTo('Theo dõi liên thông')
  const row = page.getByRole('row').filter({ hasText: SUBJECT })
  await row.getByRole('gridcell').filter({ hasText: '15' }).click()
  const timeline = page.getByRole('list', { name: 'Quá trình giao nhận' })
  await timeline.getByRole('listitem').first().waitFor()
  await picture('delivery-recalled')
  await office.goTo('Tìm kiếm')
  await page.getByRole('searchbox').first().fill(SUBJECT)
  await page.getByText('Đã thu hồi').first().waitFor()
  await picture('search-recalled')
}, 300_000)
