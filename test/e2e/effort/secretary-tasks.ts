import { enterHeld, holdMeeting } from '../drivers/held-meeting.ts'
import type { EffortTask } from './effort-task.ts'
import { director, specialist } from './people.ts'

const HELD = 'Họp thống nhất đề án vị trí việc làm'

/** Concludes a meeting. */
export const secretaryTasks: readonly EffortTask[] = [
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
