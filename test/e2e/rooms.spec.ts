import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Office } from './drivers/office.ts'
import { clerk, director, specialist, unitHead } from './effort/people.ts'

const TITLE = 'Họp rà soát hồ sơ cán bộ'
const ROOM = 'Phòng tiếp dân'

let folder: string
let office: Office
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-rooms-'))
  office = await Office.open(path.join(folder, 'profile'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const field = (name: string) => office.page.getByRole('dialog').getByLabel(name, { exact: true })
const article = (name: string) => office.page.getByRole('article', { name })

/** The beginning of the practice meeting at which room and people are busy, as it is typed. */
async function busyDay(): Promise<string> {
  const heading = article('Họp giao ban công tác cải cách hành chính')
    .getByText(/\d\d\/\d\d\/\d{4}/)
    .first()
  const [day = ''] = /\d\d\/\d\d\/\d{4}/.exec(await heading.innerText()) ?? []
  return day
}

it('whoever keeps rooms names one; a meeting takes the next time at which all are free, holds the room, and is told of before it begins', async () => {
  const { page } = office
  await office.become(clerk)
  await office.goTo('Danh bạ')
  await office.box('Phòng họp, thiết bị')
  await page.getByRole('row').filter({ hasText: 'Hội trường' }).waitFor()
  await page.keyboard.press('n')
  await field('Tên').fill(ROOM)
  await page
    .getByRole('dialog')
    .getByLabel(/^Số chỗ ngồi/)
    .fill('3')
  await page.keyboard.press('Control+Enter')
  await office.toast(`Đã lưu “${ROOM}”`).waitFor()
  await article(ROOM).getByText('3 chỗ').waitFor()

  await office.become(specialist)
  await office.goTo('Cuộc họp')
  const day = await busyDay()
  await page.keyboard.press('m')
  await field('Nội dung họp').fill(TITLE)
  await field('Ngày họp').fill(day)
  await field('Giờ').fill('8h-9h')
  for (const [label, name] of [
    ['Chủ trì', director],
    ['Thành phần dự họp', unitHead],
  ] as const) {
    await field(label).fill(name)
    await page.keyboard.press('Enter')
  }
  const times = page.getByRole('dialog').getByRole('list', { name: /^Giờ bận ngày/ })
  const busy = times.getByRole('listitem').filter({ hasText: director })
  await busy.getByText('bận 08:00–10:00').waitFor()
  await busy.getByLabel('Trùng giờ').waitFor()
  const rooms = page
    .getByRole('dialog')
    .getByLabel(/^Phòng họp, thiết bị/)
    .first()
  await rooms.fill('phong hop so 1')
  await page
    .getByRole('option', { name: /^Phòng họp số 1/ })
    .getByText('đã giữ 08:00–10:00')
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Phòng họp số 1: 30 chỗ cho 3 người.').waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await page.getByText(/^Sớm nhất mọi người rảnh: .*10:00–11:00$/).waitFor()
  await page.keyboard.press('F8')
  await expect.poll(() => field('Giờ').inputValue()).toBe('10:00-11:00')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await article(TITLE).getByText('Phòng họp số 1: đã giữ').waitFor()
  await page.getByRole('grid').first().focus()
  await page.keyboard.press('Control+Enter')
  const reason = page.getByRole('dialog')
  await reason.or(article(TITLE).getByText('Đã mời')).first().waitFor()
  if (await reason.isVisible()) {
    await reason.getByRole('textbox').fill('Theo chỉ đạo của Giám đốc')
    await page.keyboard.press('Control+Enter')
  }
  await article(TITLE).getByText('Đã mời').waitFor()

  const [date = '', month = '', year = ''] = day.split('/')
  await page.clock.setFixedTime(new Date(`${year}-${month}-${date}T09:50:00+07:00`))
  await page.reload()
  const reminder = page.getByRole('status').filter({ hasText: TITLE })
  await reminder.getByText('Họp lúc 10:00:').waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await reminder.getByRole('button', { name: /^Vào phòng họp/ }).waitFor()
  await page.keyboard.press('F9')
  await page.getByRole('heading', { name: TITLE }).waitFor()
  await reminder.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('button', { name: `Tài khoản: ${specialist}` }).waitFor()
  await office.goTo('Cuộc họp')
  await article('Họp giao ban công tác cải cách hành chính').or(article(TITLE)).first().waitFor()
  expect(await page.getByText('Họp lúc 10:00:').count()).toBe(0)
})
