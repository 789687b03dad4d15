import type { DeskSteps } from '../effort/desk-steps.ts'
import { OUTGOING } from './amounts.ts'
import { mailOfTheDay, paperLetter, type DayLetter } from './letters.ts'

const all: readonly DayLetter[] = [
  ...mailOfTheDay,
  { ...paperLetter, number: Number(paperLetter.number), body: [], fate: 'register' },
]

/** The letter of the day that this row shows, by its number or its abstract. */
export function letterIn(row: string): DayLetter {
  const text = row.toLocaleLowerCase('vi')
  const found =
    all.find((one) => new RegExp(`${one.number}/\\p{L}`, 'u').test(row)) ??
    all.find((one) => text.includes(one.subject))
  if (found === undefined) throw new RangeError(`no letter of the day: ${row}`)
  return found
}

/** The letter whose row has the keys, shown beside the list. */
export async function letterAtHand(desk: DeskSteps): Promise<DayLetter> {
  const letter = letterIn(await desk.activeRow())
  await desk.page
    .getByRole('article', { name: new RegExp(letter.subject, 'i') })
    .first()
    .waitFor()
  return letter
}

/** As many rows as were waited for. */
export async function rowsAre(desk: DeskSteps, count: number): Promise<void> {
  await desk.page
    .locator('main')
    .getByText(new RegExp(`^${count} (văn bản|việc)( |$)`, 'u'))
    .first()
    .waitFor({ timeout: 60_000 })
  await desk.listReady()
}

/** All rows of the list at once, after a look at what that does to each. */
export async function finishAll(desk: DeskSteps, rows: number, staying: number): Promise<void> {
  await rowsAre(desk, rows)
  await desk.press('Control+a', 'e')
  const sheet = desk.page.getByRole('dialog')
  await sheet.getByRole('heading', { name: `Kết thúc ${rows - staying} việc` }).waitFor()
  if (staying > 0) await sheet.getByRole('heading', { name: `Giữ lại ${staying} việc` }).waitFor()
  await desk.press('Enter')
  await sheet.waitFor({ state: 'detached' })
}

/** Passes the letter at hand on by the first two letters of the name, the deadline as proposed. */
export async function assignTo(desk: DeskSteps, name: string): Promise<void> {
  await desk.press('a')
  await desk.page.getByRole('region', { name: 'Giao việc' }).waitFor()
  await desk.press(...Array.from(name.slice(0, 2).toLowerCase()))
  await desk.page.getByRole('option', { name: new RegExp(name) }).waitFor()
  await desk.press('Enter')
  await desk.page.getByLabel('Hạn xử lý').and(desk.page.locator(':focus')).waitFor()
  await desk.press('Enter')
  await desk.page.getByRole('region', { name: 'Giao việc' }).waitFor({ state: 'detached' })
}

/** Everything that waits is looked at, then signed or initialled by this key with one PIN. */
export async function withOnePin(desk: DeskSteps, key: string, said: string): Promise<void> {
  await desk.go('s', 'Trình ký')
  await rowsAre(desk, OUTGOING)
  await desk.lookAtAll(OUTGOING)
  await desk.office.withPin(() => desk.press(key))
  await desk.said(said)
}
