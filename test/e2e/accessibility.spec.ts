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

  describe.each(['Sáng', 'Tối'])('%s', (scheme) => {
    beforeAll(async () => {
      await office.page.getByRole('button', { name: /^Tài khoản/ }).click()
      await office.page.getByRole('radio', { name: scheme }).check({ force: true })
      await office.page.keyboard.press('Escape')
    })
    test.each([...places, ...more])('%s', async (place) => {
      await office.goTo(place)
      const { violations } = await new AxeBuilder({ page: office.page }).setLegacyMode().analyze()
      const serious = violations
        .filter((one) => one.impact === 'serious' || one.impact === 'critical')
        .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)
      expect(serious).toEqual([])
    })
  })
})
