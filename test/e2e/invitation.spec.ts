import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aScannedLetter } from '../builders/a-scanned-letter.ts'
import { callMeeting } from './drivers/call-meeting.ts'
import { Office } from './drivers/office.ts'
import { clerk, director, specialist, unitHead } from './effort/people.ts'

const SUBJECT = 'mời dự họp rà soát tiến độ sắp xếp đơn vị sự nghiệp'
const TITLE = 'Họp rà soát tiến độ sắp xếp đơn vị sự nghiệp'

let folder: string
let office: Office
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-invitation-'))
  office = await Office.open(path.join(folder, 'profile'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

it('a meeting is taken from a received invitation by M and Enter, and whoever goes answers it', async () => {
  const { page } = office
  await office.become(clerk)
  await office.goTo('Văn bản đến')
  await office.choose(SUBJECT)
  await page.keyboard.press('p')
  await office.toast(/^Đã/).waitFor()
  await office.box('Chờ bút phê')
  await office.choose(SUBJECT)
  await page.getByRole('button', { name: /^Vào lịch họp/ }).waitFor()
  await page.keyboard.press('m')
  const sheet = page.getByRole('dialog')
  await sheet.waitFor()
  const value = (name: string): Promise<string> => sheet.getByLabel(name, { exact: true }).inputValue()
  expect(await value('Nội dung họp')).toBe(TITLE)
  expect(await value('Địa điểm')).toBe('Phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh')
  expect(await value('Chủ trì')).toBe('Đồng chí Phó Chủ tịch Ủy ban nhân dân tỉnh')
  expect(await value('Giờ')).toMatch(/^14:00-16:00$/)
  await sheet.getByText(/^Trang 1: “Địa điểm: Phòng họp số 2/).waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Enter')
  await office.toast('Đã vào lịch họp').waitFor()

  await office.become(director)
  await office.goTo('Cuộc họp')
  await office.choose(TITLE)
  const pane = page.getByRole('article', { name: TITLE })
  await pane.getByText('Văn phòng Ủy ban nhân dân tỉnh').first().waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByLabel('Lý do vắng').fill('Họp Tỉnh ủy')
  await page
    .getByRole('dialog')
    .getByLabel(/^Người dự thay/)
    .fill('Đặng Thị Ngọc Hà')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await office.toast('Đã báo vắng').waitFor()
  await pane.getByText('→ Đặng Thị Ngọc Hà').waitFor()
})

it('a later letter of the same agency proposes what it changes, old beside new, by M and Enter', async () => {
  const { page } = office
  const later = 'thay đổi thời gian, địa điểm họp rà soát'
  await office.become(clerk)
  await office.goTo('Văn bản đến')
  await office.choose(later)
  await page.keyboard.press('p')
  await office.toast(/^Đã/).waitFor()
  await office.box('Chờ bút phê')
  await office.choose(later)
  await page.getByRole('button', { name: /^Cập nhật cuộc họp/ }).waitFor()
  await page.keyboard.press('m')
  const sheet = page.getByRole('dialog')
  await sheet.getByText(/^Trước: .*14:00–16:00/).waitFor()
  expect(await sheet.getByLabel('Giờ', { exact: true }).inputValue()).toBe('16:00-18:00')
  expect(await sheet.getByLabel('Địa điểm', { exact: true }).inputValue()).toBe(
    'Phòng họp số 5, trụ sở Ủy ban nhân dân tỉnh',
  )
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Enter')
  await office.toast('Đã cập nhật cuộc họp').waitFor()
  await sheet.waitFor({ state: 'detached' })
  await page.keyboard.press('m')
  const pane = page.getByRole('article', { name: TITLE })
  await pane.getByText('Cập nhật theo').waitFor()
  await pane.getByText(/16:00–18:00$/).waitFor()
})

it('other agencies are invited by a giấy mời that is drafted out of the meeting, with its calendar file', async () => {
  const { page } = office
  const title = 'Họp thống nhất danh mục vị trí việc làm'
  const field = (name: string) => page.getByRole('dialog').getByLabel(name, { exact: true })
  await callMeeting(office, { title })
  await page.getByRole('grid').first().focus()
  await page.keyboard.press('i')
  await field('Cơ quan').fill('so xay dung')
  await page.getByRole('option', { name: /Sở Xây dựng/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Đủ thành phần thể thức').waitFor()
  await page.getByText(/trân trọng kính mời: Sở Xây dựng/).waitFor()
  await page.getByText('Thời gian: từ 08 giờ 30 đến 11 giờ 00').waitFor()
  await page.getByText('lich-hop.ics').waitFor()
  expect(await office.seriousFindings()).toEqual([])
})

it('a guest from outside gets a calendar file, and what they send back stands beside their name', async () => {
  const { page } = office
  const title = 'Họp thống nhất danh mục vị trí việc làm'
  const field = (name: string) => page.getByRole('dialog').getByLabel(name)
  await office.goTo('Cuộc họp')
  await office.choose(title)
  await page.keyboard.press('u')
  await field('Khách mời ngoài cơ quan').fill('Nguyễn Văn An, Trường Cao đẳng, an@truong.example')
  await page.keyboard.press('Control+Enter')
  const pane = page.getByRole('article', { name: title })
  await pane.getByText('Trường Cao đẳng').waitFor()
  const invitation = path.join(folder, 'moi-hop.ics')
  await office.nextSaveTo(invitation)
  await pane.getByRole('button', { name: /^Lưu tệp mời/ }).click()
  await office.toast('moi-hop.ics').waitFor()
  const proposed = (await readFile(invitation, 'utf8'))
    .replace('METHOD:REQUEST', 'METHOD:COUNTER')
    .replace(/T083000/, 'T140000')
    .replace(/T110000/, 'T160000')
  const answer = path.join(folder, 'tra-loi.ics')
  await writeFile(answer, proposed)
  await office.nextFileIs(answer)
  await pane.getByRole('button', { name: 'Đọc tệp trả lời' }).click()
  await pane.getByText(/^Đề nghị họp .*14:00–16:00$/).waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await pane.getByRole('button', { name: 'Nhận giờ này' }).click()
  await pane
    .getByText(/14:00–16:00$/)
    .first()
    .waitFor()
  await pane.getByRole('button', { name: 'Lưu tệp mời .ics, lần 2' }).waitFor()
})

it('an invitation on paper is recognised from its picture, each value to be looked at before it is taken', async () => {
  const { page } = office
  const subject = 'mời họp thẩm định đề án vị trí việc làm'
  const tomorrow = new Date(Date.now() + 86_400_000)
  const [day, month, year] = [tomorrow.getDate(), tomorrow.getMonth() + 1, tomorrow.getFullYear()]
  const scan = path.join(folder, 'quet-giay-moi.png')
  const picture = await aScannedLetter({
    agency: 'SỞ Y TẾ',
    code: '215/SYT-TCCB',
    placeAndDate: `Minh Giang, ngày ${new Date().getDate()} tháng ${new Date().getMonth() + 1} năm ${new Date().getFullYear()}`,
    subject,
    lines: [
      'Sở Y tế trân trọng kính mời đại diện lãnh đạo Sở Nội vụ dự họp thẩm định đề án vị trí việc làm.',
      `Thời gian: 14 giờ 00 phút, ngày ${day}/${month}/${year}.`,
      'Địa điểm: Phòng họp số 3, trụ sở Sở Y tế.',
      'Chủ trì: Đồng chí Giám đốc Sở Y tế.',
    ],
  })
  await writeFile(scan, picture)
  await office.become(clerk)
  await office.goTo('Văn bản đến')
  await office.nextFileIs(scan)
  await page.getByRole('button', { name: 'Nhập bản quét' }).click()
  const paper = page.getByRole('article', { name: 'Văn bản giấy' })
  await paper.waitFor()
  await paper.getByLabel('Trích yếu').fill(subject)
  await page.keyboard.press('Control+Enter')
  await office.toast(/^Đã vào sổ 1 văn bản/).waitFor()
  await office.box('Chờ bút phê')
  await office.choose(subject)
  await page.getByRole('button', { name: /^Vào lịch họp/ }).waitFor()
  await page.keyboard.press('m')
  const sheet = page.getByRole('dialog')
  await sheet.getByText(/^Giấy mời là bản chụp: chữ do máy nhận dạng/).waitFor()
  const value = (name: string): Promise<string> => sheet.getByLabel(name, { exact: true }).inputValue()
  expect(await value('Địa điểm')).toBe('Phòng họp số 3, trụ sở Sở Y tế')
  expect(await value('Chủ trì')).toBe('Đồng chí Giám đốc Sở Y tế')
  expect(await value('Giờ')).toBe('14:00-16:00')
  await sheet.getByText(/^Chưa chắc, xem lại\. Trang 1: “Địa điểm: Phòng họp số 3/).waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Enter')
  await office.toast('Đã vào lịch họp').waitFor()
})

it('a member proposes another time, and whoever runs the meeting takes it out of their own work', async () => {
  const { page } = office
  const title = 'Họp góp ý kế hoạch tuyển dụng'
  await callMeeting(office, { title })
  await office.become(unitHead)
  await office.goTo('Cuộc họp')
  await office.choose(title)
  const pane = page.getByRole('article', { name: title })
  await pane.getByRole('button', { name: /^Dự họp/ }).waitFor()
  await page.keyboard.press('o')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Giờ', { exact: true }).fill('14h-16h')
  await sheet.getByLabel(/^Lý do/).fill('Sáng họp giao ban')
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await office.toast(/^Đã đề nghị họp .*14:00–16:00$/).waitFor()
  await pane.getByText(/^Đề nghị họp .*14:00–16:00$/).waitFor()
  expect(await pane.getByRole('button', { name: 'Nhận giờ này' }).count()).toBe(0)

  await office.become(specialist)
  await office.goTo('Việc của tôi')
  const work = page.getByRole('row').filter({ hasText: title })
  await work.getByText('Đề nghị đổi giờ họp').waitFor()
  await office.choose(title)
  await pane.getByText(/^Hiện họp .*08:30–11:00$/).waitFor()
  await pane.getByText(/^Đề nghị họp .*14:00–16:00$/).waitFor()
  await pane.getByText('Sáng họp giao ban').waitFor()
  expect(await office.seriousFindings()).toEqual([])
  await pane.getByRole('button', { name: 'Nhận giờ này' }).click()
  await work.waitFor({ state: 'detached' })
  await office.goTo('Cuộc họp')
  await office.choose(title)
  await pane
    .getByText(/14:00–16:00$/)
    .first()
    .waitFor()
  await expect.poll(() => pane.getByText(/^Đề nghị họp/).count()).toBe(0)
})
