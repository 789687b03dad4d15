import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Office } from './drivers/office.ts'

let profile: string
let office: Office
let page: Page
beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'congso-keys-'))
  office = await Office.open(profile)
  page = office.page
  page.setDefaultTimeout(12_000)
})
afterAll(async () => {
  await office.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const title = (name: string) => page.getByRole('heading', { level: 1, name })
const rows = () =>
  page
    .locator('main')
    .getByRole('row')
    .filter({ has: page.locator('[title]') })
const picture = (name: string): Promise<void> => office.pictured(name)

/** `G` and a letter, as a person types them. */
async function go(letter: string, place: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(letter)
  await title(place).waitFor()
}

/** Text of the row that has the keys. */
const activeRow = (): Promise<string> =>
  page.evaluate(() => {
    const id = document.querySelector('main [role="grid"]')?.getAttribute('aria-activedescendant')
    return document.getElementById(id ?? '')?.textContent ?? ''
  })

const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.tagName ?? '')

/** A press as an input method hands it on: the place of the key, and what became of it. */
const pressAs = (init: {
  readonly key: string
  readonly code: string
  readonly isComposing?: boolean
}): Promise<void> =>
  page.evaluate((event) => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { ...event, bubbles: true, cancelable: true }),
    )
  }, init)

describe('a clerk works by keys alone', () => {
  beforeAll(() => office.become('Hồ Thị Lụa'))

  test('G and a letter lead everywhere; the focus is never lost; Alt ← leads back', async () => {
    for (const [letter, place] of [
      ['m', 'Việc của tôi'],
      ['o', 'Dự thảo, văn bản đi'],
      ['x', 'Phát hành'],
      ['d', 'Theo dõi liên thông'],
      ['b', 'Sổ đăng ký'],
      ['c', 'Cuộc họp'],
      ['w', 'Lịch công tác'],
      ['v', 'Phiếu lấy ý kiến'],
      ['n', 'Danh bạ cơ quan'],
      ['y', 'Hàng đợi gửi'],
      ['i', 'Văn bản đến'],
    ] as const) {
      await go(letter, place)
      await expect.poll(focused).not.toBe('BODY')
    }
    await page.keyboard.press('Alt+ArrowLeft')
    await title('Hàng đợi gửi').waitFor()
    await go('i', 'Văn bản đến')
  })

  test('rows by arrows and J, panes by F6 both ways, Enter opens, Esc and Alt ← come back', async () => {
    await rows().first().waitFor()
    await page.keyboard.press('Home')
    const first = (await rows().first().textContent()) ?? ''
    await expect.poll(activeRow).toBe(first)
    await page.keyboard.press('j')
    await expect.poll(activeRow).not.toBe(first)
    await page.keyboard.press('Shift+J')
    await expect.poll(activeRow).toBe(first)
    await page.keyboard.press('ArrowDown')
    await expect.poll(activeRow).not.toBe(first)

    await page.getByRole('article').getByRole('button').first().waitFor()
    await page.keyboard.press('F6')
    await expect.poll(focused).toBe('BUTTON')
    await page.keyboard.press('Shift+F6')
    await page.getByRole('grid').and(page.locator(':focus')).waitFor()

    await page.keyboard.press('Enter')
    const tab = page.getByRole('navigation', { name: 'Văn bản đang mở' }).getByRole('button').nth(1)
    await tab.waitFor()
    await expect.poll(focused).not.toBe('BODY')
    await page.keyboard.press('Escape')
    await title('Văn bản đến').waitFor()
    await page.keyboard.press('Control+1')
    await title('Văn bản đến').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await tab.click({ button: 'middle' })
    await tab.waitFor({ state: 'detached' })
  })

  test('Esc closes one layer: the keys, the palette, the question; then the document', async () => {
    await page.keyboard.press('Enter')
    await title('Văn bản đến').waitFor({ state: 'detached' })
    for (const keys of ['Shift+Slash', 'Control+k']) {
      await page.keyboard.press(keys)
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await page.keyboard.press('x')
    const question = page.getByRole('region', { name: 'Trả lại nơi gửi' })
    await question.waitFor()
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    expect(await title('Văn bản đến').count()).toBe(0)
    await page.keyboard.press('Escape')
    await title('Văn bản đến').waitFor()
  })

  test('the palette teaches keys, finds without accents, and goes to documents, people and places', async () => {
    await page
      .getByRole('button', { name: /^Tiếp nhận, vào sổ/ })
      .first()
      .waitFor()
    await page.keyboard.press('Control+k')
    const options = page.getByRole('option')
    await expect.poll(() => options.first().innerText()).toMatch(/Tiếp nhận, vào sổ\s+R/)
    const find = page.getByRole('combobox')
    await find.fill('kiem lam')
    await options.filter({ hasText: '983/SNNMT-ĐĐ' }).waitFor()
    await find.fill('so xay dung')
    await options.filter({ hasText: 'T86.05' }).waitFor()
    await find.fill('so dang ky')
    await options
      .filter({ hasText: /^Sổ đăng ký/ })
      .first()
      .click()
    await title('Sổ đăng ký').waitFor()
    await go('i', 'Văn bản đến')
  })

  test('an input method never runs an act, and a key is its place, not its letter', async () => {
    await rows().first().waitFor()
    await pressAs({ code: 'KeyX', key: 'Process' })
    await pressAs({ code: 'KeyX', key: 'x', isComposing: true })
    const question = page.getByRole('region', { name: 'Trả lại nơi gửi' })
    expect(await question.count()).toBe(0)
    await pressAs({ code: 'KeyX', key: 'ẋ' })
    await question.waitFor()
    const own = question.getByRole('textbox')
    await own.focus()
    await page.keyboard.press('r')
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    expect(await own.inputValue()).toBe('rgm')
    await own.fill('')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
  })

  test('keys that are faster than the page are meant for the letter they led to', async () => {
    await page.keyboard.press('Home')
    await page
      .getByRole('button', { name: /^Trả lại/ })
      .first()
      .waitFor()
    const [first, second] = await rows().allTextContents()
    for (const key of ['j', 'x', '1']) await page.keyboard.press(key)
    await office.toast(/^Đã trả lại/).waitFor()
    await expect.poll(() => rows().allTextContents()).not.toContain(second)
    expect(await rows().allTextContents()).toContain(first)
    await page.keyboard.press('Control+z')
    await office.toast('Đã hoàn tác, chưa gửi đi đâu').waitFor()
    await expect.poll(() => rows().allTextContents()).toContain(second)
  })

  test('an act is undone by Ctrl Z, and said aloud', async () => {
    await page
      .getByRole('button', { name: /^Trả lại/ })
      .first()
      .waitFor()
    const before = await rows().count()
    await page.keyboard.press('x')
    await page.keyboard.press('1')
    await office.toast(/^Đã trả lại/).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: 'Bấm Ctrl Z để hoàn tác' })
      .waitFor({ state: 'attached' })
    await expect.poll(() => rows().count()).toBe(before - 1)
    await page.keyboard.press('Control+z')
    await office.toast('Đã hoàn tác, chưa gửi đi đâu').waitFor()
    await expect.poll(() => rows().count()).toBe(before)
  })
})

describe('many at once, one PIN', () => {
  const subjects = ['báo cáo số liệu quý một', 'báo cáo số liệu quý hai', 'báo cáo số liệu quý ba']

  beforeAll(async () => {
    await office.become('Phan Thị Mai Anh')
    for (const subject of subjects) {
      await go('o', 'Dự thảo, văn bản đi')
      await page.getByRole('button', { name: /^Dự thảo mới/ }).waitFor()
      await page.keyboard.press('d')
      await page.getByRole('textbox', { name: 'Trích yếu' }).click()
      await page.keyboard.insertText(subject)
      await page.getByRole('textbox', { name: 'Gửi qua trục' }).fill('Sở Xây dựng')
      await page.getByRole('option', { name: /Sở Xây dựng/ }).click()
      await page.keyboard.press('Escape')
      await page.getByRole('textbox', { name: 'Nội dung văn bản' }).click()
      await page.keyboard.insertText(`Nội dung ${subject}.`)
      await page.getByText('Đủ thành phần thể thức').waitFor()
      await office.submitDraft()
      await office.toast(/^Đã trình/).waitFor()
      await title('Dự thảo, văn bản đi').waitFor()
    }
  })

  const row = (subject: string) => page.getByRole('row').filter({ hasText: new RegExp(subject, 'i') })

  /** Marks these in the list, having looked at all but the last one. */
  async function lookAndSelect(all: readonly string[]): Promise<void> {
    for (const subject of all) await row(subject).first().waitFor()
    for (const subject of all.slice(0, -1)) {
      await row(subject).click()
      await row(subject).getByText('Chưa xem').waitFor({ state: 'detached' })
    }
    await page.getByRole('grid').first().focus()
    for (const subject of all) await row(subject).getByRole('checkbox').check()
  }

  test.each([
    { who: 'Lương Quốc Bảo', key: 'k', act: 'ký nháy', done: 'Đã ký nháy' },
    { who: 'Đặng Thị Ngọc Hà', key: 's', act: 'ký số', done: 'Đã ký' },
  ])(
    '$who: $act two of three; the one not seen is held back with its reason',
    async ({ who, key, act, done }) => {
      await office.become(who)
      await go('s', 'Trình ký')
      await lookAndSelect(subjects)
      await page.getByRole('grid').first().focus()
      await picture(`${key}-before`)
      await office.withPin(() => page.keyboard.press(key))
      const results = page.getByRole('region', { name: 'Kết quả ký' })
      await results.getByText(`Đã ${act} 2 trên 3 văn bản`).waitFor()
      expect(await results.getByRole('listitem').filter({ hasText: done }).count()).toBe(2)
      const held = results.getByRole('listitem').filter({ hasText: 'Giữ lại' })
      expect(await held.innerText()).toMatch(/quý ba[^]*Chưa xem hết các trang/)
      await picture(`${key}-results`)

      await row(subjects[2] ?? '')
        .getByText('Chưa xem')
        .waitFor({ state: 'detached' })
      await page.getByRole('grid').first().focus()
      await office.withPin(() => page.keyboard.press(key))
      await office.toast(`Đã ${act} 1 văn bản`).waitFor()
      await expect.poll(() => row('quý ba').count()).toBe(0)
    },
  )
})
