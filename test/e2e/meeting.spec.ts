import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Office } from './drivers/office.ts'
import { director, specialist, unitHead } from './effort/people.ts'

const TITLE = 'Họp thẩm định đề án vị trí việc làm'

let folder: string
let office: Office
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-meeting-'))
  office = await Office.open(path.join(folder, 'profile'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

async function enter(): Promise<void> {
  await office.goTo('Cuộc họp')
  await office.choose(TITLE)
  await office.page.getByRole('article', { name: TITLE }).waitFor()
}

it('a meeting is called, prepared, held with a vote that everybody counts, and concluded', async () => {
  const { page } = office
  const field = (name: string) => page.getByRole('dialog').getByLabel(name, { exact: true })
  await office.become(specialist)
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('heading', { name: 'Cuộc họp', level: 1 }).waitFor()
  await page.keyboard.press('m')
  await field('Nội dung họp').fill(TITLE)
  await field('Ngày họp').fill('7n')
  await field('Giờ').fill('8h30-11h')
  await field('Địa điểm').fill('Phòng họp số 1')
  const link = page.getByRole('dialog').getByLabel(/^Đường dẫn họp trực tuyến/)
  await link.fill('http://hop.example')
  await page.getByText('Đường dẫn phải bắt đầu bằng https://.').waitFor()
  await link.fill('')
  for (const [label, name] of [
    ['Chủ trì', director],
    ['Thành phần dự họp', unitHead],
  ] as const) {
    await field(label).fill(name)
    await page.keyboard.press('Enter')
  }
  await field('Chương trình').fill(`1. Tờ trình đề án (20 phút, ${unitHead})\n2. Kế hoạch tháng 12`)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article', { name: TITLE }).waitFor()
  await page.getByText(`${unitHead} trình bày`).waitFor()

  const paper = path.join(folder, 'to-trinh.pdf')
  const pdf = await PDFDocument.create()
  pdf.addPage([595, 842]).drawText('To trinh', { x: 72, y: 720 })
  await writeFile(paper, await pdf.save())
  await office.nextFileIs(paper)
  await page.getByRole('button', { name: 'Thêm tài liệu' }).first().click()
  await page.getByRole('button', { name: 'to-trinh.pdf' }).waitFor()
  await page.getByRole('grid').first().focus()
  await page.keyboard.press('Control+Enter')
  await office.toast('Đã gửi giấy mời').waitFor()
  await page.getByRole('article').getByText('Đã mời').waitFor()

  await office.become(unitHead)
  await enter()
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('y')
  await office.toast('Đã trả lời: dự họp').waitFor()

  await office.become(director)
  await enter()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Khai mạc/ }).waitFor()
  for (const name of [director, unitHead])
    await page.getByRole('button', { name: `Điểm danh ${name}` }).click()
  await page.getByText('Có mặt 2/2').first().waitFor()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: /^Nội dung tiếp/ }).waitFor()
  await page.keyboard.press('Space')
  await page.getByText('Nội dung 1/2').waitFor()
  await page.getByRole('img', { name: /Trang 1 của to-trinh/ }).waitFor()
  await page.keyboard.press('v')
  await page.getByRole('dialog').getByLabel('Ký số từng phiếu bằng chứng thư của thành viên').check()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^Đồng ý/ }).waitFor()
  await office.withPin(() => page.keyboard.press('y'))
  await page.getByText('Đã biểu quyết: Đồng ý').waitFor()
  expect(await office.seriousFindings()).toEqual([])

  await office.become(unitHead)
  await enter()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Đồng ý/ }).waitFor()
  await office.withPin(() => page.keyboard.press('y'))
  await page.getByText('Đã biểu quyết: Đồng ý').waitFor()

  await office.become(director)
  await enter()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Kết thúc biểu quyết/ }).waitFor()
  const counted = page.locator('dl').filter({ hasText: 'Chưa biểu quyết' })
  await counted.getByText('2', { exact: true }).waitFor()
  await page.keyboard.press('v')
  await page.getByRole('button', { name: /^Công bố kết quả/ }).waitFor()
  await page.keyboard.press('p')
  await page.getByText(/^Thông qua, công bố/).waitFor()
  await page.getByLabel('Kết luận của chủ trì').fill('Thông qua đề án; Phòng Tổ chức biên chế hoàn thiện.')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^Công bố lúc/).waitFor()

  await office.become(specialist)
  await enter()
  await page.keyboard.press('Enter')
  await page.getByRole('paragraph').filter({ hasText: 'Thông qua đề án;' }).waitFor()
  expect(await page.getByText(/^Thông qua, công bố/).count()).toBe(1)
})
