import { MANY, type EffortTask } from './effort-task.ts'
import { specialist, unitHead } from './people.ts'
import { toFirst } from './task-steps.ts'

/** Gives work, follows it, reports, initials. */
export const unitHeadTasks: readonly EffortTask[] = [
  {
    name: 'Assign with lead and deadline',
    role: 'unit head',
    person: unitHead,
    script: 'A · two letters · Enter · t6 · Enter',
    budget: 7,
    isTypedCounted: true,
    before: async (desk) => {
      await desk.go('m', 'Việc của tôi')
      await desk.listReady()
      await toFirst(desk, 'Giao việc', 'Phòng Tổ chức, biên chế tham mưu.')
    },
    work: async (desk) => {
      await desk.press('a')
      await desk.page.getByRole('region', { name: 'Giao việc' }).waitFor()
      await desk.press('m', 'a')
      await desk.page.getByRole('option', { name: new RegExp(specialist) }).waitFor()
      await desk.press('Enter', 't', '6', 'Enter')
      await desk.said(/^Đã giao/)
    },
  },
  {
    name: 'Reassign, the clock kept',
    role: 'unit head',
    person: unitHead,
    script: 'A · two letters · Enter · Enter',
    budget: 5,
    isTypedCounted: true,
    before: async (desk) => {
      await desk.allSent()
      await desk.go('t', 'Nhiệm vụ, chỉ đạo')
      await desk.box('Tôi giao')
      await toFirst(desk, 'Giao lại')
    },
    work: async (desk) => {
      await desk.press('a')
      await desk.page.getByRole('region', { name: 'Giao lại' }).waitFor()
      await desk.press('c', 'h')
      await desk.page.getByRole('option', { name: /Chu Đức Long/ }).waitFor()
      await desk.press('Enter')
      await desk.page
        .getByRole('button', { name: /^Giao lại/ })
        .and(desk.page.locator(':focus'))
        .waitFor()
      await desk.press('Enter')
      await desk.said(/^Đã giao lại/)
    },
  },
  {
    name: 'Chase everything overdue',
    role: 'unit head',
    person: unitHead,
    script: 'G T · Ctrl A · C',
    budget: 4,
    before: (desk) => desk.go('h', 'Hôm nay'),
    work: async (desk) => {
      await desk.go('t', 'Nhiệm vụ, chỉ đạo')
      await desk.listReady()
      await desk.press('Control+a', 'c')
      await desk.said(/^Đã đôn đốc/)
    },
  },
  {
    name: 'Report of the month, submitted',
    role: 'unit head',
    person: unitHead,
    script: 'G P · Ctrl Enter · Enter',
    budget: 4,
    before: (desk) => desk.go('h', 'Hôm nay'),
    work: async (desk) => {
      await desk.go('p', 'Bảng điều hành')
      await desk.verbReady('Trình báo cáo kỳ')
      await desk.press('Control+Enter')
      await desk.page
        .getByRole('dialog')
        .getByRole('button', { name: /^Trình/ })
        .waitFor()
      await desk.press('Enter')
      await desk.said(/^Đã trình/)
    },
  },
  {
    name: `Initial ${MANY} drafts that were read`,
    role: 'unit head',
    person: unitHead,
    script: 'Shift K · PIN · Enter',
    budget: 4,
    before: async (desk) => {
      await desk.go('s', 'Trình ký')
      await desk.lookAtAll(MANY)
    },
    work: async (desk) => {
      await desk.office.withPin(() => desk.press('Shift+K'))
      await desk.said(`Đã ký nháy ${MANY} văn bản`)
    },
  },
]
