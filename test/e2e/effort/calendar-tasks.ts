import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DeskSteps } from './desk-steps.ts'
import type { EffortTask } from './effort-task.ts'
import { director, specialist, unitHead } from './people.ts'

const SERIES = 'Giao ban chuyên môn'
const APPOINTMENT = 'Trao đổi với tổ công tác'

const field = ({ page }: DeskSteps, name: string) =>
  page.getByRole('dialog').getByLabel(name, { exact: true })
const dialogGone = ({ page }: DeskSteps): Promise<void> =>
  page.getByRole('dialog').waitFor({ state: 'detached' })
const dateOf = (desk: DeskSteps, number: number) => desk.row(`${SERIES} · Buổi ${number}/4`)

async function toMine(desk: DeskSteps): Promise<void> {
  await desk.press('g', 'w')
  await desk.page.getByRole('heading', { name: 'Lịch công tác', level: 1 }).waitFor()
  await desk.press('l')
  await desk.page.getByRole('group', { name: 'Lịch của tôi' }).waitFor()
}

/** Meetings that come again, one's own calendar, and addresses of the schedule. */
export const calendarTasks: readonly EffortTask[] = [
  {
    name: 'A weekly meeting called for four weeks',
    role: 'specialist',
    person: specialist,
    script:
      'M · words · Tab · 7n · Tab · 8h-9h · Tab · → · Tab · 4 · place · chair · Enter · Tab · a name · Enter · Ctrl Enter',
    budget: 14,
    before: async (desk) => {
      await desk.office.goTo('Cuộc họp')
      await desk.verbReady('Mời họp')
    },
    work: async (desk) => {
      const { page } = desk
      const write = (words: string): Promise<void> => page.keyboard.insertText(words)
      const choose = async (label: string, name: string): Promise<void> => {
        await field(desk, label).and(page.locator(':focus')).waitFor()
        await write(name)
        await page.getByRole('option', { name }).first().waitFor()
        await desk.press('Enter')
      }
      await desk.press('m')
      await field(desk, 'Nội dung họp').and(page.locator(':focus')).waitFor()
      await write(SERIES)
      await desk.press('Tab')
      await write('7n')
      await desk.press('Tab')
      await write('8h-9h')
      await desk.press('Tab', 'ArrowRight', 'Tab')
      await field(desk, 'Số buổi, hoặc đến hết ngày').and(page.locator(':focus')).waitFor()
      await write('4')
      await field(desk, 'Địa điểm').click()
      await write('Phòng họp số 2')
      await field(desk, 'Chủ trì').click()
      await choose('Chủ trì', director)
      await desk.press('Tab')
      await choose('Thành phần dự họp', unitHead)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Gửi giấy mời 4 buổi/ })
        .waitFor()
      await desk.press('Control+Enter')
      await dialogGone(desk)
      await desk.said('Đã mời 4 buổi họp')
    },
  },
  {
    name: 'One date of a series moved',
    role: 'specialist',
    person: specialist,
    script: 'U · Tab · Tab · 14h-15h · Ctrl Enter',
    budget: 4,
    before: async (desk) => {
      await desk.office.goTo('Cuộc họp')
      await desk.office.choose(`${SERIES} · Buổi 2/4`)
      await desk.page.getByRole('article', { name: SERIES }).getByText('Buổi 2/4').waitFor()
    },
    work: async (desk) => {
      await desk.press('u')
      await field(desk, 'Nội dung họp').and(desk.page.locator(':focus')).waitFor()
      await desk.press('Tab', 'Tab')
      await field(desk, 'Giờ').and(desk.page.locator(':focus')).waitFor()
      await desk.page.keyboard.insertText('14h-15h')
      await desk.press('Control+Enter')
      await dialogGone(desk)
      await dateOf(desk, 2).filter({ hasText: '14:00–15:00' }).waitFor()
      await dateOf(desk, 3).filter({ hasText: '08:00–09:00' }).waitFor()
    },
  },
  {
    name: 'An appointment written in one line',
    role: 'specialist',
    person: specialist,
    script: 'G W · L · M · words · Enter',
    budget: 5,
    before: (desk) => desk.office.goTo('Việc của tôi'),
    work: async (desk) => {
      const { page } = desk
      await toMine(desk)
      await desk.press('m')
      await page.getByLabel('Ghi nhanh lịch').and(page.locator(':focus')).waitFor()
      await page.keyboard.insertText(`16h hôm nay ${APPOINTMENT}`)
      await desk.press('Enter')
      await page
        .getByRole('group', { name: 'Lịch của tôi' })
        .getByRole('button', { name: new RegExp(APPOINTMENT, 'i') })
        .waitFor()
    },
  },
  {
    name: 'A calendar file taken in',
    role: 'specialist',
    person: specialist,
    script: 'O · the file in the dialog of the system · Ctrl Enter',
    budget: 2,
    before: async (desk) => {
      await desk.office.goTo('Việc của tôi')
      await toMine(desk)
      const file = path.join(await mkdtemp(path.join(tmpdir(), 'congso-ics-')), 'lich.ics')
      const event = [
        'UID:tap-huan',
        'DTSTAMP:20261101T000000Z',
        'DTSTART:20270104T010000Z',
        'SUMMARY:Tập huấn',
      ]
      const text = ['VERSION:2.0', 'PRODID:-//x//VI', 'BEGIN:VEVENT', ...event, 'END:VEVENT']
      await writeFile(file, ['BEGIN:VCALENDAR', ...text, 'END:VCALENDAR', ''].join('\r\n'))
      await desk.office.nextFileIs(file)
    },
    work: async (desk) => {
      await desk.press('o')
      await desk.page.getByRole('button', { name: /^Nhập 1 mục/ }).waitFor()
      await desk.press('Control+Enter')
      await desk.said('Đã nhập 1 mục lịch')
    },
  },
  {
    name: 'An address at which others read the published schedule',
    role: 'specialist',
    person: specialist,
    script: 'G W · E · a click',
    budget: 4,
    before: (desk) => desk.office.goTo('Việc của tôi'),
    work: async (desk) => {
      await desk.go('w', 'Lịch công tác')
      await desk.verbReady('Địa chỉ lịch')
      await desk.press('e')
      const row = desk.page.getByRole('dialog').getByRole('region', { name: 'Tất cả lãnh đạo' })
      await row.getByRole('button', { name: 'Tạo địa chỉ' }).click()
      await row.getByLabel('Địa chỉ', { exact: true }).and(desk.page.locator(':focus')).waitFor()
    },
  },
]
