import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { Office } from './drivers/office.ts'

const ADMINISTRATOR = 'Vi Văn Sáng'
const CLERK = 'Hồ Thị Lụa'

describe('the configuration of the agency', () => {
  let profile: string
  let office: Office
  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'congso-configuration-'))
    office = await Office.open(profile)
  })
  afterAll(async () => {
    await office.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  })

  async function administrationOf(name: string): Promise<void> {
    await office.become(name)
    await office.goTo('Quản trị')
    await office.page.getByRole('tab', { name: 'Thời hạn' }).click()
  }
  const panel = () => office.page.getByRole('complementary', { name: 'Thay đổi và các bản' })
  async function picture(name: string): Promise<void> {
    const folder = process.env['CONGSO_PICTURES']
    if (folder !== undefined) await office.picture(path.join(folder, `${name}.png`))
  }

  test('is changed, looked at by the clerk, published, and restored as a new version', async () => {
    const { page } = office
    await administrationOf(ADMINISTRATOR)
    const limit = page.getByRole('textbox', { name: 'Vào sổ, văn bản thường' })

    await limit.fill('500')
    await panel().getByRole('alert').getByText('dài hơn thời hạn luật định').waitFor()
    await panel().getByRole('alert').getByText('Điều 4 khoản 2 điểm c').waitFor()
    await limit.fill('30')
    await panel().getByText('30 phút').waitFor()
    await panel().getByText('Quản trị viên không xem nội dung văn bản').waitFor()
    await page.getByRole('button', { name: 'Lưu bản nháp' }).waitFor()
    await page.keyboard.press('Control+s')
    await office.toast('Đã lưu bản nháp').waitFor()

    await administrationOf(CLERK)
    await panel().getByText('30 phút').waitFor()
    await panel().getByText('việc của văn thư đến hạn sớm hơn').waitFor()
    await picture('configuration-clerk')

    await administrationOf(ADMINISTRATOR)
    await page.getByRole('button', { name: 'Công bố' }).waitFor()
    await page.keyboard.press('Control+Enter')
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('textbox', { name: 'Căn cứ, lý do' }).fill('Quy chế văn thư, Quyết định 12/QĐ-SNV')
    await picture('configuration-publish')
    await page.keyboard.press('Control+Enter')
    await office.toast('Đã công bố bản 2').waitFor()
    await panel().getByRole('tab', { name: 'Các bản' }).click()
    await panel().getByText('Quyết định 12/QĐ-SNV').waitFor()
    await picture('configuration-versions')
    await page.getByText(/^Đã đồng bộ/).waitFor()

    await office.become(CLERK)
    await office.goTo('Văn bản đến')
    await office.openRow('xác nhận thời gian công tác của cán bộ xã')
    await page.getByText('Thời hạn nội bộ của cơ quan').first().waitFor()

    await administrationOf(ADMINISTRATOR)
    await panel().getByRole('tab', { name: 'Các bản' }).click()
    await panel().getByRole('button', { name: 'So sánh, khôi phục' }).last().click()
    await sheet.getByText('30 phút').waitFor()
    await sheet.getByRole('textbox', { name: 'Căn cứ, lý do' }).fill('Thời hạn quá ngắn')
    await picture('configuration-restore')
    await page.keyboard.press('Control+Enter')
    await office.toast('Đã khôi phục bản 1').waitFor()
    await panel().getByText('khôi phục bản 1').waitFor()
    await page.getByRole('textbox', { name: 'Vào sổ, văn bản thường' }).waitFor()
    await page.getByRole('tab', { name: 'Ngày nghỉ' }).click()
    await picture('configuration')
  })
})
