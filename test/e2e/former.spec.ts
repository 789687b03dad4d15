import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formerIncoming, workbookOf } from '../builders/former-register.ts'
import { Office } from './drivers/office.ts'

const pictures = process.env['CONGSO_PICTURES']

let profile: string
let office: Office
beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'congso-former-'))
  office = await Office.open(profile)
  await office.become('Hồ Thị Lụa')
})
afterAll(async () => {
  await office.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

async function serious(name: string): Promise<readonly string[]> {
  if (pictures !== undefined) await office.page.screenshot({ path: path.join(pictures, `${name}.png`) })
  return office.seriousFindings()
}

test('a register of a former year is previewed, imported, reconciled, and its lines are opened', async () => {
  const { page } = office
  const file = path.join(profile, 'so-den-2019.xlsx')
  const lines = formerIncoming(2019, 60)
  const odd = [
    ['Tháng 12'],
    ['30/12/2019', 63, 'Sở Nội vụ', '9/SNV', '', 'Báo cáo'],
    ['31/12/2019', 64, 'Công an tỉnh', '1/CAT', '', 'Phương án', '', '', '', 'Mật'],
  ]
  await writeFile(file, workbookOf({ cells: [...lines, ...odd] }))
  await office.goTo('Sổ đăng ký')
  await page.getByRole('button', { name: /^Nhập sổ cũ/ }).waitFor()
  await page.keyboard.press('m')
  await page.getByRole('button', { name: /^Chọn sổ/ }).waitFor()
  expect(await serious('import-begin')).toEqual([])
  await office.nextFileIs(file)
  await page.keyboard.press('s')
  await page.getByText('61 dòng nhập').waitFor()
  await page.getByText('2 dòng không nhập').waitFor()
  await page.getByText('2 số khuyết').waitFor()
  expect(await serious('import')).toEqual([])
  await page.getByRole('button', { name: 'Nhập', exact: true }).waitFor()
  await page.keyboard.press('Control+Enter')
  await office.toast('Đã nhập Sổ văn bản đến năm 2019').waitFor()
  expect(await serious('import-done')).toEqual([])
  await page.getByRole('button', { name: /^Quay lại/ }).click()
  await page.getByRole('button', { name: 'Sổ cũ đến 2019' }).click()
  const line = page.getByRole('row').filter({ hasText: 'họp giao ban 3' }).first()
  await line.click()
  expect(await serious('former-register')).toEqual([])
  await page.getByRole('button', { name: /^Mở/ }).click()
  await page.getByRole('heading', { name: /Giấy mời họp giao ban 3/ }).waitFor()
  expect(await serious('former-entry')).toEqual([])
}, 180_000)
