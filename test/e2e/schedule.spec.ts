import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCalendar } from '../../shared/exchange/calendar/read-calendar.ts'
import { componentsOf, textOf } from '../../shared/exchange/calendar/jcal.ts'
import { callMeeting } from './drivers/call-meeting.ts'
import { Office } from './drivers/office.ts'
import { clerk, deputy, specialist } from './effort/people.ts'

let folder: string
let office: Office
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-schedule-'))
  office = await Office.open(path.join(folder, 'profile'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const picture = (name: string): Promise<void> => office.pictured(name)

const MEETING = 'Họp thẩm định đề án vị trí việc làm'
const grid = () => office.page.getByRole('grid', { name: 'Lịch công tác' })
const field = (name: string | RegExp) => office.page.getByRole('dialog').getByLabel(name)

/** By keys, as the office works: the cell, its sheet, the words. */
async function write(
  words: string,
  hours: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { page } = office
  await page.keyboard.press('Enter')
  await field(/^Nội dung/)
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.insertText(words)
  await field('Giờ').fill(hours)
  for (const [name, text] of Object.entries(more)) await field(new RegExp(`^${name}`)).fill(text)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await grid().getByText(words).first().waitFor()
}

async function open(): Promise<void> {
  await office.page.keyboard.press('g')
  await office.page.keyboard.press('w')
  await office.page.getByRole('heading', { name: 'Lịch công tác', level: 1 }).waitFor()
}

/** Goes on by weeks until these words are in the grid. */
async function toWeekWith(words: string): Promise<void> {
  const found = grid().getByText(words).first()
  for (let weeks = 0; weeks < 3; weeks++) {
    const isHere = await found.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    )
    if (isHere) return
    await office.page.keyboard.press('PageDown')
  }
  await found.waitFor()
}

it('a meeting stands in the schedule by itself; the office adds lines, publishes, changes one, and everybody reads what was published', async () => {
  const { page } = office
  await callMeeting(office, { title: MEETING, hours: '14h-16h', member: deputy })

  await office.become(clerk)
  await open()
  await toWeekWith(MEETING)
  expect(await grid().getByText(MEETING).count()).toBe(2)
  await grid().locator(':focus').waitFor()
  await page.keyboard.press('Home')
  await write('Giao ban lãnh đạo Sở', '8h-9h30', {
    'Địa điểm': 'Phòng họp số 2',
    'Thành phần': 'Trưởng các phòng',
  })
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Bận, không ghi nội dung' }).check()
  await picture('line-sheet')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await grid().getByText('Bận').waitFor()
  await picture('draft')
  expect(await office.seriousFindings()).toEqual([])
  await grid().getByText(MEETING).first().click()
  const facts = page.getByRole('dialog', { name: MEETING })
  await facts.getByText('Ghi đủ nội dung').waitFor()
  await picture('meeting')
  expect(await office.seriousFindings()).toEqual([])
  await facts.getByText('Không đưa vào lịch').click()
  await grid().getByText(MEETING).first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Đưa vào lịch' }).click()
  await grid().getByText(MEETING).first().waitFor()
  await grid().locator('[tabindex="0"]').focus()
  await page.keyboard.press('Control+Enter')
  await office.toast(/^Đã công bố lịch tuần \d+, lần 1/).waitFor()

  await grid().getByText('Giao ban lãnh đạo Sở').click()
  await field(/^Nội dung/).waitFor()
  await page.getByRole('dialog').getByText('T4', { exact: true }).click()
  await field('Giờ').fill('14h-15h30')
  await page.keyboard.press('Control+Enter')
  await page.getByText('1 thay đổi chưa công bố').waitFor()
  await page.keyboard.press('v')
  await page.getByText('chuyển từ sáng thứ Hai sang chiều thứ Tư').waitFor()
  await picture('changes')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Công bố/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  await office.toast(/^Đã công bố lịch tuần \d+, lần 2/).waitFor()
  await page.getByText(/^Công bố lần 2/).waitFor()

  const printed = path.join(folder, 'week.pdf')
  await office.nextSaveTo(printed)
  await page.keyboard.press('Control+p')
  await office.toast(/^Đã lưu Lịch công tác tuần/).waitFor()
  expect((await readFile(printed)).subarray(0, 5).toString()).toBe('%PDF-')
  const calendar = path.join(folder, 'week.ics')
  await office.nextSaveTo(calendar)
  await page.getByRole('button', { name: 'Lưu .ics', exact: true }).click()
  await expect.poll(() => readFile(calendar).catch(() => null)).not.toBeNull()
  const read = readCalendar(await readFile(calendar))
  const events = read.ok ? componentsOf(read.calendar, 'vevent') : []
  expect(events.map((one) => textOf(one, 'summary')).toSorted()).toEqual(
    ['Bận', 'Giao ban lãnh đạo Sở', MEETING].toSorted(),
  )

  await office.become(specialist)
  await open()
  expect(await office.page.getByRole('button', { name: 'Dự thảo', exact: true }).count()).toBe(0)
  await toWeekWith('Giao ban lãnh đạo Sở')
  await picture('published')
  expect(await office.seriousFindings()).toEqual([])
})

it('is read by another program at an address of all leaders or of one, until it is ended', async () => {
  const { page } = office
  await page.keyboard.press('e')
  const sheet = page.getByRole('dialog', { name: 'Địa chỉ lịch công tác tuần' })
  const all = sheet.getByRole('region', { name: 'Tất cả lãnh đạo' })
  const one = sheet.getByRole('region', { name: new RegExp(`^${deputy}`) })
  const shown = () => sheet.getByLabel('Địa chỉ', { exact: true }).and(page.locator(':focus'))
  const summaries = async (address: string) => {
    const read = readCalendar(new Uint8Array(await (await fetch(address)).arrayBuffer()))
    return read.ok ? componentsOf(read.calendar, 'vevent').map((event) => textOf(event, 'summary')) : []
  }
  await all.getByRole('button', { name: 'Tạo địa chỉ' }).and(page.locator(':focus')).waitFor()
  await picture('week-addresses')
  await page.keyboard.press('Enter')
  const first = await shown().inputValue()
  expect(await summaries(first)).toEqual(expect.arrayContaining(['Bận', 'Giao ban lãnh đạo Sở', MEETING]))
  await one.getByRole('button', { name: 'Tạo địa chỉ' }).click()
  await one.getByLabel('Địa chỉ', { exact: true }).waitFor()
  const second = await shown().inputValue()
  expect(await summaries(second)).not.toContain('Giao ban lãnh đạo Sở')
  expect(await summaries(second)).toContain(MEETING)
  await picture('addresses')
  expect(await office.seriousFindings()).toEqual([])
  await all.getByRole('button', { name: 'Thu hồi' }).click()
  await all.getByText('Chưa có địa chỉ').waitFor()
  expect((await fetch(first)).status).toBe(404)
  expect((await fetch(second)).status).toBe(200)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
})
