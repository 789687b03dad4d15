import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { draftMeeting } from '../drivers/call-meeting.ts'
import { enterHeld, holdMeeting } from '../drivers/held-meeting.ts'
import type { EffortTask } from './effort-task.ts'
import { director, specialist } from './people.ts'

const HELD = 'Họp thống nhất đề án vị trí việc làm'

const CALLED = 'Họp Ban chỉ đạo chuyển đổi số'
const ITEMS = 10

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
