import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { vietnamTime } from '../../shared/exchange/calendar/calendar-time.ts'
import { answer, counter } from '../../shared/exchange/calendar/itip/answer.ts'
import { receiveMessage } from '../../shared/exchange/calendar/itip/receive.ts'
import type { Reading } from '../../shared/exchange/calendar/itip/received.ts'
import { componentsOf, textOf, type JComponent } from '../../shared/exchange/calendar/jcal.ts'
import { calendarOf } from '../../shared/exchange/calendar/personal/entry-calendar.ts'
import { readCalendar } from '../../shared/exchange/calendar/read-calendar.ts'
import { writeCalendar } from '../../shared/exchange/calendar/write-calendar.ts'
import { zonesOf } from '../../shared/exchange/calendar/zones.ts'
import { myItem, openMyCalendar } from './drivers/my-calendar.ts'
import { Office } from './drivers/office.ts'
import { specialist } from './effort/people.ts'

let folder: string
let office: Office
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-guests-'))
  office = await Office.open(path.join(folder, 'profile'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const picture = (name: string): Promise<void> => office.pictured(name)

const item = (words: string | RegExp) => myItem(office, words)
const sheet = () => office.page.getByRole('dialog')
/** Waits until the sheet's own act has the keys. */
const focused = (name: RegExp) =>
  sheet().getByRole('button', { name }).and(office.page.locator(':focus')).waitFor()

/** Reads the file that is written when this is done. */
async function saved(name: string, act: () => Promise<void>): Promise<JComponent> {
  const file = path.join(folder, name)
  await office.nextSaveTo(file)
  await act()
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('END:VCALENDAR')
  return read(await readFile(file, 'utf8'))
}

function read(text: string): JComponent {
  const found = readCalendar(new TextEncoder().encode(text))
  if (!found.ok) throw new Error(found.error.code)
  return found.calendar
}

/** Opens a file that somebody sent. */
async function open(name: string, calendar: JComponent): Promise<void> {
  const file = path.join(folder, name)
  await writeFile(file, writeCalendar(calendar))
  await office.nextFileIs(file)
  await office.page.keyboard.press('o')
  await sheet().waitFor()
}

/** A guest's own program, which has this invitation. */
class Guest {
  readonly #reading: Reading
  readonly #uid: string

  constructor(invitation: JComponent, address: string) {
    const reading = {
      ...{ calendar: calendarOf([]), zones: zonesOf(invitation), me: [`mailto:${address}`] },
      ...{ from: undefined, nowMs: Date.now() },
    }
    const received = receiveMessage(invitation, reading)
    this.#reading = { ...reading, calendar: received.calendar }
    this.#uid = textOf(componentsOf(invitation, 'vevent')[0] ?? invitation, 'uid') ?? ''
  }
  says(partstat: 'ACCEPTED' | 'DECLINED'): JComponent {
    const to = { uid: this.#uid, occurrenceMs: undefined, comment: 'Tôi mang theo tài liệu' }
    const done = answer({ ...this.#reading, nowMs: Date.now() }, to, partstat)
    if (typeof done === 'string') throw new Error(done)
    return done.message.calendar
  }
  /** Sends somebody in their place. */
  sends(address: string): JComponent {
    const text = new TextDecoder().decode(writeCalendar(this.says('ACCEPTED'))).replace(/\r\n /g, '')
    return read(text.replace('PARTSTAT=ACCEPTED', `PARTSTAT=DELEGATED;DELEGATED-TO="mailto:${address}"`))
  }
  proposes(startMs: number): JComponent {
    const to = { uid: this.#uid, occurrenceMs: undefined, comment: undefined }
    const time = { start: vietnamTime(startMs), end: vietnamTime(startMs + 3_600_000), location: undefined }
    const done = counter({ ...this.#reading, nowMs: Date.now() }, to, time)
    if (typeof done === 'string') throw new Error(done)
    return done.message.calendar
  }
}
/** The same event as somebody has it who was not called: they put themselves on the list. */
const forwardedTo = (invitation: JComponent, address: string): JComponent =>
  read(new TextDecoder().decode(writeCalendar(invitation)).replaceAll('binh@cty.example', address))
const startOf = (invitation: JComponent): number =>
  Date.parse(`${textOf(componentsOf(invitation, 'vevent')[0] ?? invitation, 'dtstart') ?? ''}+07:00`)
const methodOf = (calendar: JComponent): string | undefined => textOf(calendar, 'method')

it('guests are called, answer, are told of changes, propose another time, and are told that it is off', async () => {
  const { page } = office
  await office.become(specialist)
  await openMyCalendar(office)
  await page.keyboard.press('m')
  await page.keyboard.insertText('9h30 thứ tư tuần sau gặp đoàn tại phòng 2')
  await page.keyboard.press('Enter')
  await item(/Gặp đoàn.*09:30–10:30 · phòng 2/).waitFor()
  await page.keyboard.press('Escape')
  await item(/Gặp đoàn/).focus()
  await page.keyboard.press('Enter')
  await sheet()
    .getByLabel(/^Khách mời ngoài cơ quan/)
    .fill('Nguyễn Văn An, an@truong.example\nLê Bình')
  await page.getByText('Thiếu địa chỉ thư: Lê Bình').waitFor()
  await sheet()
    .getByLabel(/^Khách mời ngoài cơ quan/)
    .fill('Nguyễn Văn An, an@truong.example\nLê Bình, binh@cty.example')
  await sheet().getByLabel('Địa chỉ thư của tôi').fill('nam@so.example')
  await picture('guest-fields')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await focused(/^Lưu tệp mời cho 2 khách/)
  await picture('guests-untold')
  expect(await office.seriousFindings()).toEqual([])
  const first = await saved('moi.ics', () => page.keyboard.press('Control+Enter'))
  expect(methodOf(first)).toBe('REQUEST')
  await page.getByText('Mọi khách đã được báo').waitFor()
  await page.keyboard.press('Escape')
  await item(/Gặp đoàn.*0\/2 khách nhận lời/).waitFor()

  const an = new Guest(first, 'an@truong.example')
  const accepted = an.says('ACCEPTED')
  await open('an-1.ics', accepted)
  await page.getByRole('heading', { name: 'Nguyễn Văn An trả lời: Gặp đoàn' }).waitFor()
  await page.getByText('Tôi mang theo tài liệu').waitFor()
  await focused(/^Ghi nhận trả lời/)
  await picture('guest-reply')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await item(/Gặp đoàn.*1\/2 khách nhận lời/).waitFor()

  await item(/Gặp đoàn/).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await item(/Gặp đoàn.*09:45–10:45.*0\/2 khách nhận lời.*2 khách chưa được báo/).waitFor()
  await picture('guests-to-tell')
  await open('an-2.ics', new Guest(first, 'an@truong.example').says('DECLINED'))
  await page.getByText(/^Trả lời cho bản mời trước khi thay đổi/).waitFor()
  await focused(/^Đóng/)
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })
  await item(/Gặp đoàn/).focus()
  await page.keyboard.press('k')
  await sheet().getByText('Chưa báo thay đổi').first().waitFor()
  await focused(/^Lưu tệp mời cho 2 khách/)
  const second = await saved('moi-2.ics', () => page.keyboard.press('Control+Enter'))
  await page.getByText('Mọi khách đã được báo').waitFor()
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })

  await open('la.ics', new Guest(forwardedTo(second, 'la@x.example'), 'la@x.example').says('ACCEPTED'))
  await page.getByText(/^la@x\.example không có trong danh sách khách/).waitFor()
  await focused(/^Đóng/)
  await picture('guest-stranger')
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })
  await item(/Gặp đoàn.*0\/2 khách nhận lời/).waitFor()

  const proposal = new Guest(second, 'binh@cty.example').proposes(startOf(second) + 5 * 3_600_000)
  await open('binh-1.ics', proposal)
  await page.getByRole('heading', { name: 'Lê Bình đề nghị giờ khác: Gặp đoàn' }).waitFor()
  await focused(/^Nhận giờ này/)
  await picture('guest-counter')
  expect(await office.seriousFindings()).toEqual([])
  const kept = await saved('giu-gio.ics', () => page.keyboard.press('g'))
  expect(methodOf(kept)).toBe('DECLINECOUNTER')
  await sheet().waitFor({ state: 'detached' })
  await item(/Gặp đoàn.*09:45–10:45/).waitFor()
  await open('binh-2.ics', proposal)
  await focused(/^Nhận giờ này/)
  const third = await saved('moi-3.ics', () => page.keyboard.press('n'))
  expect([methodOf(third), startOf(third)]).toEqual(['REQUEST', startOf(second) + 5 * 3_600_000])
  await item(/Gặp đoàn.*14:45–15:45.*0\/2 khách nhận lời$/).waitFor()

  await open('an-3.ics', new Guest(third, 'an@truong.example').sends('vu@truong.example'))
  await sheet().getByText('Cử đi thay').waitFor()
  await sheet().getByText('vu@truong.example').waitFor()
  await focused(/^Ghi nhận trả lời/)
  await picture('guest-delegate')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await item(/Gặp đoàn.*0\/3 khách nhận lời/).waitFor()
  await item(/Gặp đoàn/).focus()
  await page.keyboard.press('k')
  await sheet()
    .getByRole('listitem')
    .filter({ hasText: 'an@truong.example' })
    .getByText('Cử người khác')
    .waitFor()
  await picture('guests')
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })

  await item(/Gặp đoàn/).focus()
  await page.keyboard.press('Delete')
  await focused(/^Lưu tệp báo hủy cho 2 khách/)
  const off = await saved('huy.ics', () => page.keyboard.press('Control+Enter'))
  expect(methodOf(off)).toBe('CANCEL')
  await page.getByText('Mọi khách đã được báo').waitFor()
  await page.keyboard.press('Escape')
  await item(/Gặp đoàn.*đã hủy/).focus()
  await page.keyboard.press('Delete')
  await item(/Gặp đoàn/).waitFor({ state: 'detached' })
})
