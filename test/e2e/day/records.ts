import { clerk, specialist } from '../effort/people.ts'
import type { DayTask } from './day-task.ts'

/** A work file from its maker into the archive of the agency, whose archivist is the clerk. */
export const keepingRecords: readonly DayTask[] = [
  {
    role: 'records',
    person: specialist,
    name: 'Close a work file and submit it to the archive',
    items: 1,
    budget: 6,
    isAfterAllSent: true,
    work: async (desk) => {
      await desk.go('r', 'Hồ sơ công việc')
      await desk.goToRow('Đang lập')
      await desk.verbReady('Kết thúc hồ sơ')
      await desk.press('Enter')
      await desk.page.getByRole('dialog', { name: /^Kết thúc hồ sơ/ }).waitFor()
      await desk.press('Control+Enter')
      await desk.said(/^Đã kết thúc hồ sơ/)
      await desk.verbReady('Nộp lưu')
      await desk.press('Enter')
      await desk.said(/^Đã nộp lưu 1 hồ sơ/)
    },
  },
  {
    role: 'records',
    person: clerk,
    name: 'Look through the submitted file and take it into the archive',
    items: 1,
    budget: 4,
    work: async (desk) => {
      const { page } = desk
      await desk.go('a', 'Lưu trữ')
      await page.getByText('Mục lục văn bản trong hồ sơ').click()
      await page.getByRole('button', { name: 'Đồng ý tất cả' }).click()
      await desk.said('Đã trả lời nơi nộp')
    },
  },
]
