import type { DeskSteps } from '../effort/desk-steps.ts'
import { clerk, deputy } from '../effort/people.ts'
import { hereByAxis, OUTGOING, OWED, registered } from './amounts.ts'
import { dayBook } from './day-book.ts'
import type { DayTask } from './day-task.ts'

const PAPER = 1

/** At the end of the day the boards of this month count what was done: for the clerk all of it, for a leader what went over that desk. */
export const lookingBack: readonly DayTask[] = [
  {
    role: 'clerk',
    person: clerk,
    name: 'See on the boards what the agency did',
    items: 1,
    budget: 2,
    work: (desk) =>
      counted(desk, [
        ['Văn bản đến', hereByAxis.length + PAPER],
        ['Vào sổ', registered],
        ['Có bút phê', registered],
        ['Giải quyết xong', registered - OWED],
        ['Văn bản đi đã phát hành', OUTGOING],
        ['Đi điện tử toàn trình', OUTGOING],
        ['Chờ tiếp nhận', OUTGOING],
        ['Gửi lỗi', 0],
      ]),
  },
  {
    role: 'leader',
    person: deputy,
    name: 'See on the boards what was done',
    items: 1,
    budget: 2,
    work: (desk) => {
      const owed = [...dayBook.deputys].filter((number) => dayBook.isOwed(number)).length
      return counted(desk, [
        ['Văn bản đến', dayBook.deputys.size],
        ['Có bút phê', dayBook.deputys.size],
        ['Giải quyết xong', dayBook.deputys.size - owed],
        ['Ký đến phát hành', OUTGOING],
        ['Văn bản đi đã phát hành', OUTGOING],
      ])
    },
  },
]

/** Each figure says so many, once everything has come to this desk. */
async function counted(
  desk: DeskSteps,
  figures: readonly (readonly [words: string, count: number])[],
): Promise<void> {
  await desk.go('p', 'Bảng điều hành, báo cáo')
  for (const [words, count] of figures)
    await desk.page
      .locator('main')
      .getByRole('button', { name: new RegExp(`^${words}\\s*${String(count)}(?!\\d)`, 'u') })
      .first()
      .waitFor()
}
