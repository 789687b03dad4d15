import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { componentsOf, propertyOf, textOf } from '../../shared/exchange/calendar/jcal.ts'
import { readCalendar } from '../../shared/exchange/calendar/read-calendar.ts'
import { Office } from './drivers/office.ts'
import { specialist, unitHead } from './effort/people.ts'

let folder: string
let office: Office
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-calendar-'))
  office = await Office.open(path.join(folder, 'profile'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const pictures = process.env['CONGSO_PICTURES']
const picture = async (name: string): Promise<void> => {
  if (pictures !== undefined) await office.picture(path.join(pictures, `${name}.png`))
}

const week = () => office.page.getByRole('group', { name: 'Lịch của tôi' })
const item = (words: string | RegExp) => week().getByRole('button', { name: words })
const quick = () => office.page.getByLabel('Ghi nhanh lịch')
const field = (name: string | RegExp) => office.page.getByRole('dialog').getByLabel(name)

async function openMine(): Promise<void> {
  await office.page.keyboard.press('g')
  await office.page.keyboard.press('w')
  await office.page.getByRole('heading', { name: 'Lịch công tác', level: 1 }).waitFor()
  await office.page.keyboard.press('l')
  await week().waitFor()
}

/** In one line, by keys alone. */
async function write(line: string): Promise<void> {
  await office.page.keyboard.press('m')
  await quick().and(office.page.locator(':focus')).waitFor()
  await office.page.keyboard.insertText(line)
  await office.page.keyboard.press('Enter')
  await expect.poll(() => quick().inputValue()).toBe('')
  await office.page.keyboard.press('Escape')
}

it('an appointment is written in a line, clashes, is moved by keys, changed, repeated, left out once, taken out and back', async () => {
  const { page } = office
  await office.become(specialist)
  await openMine()
  await write('9h30 thứ tư tuần sau họp tổ tại phòng 2')
  await item(/họp tổ.*09:30–10:30 · phòng 2/).waitFor()
  await page.keyboard.press('m')
  await page.keyboard.insertText('10h thứ tư tuần sau gặp đoàn kiểm tra')
  await page.getByText('Trùng giờ: họp tổ').waitFor()
  await picture('quick-line')
  await page.keyboard.press('Enter')
  await item(/gặp đoàn kiểm tra.*10:00–11:00.*trùng giờ/).waitFor()
  await page.getByText('2 mục trùng giờ').waitFor()
  expect(await office.seriousFindings()).toEqual([])

  await item(/gặp đoàn/).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await item(/gặp đoàn kiểm tra.*10:15–11:15.*trùng giờ/).waitFor()
  await page.keyboard.press('Alt+ArrowDown')
  await item(/gặp đoàn kiểm tra.*10:30–11:30$/).waitFor()
  await page.getByText('mục trùng giờ').waitFor({ state: 'detached' })

  await item(/họp tổ/).focus()
  await page.keyboard.press('Enter')
  await field('Nội dung').and(page.locator(':focus')).waitFor()
  await field('Nội dung').fill('Giao ban tổ')
  await page.getByRole('radio', { name: 'Hằng tuần' }).check({ force: true })
  await picture('sheet')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await item(/Giao ban tổ.*09:30/).waitFor()
  await page.keyboard.press('PageDown')
  await item(/Giao ban tổ.*09:30/).focus()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'Chỉ lần này' }).click()
  await item(/Giao ban tổ/).waitFor({ state: 'detached' })
  await page.keyboard.press('PageDown')
  await item(/Giao ban tổ/).waitFor()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await item(/Giao ban tổ/).waitFor()

  await item(/gặp đoàn/).focus()
  await page.keyboard.press('Delete')
  await item(/gặp đoàn/).waitFor({ state: 'detached' })
  await office.toast(/^Đã bỏ lịch/).waitFor()
  await page.getByRole('button', { name: /^Hoàn tác/ }).click()
  await item(/gặp đoàn/).waitFor()
  await picture('week')
  await item(/gặp đoàn/).focus()
  await page.keyboard.press('v')
  await picture('day')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('v')

  const file = path.join(folder, 'mine.ics')
  await office.nextSaveTo(file)
  await page.getByRole('button', { name: 'Lưu .ics', exact: true }).click()
  await expect.poll(() => readFile(file).catch(() => null)).not.toBeNull()
  const read = readCalendar(await readFile(file))
  const events = read.ok ? componentsOf(read.calendar, 'vevent') : []
  const series = events.find((one) => textOf(one, 'summary') === 'Giao ban tổ')
  expect(series && propertyOf(series, 'exdate')).toBeDefined()
})

it('is seen by nobody else', async () => {
  await office.become(unitHead)
  await openMine()
  await office.page.keyboard.press('PageDown')
  await week().waitFor()
  expect(await item(/Giao ban tổ|gặp đoàn/).count()).toBe(0)
})
