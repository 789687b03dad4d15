import type { DeskSteps } from './desk-steps.ts'

/** The usual directives stand under their keys. */
export async function usualReady({ page }: DeskSteps): Promise<void> {
  await page.getByRole('region', { name: 'Bút phê' }).getByText('Giao đồng chí').first().waitFor()
}

/** One key for each; the next is there when the list has moved on. */
export async function triage(desk: DeskSteps, key: string, verb: string, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await desk.verbReady(verb)
    await desk.stepping(() => desk.press(key))
  }
}

/** Down to the first row that says these words and on which this can be done. */
export async function toFirst(desk: DeskSteps, verb: string, words = ''): Promise<void> {
  const button = desk.page
    .locator('main')
    .getByRole('button', { name: new RegExp(`^${verb}`) })
    .first()
  for (let index = 0; index < MOST_LOOKED_AT; index++) {
    const isShown = button.waitFor({ timeout: LOOK_MS }).then(
      () => true,
      () => false,
    )
    if ((await desk.activeRow()).includes(words) && (await isShown)) return
    await isShown
    await desk.press('j')
  }
  throw new Error(`nothing to “${verb}”`)
}

/** Down to the first letter that may be filed and closed in one: its sender waits for no answer. */
export async function toFileable(desk: DeskSteps): Promise<void> {
  for (let index = 0; index < MOST_LOOKED_AT; index++) {
    await desk.verbReady('Kết thúc')
    await desk.press('h')
    const isOffered = await filingOffered(desk, LOOK_MS).then(
      () => true,
      () => false,
    )
    await desk.press('Escape')
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
    if (isOffered) return
    await desk.press('j')
  }
  throw new Error('every letter waits for an answer')
}

export async function filingOffered({ page }: DeskSteps, timeout: number): Promise<void> {
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: /^Đưa vào hồ sơ và kết thúc/ }).waitFor({ timeout })
  await sheet.locator('input:focus').waitFor({ timeout })
}

const MOST_LOOKED_AT = 40
const LOOK_MS = 600

export async function writeDraft(desk: DeskSteps): Promise<void> {
  const { page } = desk
  await desk.go('o', 'Dự thảo, văn bản đi')
  await desk.verbReady('Dự thảo mới')
  await desk.press('d')
  await page.getByRole('textbox', { name: 'Trích yếu' }).click()
  await page.keyboard.insertText('xin ý kiến về đề án vị trí việc làm')
  await page.getByRole('textbox', { name: 'Gửi qua trục' }).fill('Sở Xây dựng')
  await page.getByRole('option', { name: /Sở Xây dựng/ }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Nội dung văn bản' }).click()
  await page.keyboard.insertText('Sở Nội vụ xin ý kiến về đề án vị trí việc làm.')
  await page.getByText('Đủ thành phần thể thức').waitFor()
}

/** A stroke over some lines of the first page. */
export async function dragOnPage({ page }: DeskSteps): Promise<void> {
  const box = await page.getByRole('img', { name: /^Trang 1 của/ }).boundingBox()
  if (box === null) throw new Error('no page is shown')
  const at = (x: number, y: number): Promise<void> =>
    page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 4 })
  await at(0.2, 0.3)
  await page.mouse.down()
  await at(0.8, 0.36)
  await page.mouse.up()
}
