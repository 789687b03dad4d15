import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { callMeeting, draftMeeting } from '../drivers/call-meeting.ts'
import { enterHeld, holdMeeting } from '../drivers/held-meeting.ts'
import type { EffortTask } from './effort-task.ts'
import { director, specialist, unitHead } from './people.ts'

const HELD = 'Họp thống nhất đề án vị trí việc làm'

const CALLED = 'Họp Ban chỉ đạo chuyển đổi số'
const ITEMS = 10
const SESSION = 'Phiên họp thường kỳ'

const MOVED = 'Họp rà soát kế hoạch năm'

/** Prepares, calls and concludes a meeting. */
export const secretaryTasks: readonly EffortTask[] = [
  {
    name: 'Agenda of ten items with their papers',
    role: 'specialist',
    person: specialist,
    script: 'P · ten files in the dialog of the system · Ctrl Enter',
    budget: 20,
    before: async ({ office }) => {
      await draftMeeting(office, { title: CALLED })
      const folder = await mkdtemp(path.join(tmpdir(), 'congso-papers-'))
      const pdf = await PDFDocument.create()
      pdf.addPage().drawText('Bao cao', { x: 72, y: 720 })
      const files = Array.from({ length: ITEMS }, (_, index) =>
        path.join(folder, `${index + 1}. Báo cáo chuyên đề ${index + 1}.pdf`),
      )
      for (const file of files) await writeFile(file, await pdf.save())
      await office.nextFileIs(...files)
    },
    work: async (desk) => {
      await desk.press('p')
      const place = desk.page.getByRole('dialog').getByRole('button', { name: /^Xếp 10 tài liệu/ })
      await place.waitFor()
      await desk.press('Control+Enter')
      for (let item = 1; item <= ITEMS; item++)
        await desk.page
          .getByRole('article', { name: CALLED })
          .getByRole('button', { name: `${item}. Báo cáo chuyên đề ${item}.pdf` })
          .waitFor()
    },
  },
  {
    name: 'Invite, and ask for answers',
    role: 'specialist',
    person: specialist,
    script: 'Ctrl Enter',
    budget: 1,
    before: async (desk) => {
      await desk.office.goTo('Cuộc họp')
      await desk.office.choose(CALLED)
      await desk.verbReady('Gửi giấy mời')
    },
    work: async (desk) => {
      await desk.press('Control+Enter')
      await desk.page.getByRole('article').getByText('Đã mời').waitFor()
    },
  },
  {
    name: 'Move a meeting to when all are free, with a room',
    role: 'specialist',
    person: specialist,
    script: 'U · F8 · Ctrl Enter',
    budget: 3,
    before: async (desk) => {
      // At the hours of the meeting that was called just before.
      await draftMeeting(desk.office, { title: MOVED })
      await desk.verbReady('Sửa')
    },
    work: async (desk) => {
      const { page } = desk
      await desk.press('u')
      await page.getByText(/^Sớm nhất mọi người và phòng rảnh/).waitFor()
      await page.getByText(/^Giờ bận cập nhật lúc/).waitFor()
      await desk.press('F8')
      await desk.press('Control+Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page
        .getByRole('article', { name: MOVED })
        .getByText(/^Phòng họp số \d: đã giữ$/)
        .waitFor()
    },
  },
  {
    name: 'An item of a session with its vote',
    role: 'leader',
    person: director,
    script: 'Space · V · V',
    budget: 3,
    before: async ({ office, page }) => {
      await callMeeting(office, { title: SESSION, agenda: ['Kế hoạch năm', 'Dự toán năm'] })
      await office.become(director)
      await office.goTo('Cuộc họp')
      await office.choose(SESSION)
      await page.getByRole('article', { name: SESSION }).waitFor()
      await page.keyboard.press('Enter')
      for (const name of [director, unitHead])
        await page.getByRole('button', { name: `Điểm danh ${name}` }).click()
      await page.getByText('Có mặt 2/2').first().waitFor()
      await page.getByRole('button', { name: /^Khai mạc/ }).click()
      await page.getByRole('button', { name: /^Nội dung tiếp/ }).click()
      await page.getByText('Nội dung 1/2').waitFor()
      await page.keyboard.press('v')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Control+Enter')
      await page.getByRole('button', { name: /^Kết thúc biểu quyết/ }).click()
      await page.getByRole('button', { name: /^Công bố kết quả/ }).click()
      await page.getByText(/công bố \d/).waitFor()
    },
    work: async (desk) => {
      await desk.press('Space')
      await desk.page.getByText('Nội dung 2/2').waitFor()
      await desk.press('v')
      await desk.page.getByRole('button', { name: /^Kết thúc biểu quyết/ }).waitFor()
      await desk.press('v')
      await desk.page.getByRole('button', { name: /^Công bố kết quả/ }).waitFor()
    },
  },
  {
    name: 'Publish what was decided',
    role: 'leader',
    person: director,
    script: 'P',
    budget: 1,
    before: async ({ office, page }) => {
      await office.goTo('Cuộc họp')
      await office.choose(SESSION)
      await page.getByRole('article', { name: SESSION }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /^Công bố kết quả/ }).waitFor()
    },
    work: async (desk) => {
      await desk.press('p')
      await desk.page.getByText(/công bố \d/).waitFor()
    },
  },
  {
    name: 'Minutes, notice and tasks of a meeting',
    role: 'specialist',
    person: specialist,
    script: 'B · Ctrl M · R · Ctrl Enter · T · Ctrl M · L · Ctrl Enter · the chair: N · Ctrl Enter',
    budget: 29,
    before: async (desk) => {
      await holdMeeting(desk.office, HELD, ['Giao Phòng Tổ chức biên chế hoàn thiện đề án trước ngày 25/12.'])
      await desk.office.become(specialist)
      await enterHeld(desk.office, HELD)
      await desk.page.getByRole('button', { name: /^Lập biên bản/ }).waitFor()
    },
    work: async (desk) => {
      const { page } = desk
      const written = async (key: string): Promise<void> => {
        await desk.press(key)
        await page.getByText('Đủ thành phần thể thức').waitFor()
        await desk.press('Control+m')
        await page.getByRole('complementary', { name: 'Sau họp' }).waitFor()
      }
      const confirmed = async (): Promise<void> => {
        await page.getByRole('dialog').waitFor()
        await desk.press('Control+Enter')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      await written('b')
      await page.getByRole('button', { name: /^Gửi xin ý kiến/ }).waitFor()
      await desk.press('r')
      await confirmed()
      await written('t')
      await page.getByRole('button', { name: /^Chốt, trình ký/ }).waitFor()
      await desk.press('l')
      await confirmed()
      await page.getByText('Chờ thư ký ký').waitFor()
      await desk.office.become(director)
      await enterHeld(desk.office, HELD)
      await desk.press('n')
      await page.getByRole('button', { name: /^Giao 1 nhiệm vụ/ }).waitFor()
      await confirmed()
    },
  },
]
