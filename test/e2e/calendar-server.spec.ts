import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { practiceAgencies } from '../../backbone/practice/province/people.ts'
import { calendarServersOf } from '../../backbone/practice/open-practice.ts'
import { onServer } from '../builders/calendar-on-server.ts'
import { makeKeyFileIn, nodeKeyIn } from '../builders/node-key.ts'
import { Radicale } from '../builders/radicale.ts'
import { Office } from './drivers/office.ts'
import { clerk, specialist } from './effort/people.ts'

const USER = 'mai.anh'
const PASSWORD = 'mật khẩu của tôi'

let folder: string
let radicale: Radicale
let office: Office
let servers: Awaited<ReturnType<typeof calendarServersOf>>
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-calendar-server-'))
  radicale = await Radicale.start()
  radicale.letIn(USER, PASSWORD)
  const profile = path.join(folder, 'profile')
  const keyFile = await makeKeyFileIn(folder)
  office = await Office.open(profile, keyFile)
  servers = await calendarServersOf(path.join(profile, 'practice-node'), await nodeKeyIn(folder))
})
afterAll(async () => {
  await office.close()
  await radicale.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

const picture = (name: string): Promise<void> => office.pictured(name)
const agency = practiceAgencies[0]!.agency.id
const section = () => office.page.getByRole('region', { name: 'Máy chủ lịch của cơ quan' })
const button = (name: string) => section().getByRole('button', { name, exact: true })
const collection = () => ({
  url: `${radicale.base}${USER}/congso/`,
  user: USER,
  password: PASSWORD,
})
const titles = async (): Promise<readonly string[]> => [...(await onServer(collection())).keys()]

async function goToSchedule(): Promise<void> {
  await office.page.keyboard.press('g')
  await office.page.keyboard.press('w')
  await office.page.getByRole('heading', { name: 'Lịch công tác', level: 1 }).waitFor()
}

it('one’s own calendar goes to the server that was named, follows what is written here, and is taken away when it ends', async () => {
  const { page } = office
  await office.become(specialist)
  await goToSchedule()
  await page.keyboard.press('l')
  await page.getByRole('group', { name: 'Lịch của tôi' }).waitFor()
  await page.keyboard.press('e')
  await section().getByText('Hệ thống chưa khai báo máy chủ lịch').waitFor()
  await page.keyboard.press('Escape')
  await servers.people.set(agency, radicale.base)

  await page.keyboard.press('e')
  await section().getByLabel('Tên đăng nhập').fill(USER)
  await section().getByLabel('Mật khẩu').fill('sai')
  await page.keyboard.press('Enter')
  await section().getByRole('alert').getByText('Sai tên đăng nhập hoặc mật khẩu').waitFor()
  await picture('server-form')
  expect(await office.seriousFindings()).toEqual([])
  await section().getByLabel('Mật khẩu').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await section()
    .getByText(/^Đã đưa lên/)
    .waitFor()
  await button('Đổi mật khẩu').and(page.locator(':focus')).waitFor()
  await picture('server-account')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Escape')

  await page.keyboard.press('m')
  await page.getByLabel('Ghi nhanh lịch').and(page.locator(':focus')).waitFor()
  await page.keyboard.insertText('9h30 thứ tư tuần sau họp tổ tại phòng 2')
  await page.keyboard.press('Enter')
  await expect.poll(titles, { timeout: 20_000 }).toContain('Họp tổ')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await radicale.stop()
  await page.keyboard.press('e')
  await button('Đưa lên ngay').click()
  await section().getByText('Chưa kết nối được với máy chủ lịch').waitFor()
  await section()
    .getByText(/^Tự thử lại lúc/)
    .waitFor()
  await picture('server-away')
  expect(await office.seriousFindings()).toEqual([])
  await radicale.startAgain()
  await button('Đưa lên ngay').click()
  await section().getByText('Chưa kết nối được với máy chủ lịch').waitFor({ state: 'detached' })

  await button('Ngừng đưa lên').click()
  await section()
    .getByRole('checkbox', { name: 'Xóa các mục đã đưa lên' })
    .and(page.locator(':checked'))
    .waitFor()
  await picture('server-end')
  await page.keyboard.press('Enter')
  await section().getByLabel('Tên đăng nhập').waitFor()
  expect(await titles()).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

it('whoever publishes the weekly schedule sees that what was published before goes to the server named now', async () => {
  const { page } = office
  await office.become(clerk)
  await goToSchedule()
  const grid = page.getByRole('grid', { name: 'Lịch công tác' })
  await page.getByRole('button', { name: /^Thêm lịch/ }).click()
  const words = page.getByRole('dialog').getByLabel(/^Nội dung/)
  await words.and(page.locator(':focus')).waitFor()
  await words.fill('Giao ban lãnh đạo Sở')
  await page.keyboard.press('Control+Enter')
  await grid.getByText('Giao ban lãnh đạo Sở').first().waitFor()
  await page.getByRole('button', { name: /^Công bố/ }).click()
  await office.toast(/^Đã công bố lịch tuần/).waitFor()
  const server = radicale.collection('lich-tuan')
  await servers.weeks.set(agency, server)
  await office.goTo('Việc của tôi')
  await goToSchedule()
  await page.getByText(`Máy chủ lịch ${new URL(server.url).host}`).waitFor()
  await page.getByText(/^Đã đưa lên .* · [1-9]\d* mục$/).waitFor()
  expect((await onServer(server)).size).toBeGreaterThan(0)
  await picture('server-weeks')
  expect(await office.seriousFindings()).toEqual([])
})
