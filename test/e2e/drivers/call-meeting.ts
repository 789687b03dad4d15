import { director, specialist, unitHead } from '../effort/people.ts'
import type { Office } from './office.ts'

interface Call {
  readonly title: string
  readonly hours?: string
  /** Who takes part beside the director, who chairs. */
  readonly member?: string
  /** A line for each item. */
  readonly agenda?: readonly string[]
}

/** The specialist prepares a meeting in a week, and stands at it in the list. */
export async function draftMeeting(
  office: Office,
  { title, hours = '8h30-11h', member = unitHead, agenda = [] }: Call,
): Promise<void> {
  const { page } = office
  const field = (name: string) => page.getByRole('dialog').getByLabel(name, { exact: true })
  await office.become(specialist)
  await office.goTo('Cuộc họp')
  await page.getByRole('button', { name: /^Mời họp/ }).waitFor()
  await page.keyboard.press('m')
  await field('Nội dung họp').fill(title)
  await field('Ngày họp').fill('7n')
  await field('Giờ').fill(hours)
  await field('Địa điểm').fill('Phòng họp số 1')
  for (const [label, name] of [
    ['Chủ trì', director],
    ['Thành phần dự họp', member],
  ] as const) {
    await field(label).fill(name)
    await page.keyboard.press('Enter')
  }
  await field('Chương trình').fill(agenda.join('\n'))
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('article', { name: title }).waitFor()
  await page.getByRole('grid').first().focus()
}

/** The specialist calls a meeting in a week, and stands at it in the list. */
export async function callMeeting(office: Office, call: Call): Promise<void> {
  await draftMeeting(office, call)
  await office.page.keyboard.press('Control+Enter')
  await office.page.getByRole('article').getByText('Đã mời').waitFor()
}
