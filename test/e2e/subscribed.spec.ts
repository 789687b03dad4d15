import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCalendarText } from '../builders/a-calendar-text.ts'
import { myItem, openMyCalendar } from './drivers/my-calendar.ts'
import { Office } from './drivers/office.ts'
import { specialist } from './effort/people.ts'

let folder: string
let office: Office
let server: Server
let origin: string

const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
const calendar = aCalendarText(
  [
    [`DTSTART:${day}T020000Z`, `DTEND:${day}T030000Z`, 'SUMMARY:Hội nghị toàn tỉnh', 'LOCATION:Hội trường A'],
    [`DTSTART;VALUE=DATE:${day}`, 'SUMMARY:Ngày truyền thống'],
  ],
  ['X-WR-CALNAME:Lịch UBND tỉnh'],
)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-subscribed-'))
  server = createServer((request, response) => {
    if (request.url === '/lich.ics?token=bi-mat') response.end(calendar)
    else response.writeHead(request.url === '/loi.ics' ? 503 : 404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  office = await Office.open(path.join(folder, 'profile'))
})
afterAll(async () => {
  await office.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const picture = (name: string): Promise<void> => office.pictured(name)

const item = (words: string | RegExp) => myItem(office, words)
const sheet = (name: string) => office.page.getByRole('dialog', { name })
const line = (name: string) => sheet('Lịch ở nơi khác').getByRole('listitem').filter({ hasText: name })

async function openSheet(): Promise<void> {
  await office.page.keyboard.press('e')
  await sheet('Lịch ở nơi khác').waitFor()
}

async function subscribe(address: string, name = ''): Promise<void> {
  await sheet('Lịch ở nơi khác').getByRole('button', { name: 'Đăng ký lịch' }).click()
  const form = sheet('Đăng ký lịch')
  await form.getByLabel('Địa chỉ lịch').fill(address)
  await form.getByLabel('Tên', { exact: false }).last().fill(name)
}

it('shows a calendar that was subscribed to, tells what keeps others from being read, and copies an event', async () => {
  const { page } = office
  await office.become(specialist)
  await openMyCalendar(office)
  await openSheet()
  await subscribe(`${origin}/khong-co.ics`)
  await page.keyboard.press('Control+Enter')
  await sheet('Đăng ký lịch').getByText('Không có lịch ở địa chỉ này').waitFor()
  await picture('refused')
  expect(await office.seriousFindings()).toEqual([])
  await sheet('Đăng ký lịch').getByLabel('Địa chỉ lịch').fill('https://10.0.0.1/lich.ics')
  await page.keyboard.press('Control+Enter')
  await sheet('Đăng ký lịch').getByText('Địa chỉ thuộc mạng nội bộ').waitFor()
  await sheet('Đăng ký lịch').getByLabel('Địa chỉ lịch').fill(`${origin}/lich.ics?token=bi-mat`)
  await sheet('Đăng ký lịch').getByLabel('Tính là giờ bận của tôi').check()
  await page.keyboard.press('Control+Enter')
  await line('Lịch UBND tỉnh').getByText('2 mục').waitFor()
  await line('Lịch UBND tỉnh').getByText('Tính là bận').waitFor()
  await subscribe(`${origin}/loi.ics`, 'Lịch đang hỏng')
  await page.keyboard.press('Control+Enter')
  await line('Lịch đang hỏng').getByText('Nơi giữ lịch báo lỗi').waitFor()
  await picture('sheet')
  expect(await office.seriousFindings()).toEqual([])
  expect(await sheet('Lịch ở nơi khác').textContent()).not.toContain('bi-mat')
  await page.keyboard.press('Escape')
  await sheet('Lịch ở nơi khác').waitFor({ state: 'detached' })

  await item(/Lịch đăng ký xem, Hội nghị toàn tỉnh.*09:00–10:00 · Lịch UBND tỉnh · Hội trường A/).waitFor()
  await item(/Ngày truyền thống.*Lịch UBND tỉnh/).waitFor()
  await picture('week')
  await item(/Hội nghị toàn tỉnh/).click()
  await sheet('Hội nghị toàn tỉnh').getByText('Lịch UBND tỉnh').waitFor()
  await picture('facts')
  await sheet('Hội nghị toàn tỉnh').getByRole('button', { name: 'Chép vào lịch của tôi' }).click()
  await office.toast('Đã nhập 1 mục lịch').waitFor()
  await item(/^Lịch hẹn, Hội nghị toàn tỉnh.*trùng giờ/).waitFor()
})

it('stays without a node, and goes when it is removed', async () => {
  const { page } = office
  await office.goTo('Luyện tập')
  await page.getByRole('button', { name: 'Ngắt mạng thử' }).click()
  await page.getByText('Trục luyện tập: đã dừng').waitFor()
  await openMyCalendar(office)
  await item(/Lịch đăng ký xem, Hội nghị toàn tỉnh/).waitFor()
  await openSheet()
  await sheet('Lịch ở nơi khác').getByText('đây là bản đã lưu trên máy').waitFor()
  await line('Lịch UBND tỉnh').waitFor()
  await picture('offline')
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.keyboard.press('Escape')
  await sheet('Lịch ở nơi khác').waitFor({ state: 'detached' })
  await office.goTo('Luyện tập')
  await page.getByRole('button', { name: 'Nối lại mạng' }).click()
  await page.getByText('Trục luyện tập: đang chạy').waitFor()
  await openMyCalendar(office)
  await openSheet()
  await line('Lịch UBND tỉnh').getByRole('button', { name: 'Gỡ' }).click()
  await line('Lịch UBND tỉnh').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await sheet('Lịch ở nơi khác').waitFor({ state: 'detached' })
  await item(/Lịch đăng ký xem/)
    .first()
    .waitFor({ state: 'detached' })
  await item(/^Lịch hẹn, Hội nghị toàn tỉnh/).waitFor()
})
