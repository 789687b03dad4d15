import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterHeld, holdMeeting } from './drivers/held-meeting.ts'
import { Office } from './drivers/office.ts'
import { issueRow, signRow } from './drivers/sign-row.ts'
import { clerk, director, specialist, unitHead } from './effort/people.ts'

const TITLE = 'Họp về đề án vị trí việc làm'
const NOTICE = 'Kết luận của Giám đốc'

let folder: string
let office: Office
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-conclude-'))
  office = await Office.open(path.join(folder, 'profile'))
  office.page.setDefaultTimeout(15_000)
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const dialogGone = (): Promise<void> => office.page.getByRole('dialog').waitFor({ state: 'detached' })

async function confirmed(): Promise<void> {
  await office.page.getByRole('dialog').waitFor()
  await office.page.keyboard.press('Control+Enter')
  await dialogGone()
}

it('what a meeting concluded on an item is drafted as a decision, which the item then leads to', async () => {
  const { page } = office
  await holdMeeting(
    office,
    TITLE,
    [
      'Giao Phòng Tổ chức biên chế hoàn thiện đề án, trình lại trước ngày 05/12.',
      'Thống nhất kế hoạch tháng 12.',
    ],
    'Các ý kiến cơ bản nhất trí.',
  )

  await office.become(specialist)
  await enterHeld(office, TITLE)
  await page
    .getByRole('button', { name: /^Dự thảo văn bản/ })
    .nth(1)
    .waitFor()
  const agenda = page.getByRole('navigation', { name: 'Chương trình', exact: true })
  await agenda.getByRole('button', { name: 'Nội dung 2', exact: true }).click()
  await page.keyboard.press('q')
  const paper = page.getByRole('article', { name: 'Trang quyết định' })
  await paper.locator('p.ordering', { hasText: 'QUYẾT ĐỊNH:' }).waitFor()
  await paper.getByText('Điều 1. Thống nhất kế hoạch tháng 12.').waitFor()
  await paper
    .getByText(/^Căn cứ kết luận của Giám đốc .+ tại cuộc họp về đề án vị trí việc làm ngày/)
    .waitFor()
  await page
    .getByText(/căn cứ còn để trống/)
    .first()
    .waitFor()
  expect(await office.seriousFindings()).toEqual([])
  const draft = page.url()
  await page.keyboard.press('Control+m')
  await page.getByText('Quyết định: đang soạn').waitFor()
  await page.getByRole('button', { name: /^Dự thảo văn bản/ }).waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await agenda.getByRole('button', { name: 'Nội dung 2', exact: true }).click()
  await page.keyboard.press('q')
  await paper.getByText('Điều 1. Thống nhất kế hoạch tháng 12.').waitFor()
  expect(page.url()).toBe(draft)
}, 120_000)

it('a meeting that was held ends with minutes and notice signed and issued, a task given, all in a work file', async () => {
  const { page } = office
  await office.become(specialist)
  await enterHeld(office, TITLE)
  await page.getByRole('button', { name: /^Lập biên bản/ }).waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('b')
  await page.getByText('Đủ thành phần thể thức').waitFor()
  await page.getByText('Kết luận của chủ tọa: Thống nhất kế hoạch tháng 12.').waitFor()
  expect(await page.getByText('Diễn biến: Các ý kiến cơ bản nhất trí.').count()).toBe(2)
  await page.keyboard.press('Control+m')
  await page.getByRole('button', { name: /^Gửi xin ý kiến/ }).waitFor()
  await page.keyboard.press('r')
  await confirmed()
  await page.getByText('Đang xin ý kiến').waitFor()

  await office.become(director)
  await enterHeld(office, TITLE)
  await page.keyboard.press('n')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: /^Giao 1 nhiệm vụ/ }).waitFor()
  await confirmed()
  await page.getByText('1 nhiệm vụ').or(page.getByText('1 kết luận chưa giao')).first().waitFor()

  await office.become(unitHead)
  await enterHeld(office, TITLE)
  await page.getByRole('button', { name: 'Đề nghị sửa' }).first().click()
  await page.getByRole('dialog').getByRole('textbox').fill('Ghi rõ hạn là ngày 04/12.')
  await confirmed()
  await page.getByRole('list', { name: 'Đề nghị sửa biên bản' }).waitFor()
  await office.goTo('Việc của tôi')
  await office.choose(TITLE)
  await page.getByRole('article', { name: TITLE }).getByText('Giao Phòng Tổ chức biên chế').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'Sau họp' }).waitFor()

  await office.become(specialist)
  await enterHeld(office, TITLE)
  await page.getByRole('button', { name: /^Tiếp thu/ }).waitFor({ timeout: 30_000 })
  await page.keyboard.press('y')
  await page.getByRole('button', { name: /^Chốt, trình ký/ }).waitFor()
  await page.keyboard.press('l')
  await confirmed()
  await page.getByRole('button', { name: /^Ký biên bản/ }).waitFor()
  await page.keyboard.press('s')
  await page.getByRole('heading', { name: 'Trình ký' }).waitFor()
  await signRow(office, TITLE, 'k')
  await enterHeld(office, TITLE)
  await page.keyboard.press('t')
  await page.getByText('Đủ thành phần thể thức').waitFor()
  await office.submitDraft()
  await office.toast(/Đã trình/).waitFor()

  await office.become(unitHead)
  await office.goTo('Trình ký')
  await office.box('Chờ ký nháy')
  await signRow(office, NOTICE, 'k')
  await office.become(director)
  await office.goTo('Trình ký')
  await signRow(office, NOTICE, 's')
  await signRow(office, TITLE, 's')

  await office.become(clerk)
  await office.goTo('Phát hành')
  for (const symbol of ['/BB-SNV', '/TB-SNV']) await issueRow(office, symbol)

  await office.become(specialist)
  await enterHeld(office, TITLE)
  await page.getByText('Sẵn sàng lưu').waitFor({ timeout: 30_000 })
  await page
    .locator('label')
    .filter({ hasText: /^Biên bản$/ })
    .click()
  await page.getByRole('img', { name: /^Trang 1 của/ }).waitFor()
  await page.keyboard.press('h')
  await page.getByRole('dialog').locator('input:focus').waitFor()
  await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().waitFor()
  await page.keyboard.press('Enter')
  await dialogGone()
  await page.getByText('Đã lưu hồ sơ').first().waitFor()
  expect(await office.seriousFindings()).toEqual([])
}, 180_000)
