import type { Office } from './office.ts'

/** Initials (`k`) or signs (`s`) what waits under this subject, after its page was seen. */
export async function signRow(office: Office, subject: string, key: 'k' | 's'): Promise<void> {
  const { page } = office
  await office.choose(subject)
  const shown = page.getByRole('row').filter({ hasText: subject, hasNotText: 'Chưa xem' })
  await shown.waitFor()
  await office.withPin(() => page.keyboard.press(key))
  await shown.waitFor({ state: 'detached' })
}

/** Numbers, seals and issues what waits with this symbol. */
export async function issueRow(office: Office, symbol: string): Promise<void> {
  const { page } = office
  await office.choose(symbol)
  const row = page.getByRole('row').filter({ hasText: symbol })
  await page.locator('img[alt^="Trang 1"]').waitFor()
  await office.withPin(() => page.keyboard.press('i'))
  await row.waitFor({ state: 'detached' })
}
