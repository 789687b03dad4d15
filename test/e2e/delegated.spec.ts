import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Office } from './drivers/office.ts'
import { clerk, specialist, unitHead } from './effort/people.ts'

/** A draft of the first day; by the regulation of the agency the head of the unit signs such letters by order. */
const SUBJECT = 'quỹ tiền lương năm 2027'

let profile: string
let office: Office
beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'congso-delegated-'))
  office = await Office.open(profile)
})
afterAll(async () => {
  await office.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

it('a letter is signed by order: the editor offers the delegate and writes the block, the node accepts the signature', async () => {
  const { page } = office
  await office.become(specialist)
  await office.goTo('Dự thảo')
  await office.openRow(SUBJECT)
  const signer = page.getByRole('complementary').getByLabel('Người ký', { exact: true })
  await page.getByRole('button', { name: 'Bỏ Đặng Thị Ngọc Hà' }).click()
  await signer.and(page.locator(':focus')).waitFor()
  await page.getByRole('option', { name: /Lương Quốc Bảo.*TL\./ }).waitFor()
  await page.keyboard.type('bao')
  await page.keyboard.press('Enter')
  await page.getByText('TL. Giám đốc', { exact: false }).first().waitFor()
  await office.submitDraft()
  await office.toast(/Đã trình/).waitFor()

  await office.become(unitHead)
  await office.goTo('Trình ký')
  for (const [box, key] of [
    ['Chờ ký nháy', 'k'],
    ['Chờ tôi ký', 's'],
  ] as const) {
    await office.box(box)
    await office.choose(SUBJECT)
    const shown = page.getByRole('row').filter({ hasText: SUBJECT, hasNotText: 'Chưa xem' })
    await shown.waitFor()
    await office.withPin(() => page.keyboard.press(key))
    await shown.waitFor({ state: 'detached' })
  }

  await office.become(clerk)
  await office.goTo('Phát hành')
  await office.choose(SUBJECT)
  const signed = page.getByRole('complementary').getByText(`${unitHead} ký số`)
  await signed.waitFor()
  expect(await page.getByText('Trục đã kiểm tra, hợp lệ').count()).toBe(2)
})
