import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Office } from './drivers/office.ts'

const places = ['Việc của tôi', 'Văn bản đến', 'Dự thảo, văn bản đi', 'Phát hành', 'Theo dõi liên thông']
const more = ['Sổ đăng ký', 'Danh bạ cơ quan', 'Hàng đợi gửi', 'Luyện tập', 'Cài đặt']

describe('every place has no serious finding of axe', () => {
  let profile: string
  let office: Office
  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'congso-axe-'))
    office = await Office.open(profile)
    await office.become('Hồ Thị Lụa')
  })
  afterAll(async () => {
    await office.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  })

  async function serious(): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page: office.page }).setLegacyMode().analyze()
    return violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)
  }

  describe.each(['Sáng', 'Tối'])('%s', (scheme) => {
    beforeAll(async () => {
      await office.page.getByRole('button', { name: /^Tài khoản/ }).click()
      await office.page.getByRole('radio', { name: scheme }).check({ force: true })
      await office.page.keyboard.press('Escape')
    })
    test.each([...places, ...more])('%s', async (place) => {
      await office.goTo(place)
      expect(await serious()).toEqual([])
    })

    test('an open letter, its question, the keys and the palette', async () => {
      const { page } = office
      await office.goTo('Văn bản đến')
      await page.getByRole('row').nth(1).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('article').first().waitFor()
      expect(await serious()).toEqual([])
      await page.keyboard.press('x')
      expect(await serious()).toEqual([])
      await page.keyboard.press('Escape')
      for (const keys of ['Shift+Slash', 'Control+k']) {
        await page.keyboard.press(keys)
        await page.getByRole('dialog').waitFor()
        expect(await serious()).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      await page.keyboard.press('Escape')
    })
  })

  test('to sign and the editor, for the head of a unit', async () => {
    const { page } = office
    await office.become('Lương Quốc Bảo')
    await office.goTo('Trình ký')
    await page.getByRole('row').first().waitFor()
    expect(await serious()).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Nội dung văn bản' }).waitFor()
    expect(await serious()).toEqual([])
  })
})
