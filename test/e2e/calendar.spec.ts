import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { componentsOf, propertyOf, textOf } from '../../shared/exchange/calendar/jcal.ts'
import { readCalendar } from '../../shared/exchange/calendar/read-calendar.ts'
import { myItem, myWeek, openMyCalendar } from './drivers/my-calendar.ts'
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

const picture = (name: string): Promise<void> => office.pictured(name)

const week = () => myWeek(office)
const item = (words: string | RegExp) => myItem(office, words)
const quick = () => office.page.getByLabel('Ghi nhanh lịch')
const field = (name: string | RegExp) => office.page.getByRole('dialog').getByLabel(name)

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
  await openMyCalendar(office)
  await write('9h30 thứ tư tuần sau họp tổ tại phòng 2')
  await item(/Họp tổ.*09:30–10:30 · phòng 2/).waitFor()
  await page.keyboard.press('m')
  await page.keyboard.insertText('10h thứ tư tuần sau gặp đoàn kiểm tra')
  await page.getByText('Trùng giờ: Họp tổ').waitFor()
  await picture('quick-line')
  await page.keyboard.press('Enter')
  await item(/Gặp đoàn kiểm tra.*10:00–11:00.*trùng giờ/).waitFor()
  await page.getByText('2 mục trùng giờ').waitFor()
  expect(await office.seriousFindings()).toEqual([])

  await item(/Gặp đoàn/).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await item(/Gặp đoàn kiểm tra.*10:15–11:15.*trùng giờ/).waitFor()
  await page.keyboard.press('Alt+ArrowDown')
  await item(/Gặp đoàn kiểm tra.*10:30–11:30$/).waitFor()
  await page.getByText('mục trùng giờ').waitFor({ state: 'detached' })

  await item(/Họp tổ/).focus()
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

  await item(/Gặp đoàn/).focus()
  await page.keyboard.press('Delete')
  await item(/Gặp đoàn/).waitFor({ state: 'detached' })
  await office.toast(/^Đã bỏ lịch/).waitFor()
  await page.getByRole('button', { name: /^Hoàn tác/ }).click()
  await item(/Gặp đoàn/).waitFor()
  await picture('week')
  await item(/Gặp đoàn/).focus()
  await page.keyboard.press('v')
  await picture('day')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('v')

  const file = path.join(folder, 'mine.ics')
  await office.nextSaveTo(file)
  await page.getByRole('button', { name: 'Các việc khác' }).click()
  await page.getByRole('menuitem', { name: 'Lưu .ics' }).click()
  await expect.poll(() => readFile(file).catch(() => null)).not.toBeNull()
  const read = readCalendar(await readFile(file))
  const events = read.ok ? componentsOf(read.calendar, 'vevent') : []
  const series = events.find((one) => textOf(one, 'summary') === 'Giao ban tổ')
  expect(series && propertyOf(series, 'exdate')).toBeDefined()
})

const calendarFile = async (name: string, ...lines: readonly string[]): Promise<string> => {
  const file = path.join(folder, name)
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//VI', ...lines, 'END:VCALENDAR', '']
  await writeFile(file, text.join('\r\n'))
  return file
}
/** Tomorrow at the agency. */
const tomorrow = (): string =>
  new Date(Date.now() + (7 + 24) * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
const invitation = (organizer: string, ...more: readonly string[]): readonly string[] => [
  'BEGIN:VEVENT',
  'UID:lien-nganh@tinh.example',
  'DTSTAMP:20261101T000000Z',
  `DTSTART;TZID=Asia/Ho_Chi_Minh:${tomorrow()}T133000`,
  'DURATION:PT1H',
  'SUMMARY:Họp liên ngành',
  `ORGANIZER;CN=Văn phòng tỉnh:mailto:${organizer}`,
  'ATTENDEE;RSVP=TRUE:mailto:an@so.example',
  'ATTENDEE;RSVP=TRUE:mailto:binh@so.example',
  ...more,
  'END:VEVENT',
]

async function open(file: string): Promise<void> {
  await office.nextFileIs(file)
  await office.page.keyboard.press('o')
  await office.page.getByRole('dialog').waitFor()
}

it('a file brings appointments and invitations; who called alone changes them or calls them off', async () => {
  const { page } = office
  await office.become(specialist)
  await openMyCalendar(office)
  const event = (uid: string, words: string) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
    `DTSTART;TZID=Asia/Ho_Chi_Minh:${tomorrow()}T150000`,
    'DURATION:PT1H',
    `SUMMARY:${words}`,
    'X-GHI-CHU:giữ lại',
    'END:VEVENT',
  ]
  await open(await calendarFile('two.ics', ...event('a', 'Tập huấn'), ...event('b', 'TỐI MẬT')))
  await page.getByText('Có dấu chỉ độ mật').waitFor()
  await picture('import')
  expect(await office.seriousFindings()).toEqual([])
  await page.getByRole('button', { name: /^Nhập 1 mục/ }).click()
  await office.toast('Đã nhập 1 mục lịch').waitFor()
  await page.keyboard.press('Home')
  await week().waitFor()

  await open(await calendarFile('moi.ics', 'METHOD:REQUEST', ...invitation('vp@tinh.example')))
  await page.getByRole('heading', { name: 'Lời mời: Họp liên ngành' }).waitFor()
  await page.getByRole('radio', { name: 'an@so.example' }).check({ force: true })
  await picture('invitation')
  expect(await office.seriousFindings()).toEqual([])
  const reply = path.join(folder, 'tra-loi.ics')
  await office.nextSaveTo(reply)
  await page.getByRole('button', { name: /^Lưu tệp trả lời/ }).click()
  await expect.poll(() => readFile(reply, 'utf8').catch(() => '')).toContain('METHOD:REPLY')
  expect(await readFile(reply, 'utf8')).toMatch(/PARTSTAT=ACCEPTED/)

  const off = (organizer: string) => [
    'METHOD:CANCEL',
    ...invitation(organizer, 'SEQUENCE:1', 'STATUS:CANCELLED'),
  ]
  await open(await calendarFile('gia.ics', ...off('gia@tinh.example')))
  await page.getByText('Người gửi khác với người đã mời').waitFor()
  await picture('forged')
  await page.keyboard.press('Escape')
  await open(await calendarFile('huy.ics', ...off('vp@tinh.example')))
  await page.getByRole('button', { name: /^Ghi nhận vào lịch/ }).click()
  await office.toast(/^Đã cập nhật lịch/).waitFor()
})

it('one is reminded of an appointment once, as it wishes itself', async () => {
  const { page } = office
  const at = (minutes: number): string =>
    new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '') + 'Z'
  const soon = [
    ...['BEGIN:VEVENT', 'UID:nhac', 'DTSTAMP:20261101T000000Z', `DTSTART:${at(12)}`, 'DURATION:PT30M'],
    ...['SUMMARY:Gọi điện cho tỉnh', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT15M', 'END:VALARM'],
    'END:VEVENT',
  ]
  await open(await calendarFile('nhac.ics', ...soon))
  await page.getByRole('button', { name: /^Nhập 1 mục/ }).click()
  const line = page.getByRole('status').filter({ hasText: 'Gọi điện cho tỉnh' })
  await line.waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await picture('appointment-reminder')
  expect(await office.seriousFindings()).toEqual([])
  await office.goTo('Cuộc họp')
  await page.keyboard.press('Shift+F9')
  await week().waitFor()
  await line.waitFor({ state: 'detached' })
  await office.goTo('Cuộc họp')
  await openMyCalendar(office)
  expect(await line.count()).toBe(0)
})

it('is read by another program at an address that is made and ended', async () => {
  const { page } = office
  await page.getByRole('button', { name: 'Lịch ở nơi khác' }).click()
  await page.getByRole('button', { name: 'Tạo địa chỉ' }).last().click()
  const address = await page.getByRole('dialog').getByLabel('Địa chỉ', { exact: true }).inputValue()
  await picture('address')
  expect(await office.seriousFindings()).toEqual([])
  expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR')
  await page.getByRole('button', { name: 'Thu hồi' }).click()
  await page.getByRole('button', { name: 'Thu hồi' }).waitFor({ state: 'detached' })
  expect((await fetch(address)).status).toBe(404)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

it('is seen by nobody else', async () => {
  await office.become(unitHead)
  await openMyCalendar(office)
  await office.page.keyboard.press('PageDown')
  await week().waitFor()
  expect(await item(/Giao ban tổ|Gặp đoàn/).count()).toBe(0)
})

it('a calendar file that came with a letter is taken into one’s calendar without leaving the letter', async () => {
  const { page } = office
  const subject = 'thông báo lịch tuyên truyền'
  await office.become(specialist)
  await office.goTo('Nhận để biết')
  await office.choose(subject)
  const pane = page.getByRole('article', { name: subject })
  await pane.getByRole('button', { name: /^Vào lịch của tôi/ }).waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('l')
  await page.getByRole('heading', { name: 'Nhập lịch từ tệp' }).waitFor()
  await page.getByText('Phổ biến quy định về chữ ký số').waitFor()
  await picture('letter-calendar-import')
  await page.keyboard.press('Control+Enter')
  await office.toast('Đã nhập 3 mục lịch').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await pane.getByRole('tab', { name: 'Tóm tắt' }).click()
  const file = pane.getByRole('listitem').filter({ hasText: 'lich-tuyen-truyen.ics' })
  await picture('letter-calendar')
  await file.getByRole('button', { name: 'Vào lịch của tôi' }).click()
  await page.getByText('Đã có: 3').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await openMyCalendar(office)
  await page.keyboard.press('PageDown')
  await expect.poll(() => item(/Tuyên truyền Luật|Phổ biến quy định/).count()).toBeGreaterThan(0)
})

it('colleagues are called to an appointment: the meeting has its words, hours and place, and takes its place', async () => {
  const { page } = office
  await office.become(specialist)
  await openMyCalendar(office)
  await write('14h-15h30 thứ năm tuần sau rà soát hồ sơ tại phòng 3')
  await item(/Rà soát hồ sơ.*14:00–15:30/).focus()
  await page.getByRole('button', { name: /^Mời đồng nghiệp/ }).waitFor()
  await picture('call-verb')
  await page.keyboard.press('c')
  await field('Nội dung họp').and(page.locator(':focus')).waitFor()
  expect(await field('Nội dung họp').inputValue()).toBe('Rà soát hồ sơ')
  expect(await field('Giờ').inputValue()).toBe('14:00-15:30')
  expect(await field('Địa điểm').inputValue()).toBe('phòng 3')
  await field('Chủ trì').fill(unitHead)
  await page.keyboard.press('Enter')
  await picture('call-sheet')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article', { name: 'Rà soát hồ sơ' }).waitFor()
  await office.toast(/^Đã thay lịch hẹn .* bằng cuộc họp/).waitFor()
  await picture('called')
})
