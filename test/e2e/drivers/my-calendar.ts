import type { Locator } from 'playwright-core'
import type { Office } from './office.ts'

/** The calendar of whoever works here, as its week or day shows it. */
export const myWeek = (office: Office): Locator => office.page.getByRole('group', { name: 'Lịch của tôi' })

/** An entry there by its words. */
export const myItem = (office: Office, words: string | RegExp): Locator =>
  myWeek(office).getByRole('button', { name: words })

/** Goes to *Lịch của tôi* by keys. */
export async function openMyCalendar(office: Office): Promise<void> {
  await office.page.keyboard.press('g')
  await office.page.keyboard.press('w')
  await office.page.getByRole('heading', { name: 'Lịch công tác', level: 1 }).waitFor()
  await office.page.keyboard.press('l')
  await myWeek(office).waitFor()
}
