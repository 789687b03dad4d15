import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Office } from './drivers/office.ts'

const everyone = [
  'Hôm nay',
  'Việc của tôi',
  'Nhận để biết',
  'Văn bản đến',
  'Dự thảo, văn bản đi',
  'Theo dõi liên thông',
  'Hồ sơ công việc',
  'Lưu trữ cơ quan',
  'Nhiệm vụ, chỉ đạo',
  'Cuộc họp',
  'Lịch công tác',
  'Phiếu lấy ý kiến',
  'Tìm kiếm',
  'Danh bạ cơ quan',
  'Bảng điều hành',
  'Ủy quyền',
  'Hàng đợi gửi',
  'Luyện tập',
  'Cài đặt',
]

/** Each place of the sidebar, at a person who has it. */
const placesOf = {
  'Hồ Thị Lụa': [...everyone, 'Trình ký', 'Phát hành', 'Sổ đăng ký'],
  'Đặng Thị Ngọc Hà': ['Trình ký'],
  'Vi Văn Sáng': ['Quản trị'],
}
const people = Object.keys(placesOf)
const places = Object.entries(placesOf).flatMap(([person, names]) =>
  names.map((place) => ({ person, place })),
)

describe('every place has no serious finding of axe', () => {
  let profile: string
  let office: Office
  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'congso-axe-'))
    office = await Office.open(profile)
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
    test.each(places)('every box of $place', async ({ person, place }) => {
      await office.become(person)
      await office.goTo(place)
      const found = { [place]: await office.seriousFindings() }
      const boxes = office.page.locator('h1 + nav button')
      for (let index = 0; index < (await boxes.count()); index++) {
        await boxes.nth(index).click()
        found[await boxes.nth(index).innerText()] = await office.seriousFindings()
      }
      expect(Object.entries(found).filter(([, findings]) => findings.length > 0)).toEqual([])
    })

    test('every part of the configuration, and the sheet that publishes it', async () => {
      const { page } = office
      await office.become('Vi Văn Sáng')
      await office.goTo('Quản trị')
      for (const tab of ['Ngày nghỉ', 'Thời hạn', 'Sổ và loại', 'Ký hiệu', 'Luồng xử lý', 'Các bản']) {
        await page.getByRole('tab', { name: tab }).click()
        expect([tab, await office.seriousFindings()]).toEqual([tab, []])
      }
      await page.getByRole('button', { name: 'Thêm luồng' }).click()
      await page.getByLabel('Loại văn bản').and(page.locator(':focus')).waitFor()
      for (const [words, keys] of [
        ['cong van', ['Enter', 'Tab', 'Tab']],
        ['ho thi lua', ['Enter']],
      ] as const) {
        await page.keyboard.type(words)
        for (const key of keys) await page.keyboard.press(key)
      }
      await page.getByRole('button', { name: 'Bỏ Hồ Thị Lụa' }).waitFor()
      await page.keyboard.press('Escape')
      expect(await office.seriousFindings()).toEqual([])
      await page.keyboard.press('Control+s')
      await office.become('Hồ Thị Lụa')
      await office.goTo('Quản trị')
      await page.getByRole('tab', { name: 'Luồng xử lý' }).click()
      await page.getByRole('list', { name: 'Văn bản không đi như cũ' }).waitFor()
      expect(await office.seriousFindings()).toEqual([])
      await office.become('Vi Văn Sáng')
      await office.goTo('Quản trị')
      await page.getByRole('button', { name: 'Bỏ thay đổi' }).click()
      await page.getByRole('tab', { name: 'Các bản' }).click()
      await page.getByRole('button', { name: 'So sánh' }).first().click()
      await page.getByRole('dialog').waitFor()
      expect(await office.seriousFindings()).toEqual([])
      await page.keyboard.press('Escape')
    })

    test('what the head gives to sign, and who is chased before it is done', async () => {
      const { page } = office
      await office.become('Nguyễn Hữu Tường')
      await office.goTo('Ủy quyền')
      await page.getByLabel('Người được giao', { exact: true }).and(page.locator(':focus')).waitFor()
      expect(await office.seriousFindings()).toEqual([])
      await office.become('Hồ Thị Lụa')
      await office.goTo('Theo dõi liên thông')
      await page.getByRole('grid').and(page.locator(':focus')).waitFor()
      await page.keyboard.press('Control+a')
      await page.getByRole('complementary', { name: 'Đôn đốc tiếp nhận' }).waitFor()
      expect(await office.seriousFindings()).toEqual([])
      await page.keyboard.press('Escape')
    })

    test('the sheet that closes a book, and its calendar', async () => {
      const { page } = office
      await office.become('Hồ Thị Lụa')
      await office.goTo('Sổ đăng ký')
      await page.getByRole('button', { name: /^Khoá sổ/ }).click()
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('button', { name: /^In và khoá sổ/, disabled: false }).waitFor()
      expect(await office.seriousFindings()).toEqual([])
      await sheet.getByRole('textbox').click()
      await page.getByRole('button', { name: 'Trước', exact: true }).waitFor()
      expect(await office.seriousFindings()).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'detached' })
    })

    test('an open letter, its question, the keys and the palette', async () => {
      const { page } = office
      await office.become('Hồ Thị Lụa')
      await office.goTo('Văn bản đến')
      await page.getByRole('row').nth(1).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('article').first().waitFor()
      expect(await office.seriousFindings()).toEqual([])
      await page.keyboard.press('x')
      expect(await office.seriousFindings()).toEqual([])
      await page.keyboard.press('Escape')
      for (const keys of ['Shift+Slash', 'Control+k']) {
        await page.keyboard.press(keys)
        await page.getByRole('dialog').waitFor()
        expect(await office.seriousFindings()).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      await page.keyboard.press('Escape')
    })
  })

  test.each(people)('no place of %s is left out', async (person) => {
    await office.become(person)
    const all = places.map(({ place }) => place)
    expect((await office.placeNames()).filter((place) => !all.includes(place))).toEqual([])
  })

  test('to sign and the editor, for the head of a unit', async () => {
    const { page } = office
    await office.become('Lương Quốc Bảo')
    await office.goTo('Trình ký')
    await page.getByRole('row').first().waitFor()
    expect(await office.seriousFindings()).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Nội dung văn bản' }).waitFor()
    expect(await office.seriousFindings()).toEqual([])
  })
})
