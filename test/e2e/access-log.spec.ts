import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Office } from './drivers/office.ts'

/** A letter that waits for the director of the practice province, and one that a head of unit is only told of. */
const SUBJECT = 'bổ nhiệm Phó Giám đốc Bệnh viện'
const ONLY_TOLD = 'tuyên truyền, phổ biến pháp luật'
const pictures = process.env['CONGSO_PICTURES']

describe('who opened, saved and exported a letter', () => {
  let profile: string
  let office: Office
  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'congso-accesses-'))
    office = await Office.open(profile)
  })
  afterAll(async () => {
    await office.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  })

  async function pagesDrawn(): Promise<void> {
    await office.page.locator('img[src^="blob:"]').first().waitFor()
  }
  async function openLog(): Promise<void> {
    await office.page.getByRole('tab', { name: 'Lịch sử' }).click()
    await office.page.getByRole('button', { name: 'Nhật ký truy cập' }).click()
  }
  const sheet = () => office.page.getByRole('dialog', { name: 'Nhật ký truy cập' })
  const lines = () => sheet().locator('tbody tr').allInnerTexts()

  it('is written down while it is read, by whoever reads it', async () => {
    await office.become('Nguyễn Hữu Tường')
    await office.goTo('Việc của tôi')
    await office.openRow(SUBJECT)
    await pagesDrawn()
    await office.become('Hồ Thị Lụa')
    await office.goTo('Văn bản đến')
    await office.box('Chờ bút phê')
    await office.openRow(SUBJECT)
    await pagesDrawn()
    await office.page.getByRole('tab', { name: 'Lịch sử' }).click()
    const chain = path.join(profile, 'chain.html')
    await office.nextSaveTo(chain)
    await office.page.getByRole('button', { name: 'Xuất chuỗi lưu giữ' }).click()
    await office.toast(/Đã lưu chuỗi lưu giữ/).waitFor()
    expect(await readFile(chain, 'utf8')).toContain('Nguyễn Hữu Tường')
    await openLog()
    await sheet().getByRole('row').nth(3).waitFor()
    const told = await lines()
    expect(told).toHaveLength(3)
    expect(told[0]).toMatch(/Hồ Thị Lụa[^]*Xuất[^]*Chuỗi lưu giữ/u)
    expect(told[1]).toMatch(/Hồ Thị Lụa[^]*Mở xem[^]*\.pdf/u)
    expect(told[2]).toMatch(/Nguyễn Hữu Tường[^]*Mở xem[^]*\.pdf/u)
  })

  it('is found by name without accents and by kind, and leaves as a table', async () => {
    const find = sheet().getByRole('textbox', { name: 'Tìm người, tệp, máy' })
    await find.fill('huu tuong')
    expect(await lines()).toHaveLength(1)
    await find.fill('')
    await sheet()
      .getByRole('radio', { name: /^Mở xem/ })
      .check({ force: true })
    expect(await lines()).toHaveLength(2)
    const file = path.join(profile, 'log.csv')
    await office.nextSaveTo(file)
    await sheet().getByRole('button', { name: 'Lưu tệp CSV' }).click()
    await office.toast(/Đã lưu Nhật ký truy cập\.csv/).waitFor()
    expect((await readFile(file, 'utf8')).trim().split('\r\n')).toHaveLength(3)
    await sheet()
      .getByRole('radio', { name: /^Tất cả/ })
      .check({ force: true })
  })

  it.each(['Sáng', 'Tối'])('has no serious finding of axe (%s)', async (scheme) => {
    const { page } = office
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Tài khoản/ }).click()
    await page.getByRole('radio', { name: scheme }).check({ force: true })
    await page.keyboard.press('Escape')
    await openLog()
    await sheet().getByRole('row').nth(3).waitFor()
    if (pictures !== undefined) await office.picture(path.join(pictures, `access-log ${scheme}.png`))
    expect(await office.seriousFindings()).toEqual([])
  })

  it('is kept from whoever does not answer for the letter, with the rule', async () => {
    await office.page.keyboard.press('Escape')
    await office.become('Lương Quốc Bảo')
    await office.goTo('Nhận để biết')
    await office.openRow(ONLY_TOLD)
    await openLog()
    await office.page.getByRole('alertdialog', { name: /^Nhật ký truy cập chỉ dành cho/ }).waitFor()
    if (pictures !== undefined) await office.picture(path.join(pictures, 'access-log refused.png'))
    expect(await sheet().count()).toBe(0)
  })
})
