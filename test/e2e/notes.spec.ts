import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callMeeting } from './drivers/call-meeting.ts'
import { Office } from './drivers/office.ts'
import { director, specialist, unitHead } from './effort/people.ts'

const TITLE = 'Họp xét dự toán năm sau'
const PAPER = 'du-toan.pdf'
const NOTE = 'Hỏi lại nguồn kinh phí'

let folder: string
let office: Office
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-notes-'))
  office = await Office.open(path.join(folder, 'profile'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

/** A paper of these pages, each of these lines. */
async function aPaper(version: number, pages: readonly (readonly string[])[]): Promise<string> {
  const pdf = await PDFDocument.create()
  for (const lines of pages) {
    const page = pdf.addPage([595, 842])
    lines.forEach((line, index) => page.drawText(line, { x: 72, y: 720 - index * 24, size: 13 }))
  }
  const file = path.join(folder, `v${version}`, PAPER)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, await pdf.save())
  return file
}

async function enter(): Promise<void> {
  await office.goTo('Cuộc họp')
  await office.choose(TITLE)
  await office.page.getByRole('article', { name: TITLE }).waitFor()
}
async function enterRoom(): Promise<void> {
  await enter()
  await office.page.keyboard.press('Enter')
  await office.page.getByRole('img', { name: `Trang 1 của ${PAPER}` }).waitFor()
}

async function bring(file: string, name: string | RegExp): Promise<void> {
  const { page } = office
  await office.become(specialist)
  await enter()
  await office.nextFileIs(file)
  await page.getByRole('button', { name: 'Thêm tài liệu' }).first().click()
  await page.getByRole('button', { name }).waitFor()
}

/** As dragging over the words from the first that begins so to the last. */
const select = (from: string, to: string): Promise<void> =>
  office.page.evaluate(
    ([first, last]) => {
      const words = [...document.querySelectorAll('[data-page-words] text')]
      const range = document.createRange()
      range.setStart(words.find((word) => word.textContent === first)!.firstChild!, 0)
      const end = words.find((word) => word.textContent === last)!.firstChild!
      range.setEnd(end, end.textContent!.length)
      document.getSelection()!.removeAllRanges()
      document.getSelection()!.addRange(range)
    },
    [from, to] as const,
  )

it('a member marks and notes a paper for themselves alone; what is noted follows its words into the next version', async () => {
  const { page } = office
  await callMeeting(office, { title: TITLE, agenda: ['Dự toán (20 phút)'] })
  const first = await aPaper(1, [
    ['Tong du toan nam sau la 120 ty dong', 'Bo sung 14 chi tieu bien che'],
    ['Phu luc'],
  ])
  await bring(first, PAPER)

  await office.become(unitHead)
  await enterRoom()
  const list = page.getByRole('list', { name: 'Ghi chú của tôi' })
  const field = page.getByRole('textbox', { name: 'Ghi chú' })
  for (const [from, to, words] of [
    ['120', 'dong', NOTE],
    ['14', 'che', ''],
  ] as const) {
    await page.locator('[data-page-words="1"] text', { hasText: to }).waitFor()
    await select(from, to)
    await page.keyboard.press('h')
    await field.and(page.locator(':focus')).fill(words)
    await page.keyboard.press('Enter')
    await list.getByText(`${from} ${to === 'dong' ? 'ty dong' : 'chi tieu bien che'}`).waitFor()
  }
  await page.keyboard.press('h')
  await field.and(page.locator(':focus')).fill('Xem lại trang này')
  await page.keyboard.press('Enter')
  await list.getByText('Xem lại trang này').waitFor()
  await page.getByRole('button', { name: 'Ghi chú cuộc họp' }).click()
  await field.and(page.locator(':focus')).fill('Xin phát biểu sớm')
  await page.keyboard.press('Enter')
  await list.getByText('Xin phát biểu sớm').waitFor()
  await expect.poll(() => list.getByRole('listitem').count()).toBe(4)
  expect(await office.seriousFindings()).toEqual([])

  for (const other of [director, specialist]) {
    await office.become(other)
    await enterRoom()
    await page.getByText('Chỉ mình đồng chí đọc được').waitFor()
    expect(await page.getByText(NOTE).count()).toBe(0)
    expect(await list.count()).toBe(0)
  }

  const second = await aPaper(2, [['Trang bia'], ['Tong du toan nam sau la 120 ty dong'], ['Phu luc']])
  await bring(second, /bản 2/)
  await office.become(unitHead)
  await enter()
  const paper = page.getByRole('article').getByRole('button', { name: /bản 2/ })
  await paper.getByText('Mới', { exact: true }).waitFor()
  await enterRoom()
  const news = page.getByRole('group', { name: 'Mới từ bản 1' })
  await news.getByText('2 chỗ thay đổi').waitFor()
  await page.keyboard.press('d')
  await news.locator('ins').getByText('Trang bia').waitFor()
  await page.keyboard.press('d')
  await news.locator('del').getByText('Bo sung 14 chi tieu bien che').waitFor()
  await news.getByRole('button', { name: 'Trang 1' }).click()
  await news.getByText('1/2, trang 1').waitFor()
  expect(
    await page.getByRole('navigation', { name: 'Chương trình' }).getByText('Mới', { exact: true }).count(),
  ).toBe(0)
  expect(await office.seriousFindings()).toEqual([])
  const followed = list.getByRole('listitem').filter({ hasText: NOTE })
  await followed.getByRole('button', { name: `${PAPER}, trang 2` }).click()
  await page.getByRole('img', { name: `Ghi chú của tôi: ${NOTE}` }).waitFor()
  const lost = list.getByRole('listitem').filter({ hasText: '14 chi tieu bien che' })
  await lost.getByText('Không thấy trong bản này').waitFor()
  await lost.getByRole('button', { name: 'Xoá ghi chú' }).click()
  await office.toast(/^Đã xoá ghi chú/).waitFor()
  await lost.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await lost.waitFor()
  expect(await office.seriousFindings()).toEqual([])
})
