import type { Office } from '../drivers/office.ts'

/** What a person does at every screen, by keys alone; each waits for what the person would see. */
export class DeskSteps {
  readonly office: Office

  constructor(office: Office) {
    this.office = office
  }

  get page() {
    return this.office.page
  }

  /** Keys one after the other, as a hand presses them. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** A place by `G` and its letter. */
  async go(letter: string, title: string): Promise<void> {
    await this.press('g', letter)
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor()
  }

  /** The list has the keys. */
  async listReady(): Promise<void> {
    await this.page.getByRole('grid').and(this.page.locator(':focus')).waitFor()
  }

  /** What is shown can be worked on: its verb stands there. */
  async verbReady(name: string): Promise<void> {
    await this.page
      .locator('main')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .waitFor()
  }

  /** A box of the screen, by a click. */
  async box(name: string): Promise<void> {
    await this.office.box(name)
    await this.page.getByRole('grid').first().focus()
  }

  /** The row that says these words. */
  row(words: string) {
    return this.page
      .locator('main')
      .getByRole('row')
      .filter({ hasText: new RegExp(words, 'i') })
      .first()
  }

  /** Goes to the row that says these words, by a click; to the end of the list first where it is not drawn. */
  async goToRow(words: string): Promise<void> {
    await this.listReady()
    if ((await this.row(words).count()) === 0) await this.press('End')
    await this.row(words).click()
  }

  /** The row that has the keys, once it is drawn: a list draws what it was moved to a moment later. */
  async activeRow(): Promise<string> {
    const drawn = await this.page.waitForFunction(() => {
      const id = document.querySelector('main [role="grid"]')?.getAttribute('aria-activedescendant')
      return document.getElementById(id ?? '')?.textContent
    })
    return (await drawn.jsonValue()) ?? ''
  }

  /** Does what leaves the row or moves on from it; the next one has the keys then, or the list is empty. */
  async stepping(act: () => Promise<void>): Promise<void> {
    const before = await this.page.evaluate(rowWithKeys, null)
    await act()
    await this.page.waitForFunction(rowWithKeys, String(before))
  }

  /** How many rows the list says it has, over all that are drawn. */
  async count(): Promise<number> {
    const words = await this.page
      .locator('main')
      .getByText(/^(Đã chọn )?[\d.]+ (văn bản|việc)$/u)
      .first()
      .textContent()
    return Number(/[\d.]+/u.exec(words ?? '')?.[0].replaceAll('.', '') ?? 0)
  }

  /** Down the list, until each row of a signing queue was on screen as it is. */
  async lookAtAll(count: number): Promise<void> {
    await this.listReady()
    for (let index = 0; index < count; index++) {
      if (index > 0) await this.press('j')
      await this.page.waitForFunction(() => {
        const id = document.querySelector('main [role="grid"]')?.getAttribute('aria-activedescendant')
        return !(document.getElementById(id ?? '')?.textContent ?? 'Chưa xem').includes('Chưa xem')
      })
    }
  }

  /** The line that says what was done. */
  async said(text: RegExp | string): Promise<void> {
    await this.office.toast(text).first().waitFor()
  }

  /** Everything this person did is with the node. */
  async allSent(): Promise<void> {
    await this.office.goTo('Hàng đợi gửi')
    await this.page.getByText('Không có việc chờ gửi.').waitFor({ timeout: 120_000 })
  }
}

/** Runs in the page: the row that has the keys, whatever is said in it; with a row to leave, whether another has them or none is left. */
function rowWithKeys(left: string | null): string | boolean {
  const grid = document.querySelector('main [role="grid"]')
  const id = grid?.getAttribute('aria-activedescendant') ?? ''
  const row = document.getElementById(id)?.dataset['row'] ?? ''
  return left === null ? row : grid === null || (row !== '' && row !== left)
}
