import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Office } from './drivers/office.ts'
import { director, specialist, unitHead } from './effort/people.ts'

const TITLE = 'Giao ban tuần'

let folder: string
let office: Office
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-series-'))
  office = await Office.open(path.join(folder, 'profile'))
  office.page.setDefaultTimeout(15_000)
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const field = (name: string) => office.page.getByRole('dialog').getByLabel(name, { exact: true })
const dialogGone = (): Promise<void> => office.page.getByRole('dialog').waitFor({ state: 'detached' })
const date = (number: number, of = 4) => `${TITLE} · Buổi ${number}/${of}`
const pane = () => office.page.getByRole('article', { name: TITLE })

/** Stands at one date of the series, in the box that is shown. */
async function standAt(number: number, of = 4): Promise<void> {
  await office.choose(date(number, of))
  await pane().getByText(`Buổi ${number}/${of}`).waitFor()
}

it('a weekly series is called in one confirmation, each date a meeting of its own', async () => {
  const { page } = office
  await office.become(specialist)
  await office.goTo('Cuộc họp')
  await page.keyboard.press('m')
  await field('Nội dung họp').fill(TITLE)
  await field('Ngày họp').fill('7n')
  await field('Giờ').fill('8h-9h30')
  await field('Địa điểm').fill('Phòng họp số 1')
  for (const [label, name] of [
    ['Chủ trì', director],
    ['Thành phần dự họp', unitHead],
  ] as const) {
    await field(label).fill(name)
    await page.keyboard.press('Enter')
  }
  await field('Chương trình').fill('Kiểm điểm công việc tuần\nViệc tuần tới')
  await page.getByRole('dialog').getByText('Hằng tuần', { exact: true }).click()
  await field('Số buổi, hoặc đến hết ngày').fill('4')
  expect(
    await page.getByRole('list', { name: 'Các buổi' }).getByRole('listitem').count(),
  ).toBeGreaterThanOrEqual(4)
  expect(await office.seriousFindings()).toEqual([])
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Gửi giấy mời 4 buổi/ })
    .click()
  await dialogGone()
  await office.toast('Đã mời 4 buổi họp').waitFor()
  for (const number of [1, 2, 3, 4])
    await page
      .getByRole('row')
      .filter({ hasText: date(number) })
      .waitFor()
  expect(await office.seriousFindings()).toEqual([])
})

it('this date and those behind it are moved together, one is called off, another is added', async () => {
  const { page } = office
  await standAt(2)
  await page.keyboard.press('u')
  await field('Giờ').fill('14h-15h')
  await page.getByRole('dialog').getByText('Buổi này và 2 buổi sau').click()
  await page.getByRole('list', { name: 'Các buổi' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await dialogGone()
  await office.toast('Đã sửa 3 buổi họp').waitFor()
  for (const number of [2, 3, 4])
    await page
      .getByRole('row')
      .filter({ hasText: date(number) })
      .filter({ hasText: '14:00–15:00' })
      .waitFor()
  await page
    .getByRole('row')
    .filter({ hasText: date(1) })
    .filter({ hasText: '08:00–09:30' })
    .waitFor()
  await standAt(3)
  await page.keyboard.press('x')
  await field('Lý do').fill('Trùng kỳ họp Hội đồng nhân dân')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Huỷ 1 buổi/ })
    .click()
  await dialogGone()
  await page
    .getByRole('row')
    .filter({ hasText: date(3) })
    .waitFor({ state: 'detached' })
  await standAt(4)
  await page.keyboard.press('b')
  await field('Ngày họp').fill('12t')
  await page.keyboard.press('Control+Enter')
  await dialogGone()
  await page
    .getByRole('row')
    .filter({ hasText: date(5, 5) })
    .waitFor()
})

it('the next date takes over the minutes and what was left of the one before, and the series is compiled', async () => {
  const { page } = office
  await office.become(director)
  await office.goTo('Cuộc họp')
  await standAt(1)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Khai mạc/ }).waitFor()
  for (const name of [director, unitHead])
    await page.getByRole('button', { name: `Điểm danh ${name}` }).click()
  await page.getByText('Có mặt 2/2').first().waitFor()
  await page.getByRole('button', { name: /^Khai mạc/ }).click()
  await page.getByRole('button', { name: /^Nội dung tiếp/ }).click()
  await page.getByText('Nội dung 1/2').waitFor()
  await page.getByLabel('Kết luận của chủ trì').fill('Các phòng gửi báo cáo trước 16 giờ thứ Sáu.')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^Công bố lúc/).waitFor()
  await page.getByRole('button', { name: /^Bế mạc/ }).click()
  await page.getByText('Đã kết thúc').first().waitFor()

  await office.goTo('Cuộc họp')
  await standAt(2)
  await page.keyboard.press('t')
  await office.toast('Đã nối').waitFor()
  await pane()
    .getByText(/^Thông qua biên bản họp ngày/)
    .waitFor()
  await pane().getByText('Nối cuộc họp', { exact: true }).waitFor()
  expect(await office.seriousFindings()).toEqual([])

  await page.keyboard.press('h')
  await page.getByRole('heading', { name: `Tổng hợp chuỗi họp: ${TITLE}` }).waitFor()
  await page.getByText('Các phòng gửi báo cáo trước 16 giờ thứ Sáu.').waitFor()
  await page.getByText('Đã họp 1/4 buổi').waitFor()
  expect(await office.seriousFindings()).toEqual([])
  const file = path.join(folder, 'tong-hop.xlsx')
  await office.nextSaveTo(file)
  await page.getByRole('button', { name: 'Lưu bảng tính XLSX' }).click()
  await office.toast('tong-hop').waitFor()
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  await page
    .getByRole('navigation', { name: 'Các buổi' })
    .getByRole('button', { name: /Buổi 2\/4/ })
    .click()
  await page.getByRole('navigation', { name: 'Chương trình' }).waitFor()
  await page.getByText('Không có đề nghị sửa.').waitFor()
  await page.getByText('Biên bản chưa ký xong, chưa thông qua được.').waitFor()
  expect(await office.seriousFindings()).toEqual([])
})
