import { AxeBuilder } from '@axe-core/playwright'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

const root = path.resolve(import.meta.dirname, '../../..')

/** PIN of every practice key; printed in the guide. */
const PRACTICE_PIN = '246810'

/** The real application in its real windows, spoken to as a person would use it. Vietnamese unless switched. */
export class Office {
  readonly app: ElectronApplication
  readonly page: Page

  private constructor(app: ElectronApplication, page: Page) {
    this.app = app
    this.page = page
  }

  /** Opens Practice over a profile of its own; ready when the first list is shown. `keyFile`: the node's key, for who opens its data too. */
  static async open(profile: string, keyFile?: string): Promise<Office> {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= path.join(root, 'electron/host/dist')
    const app = await _electron.launch({
      args: ['.', '--practice', `--user-data-dir=${profile}`],
      cwd: root,
      env: {
        ...(process.env as Record<string, string>),
        CONGSO_HEADLESS: '1',
        ...(keyFile === undefined ? {} : { CONGSO_NODE_KEY_FILE: keyFile }),
      },
      timeout: 60_000,
    })
    const page = await app.firstWindow()
    page.setDefaultTimeout(30_000)
    const office = new Office(app, page)
    await page.setViewportSize({ width: 1366, height: 768 })
    await office.place('Việc của tôi').waitFor()
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor()
    return office
  }

  place(name: string) {
    return this.page
      .getByRole('navigation', { name: 'Nơi làm việc' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
  }

  /** The places of the sidebar that whoever works here has. */
  async placeNames(): Promise<readonly string[]> {
    const labels = this.page
      .getByRole('navigation', { name: 'Nơi làm việc' })
      .locator('button > span:first-of-type')
    return labels.allInnerTexts()
  }

  /** Goes there, and waits until the screen before it is gone: a key pressed at once is for the new one. */
  async goTo(name: string): Promise<void> {
    const place = this.place(name)
    const heading = this.page.getByRole('heading', { level: 1 })
    const isThere = (await place.getAttribute('aria-current')) === 'page'
    const [before = ''] = await heading.allInnerTexts()
    await place.click()
    if (!isThere && before !== '')
      await this.page
        .getByRole('heading', { level: 1, name: before, exact: true })
        .waitFor({ state: 'detached' })
    await heading.first().waitFor()
  }

  /** Works on as somebody else of the practice province. */
  async become(name: string): Promise<void> {
    await this.goTo('Luyện tập')
    const person = this.page.getByRole('button', { name: `Chuyển sang ${name}` })
    await person.waitFor()
    if (await person.isEnabled()) {
      await person.click()
      await this.page.getByRole('button', { name: `Tài khoản: ${name}` }).waitFor()
    }
  }

  /** A box of the screen, by its label. */
  async box(name: string): Promise<void> {
    await this.page
      .getByRole('banner')
      .or(this.page.locator('main'))
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click()
  }

  /** The row that shows this text, chosen and focused. */
  async choose(text: string): Promise<void> {
    const row = this.page.getByRole('row').filter({ hasText: text }).first()
    await row.click()
    await this.page.getByRole('grid').first().focus()
  }

  async openRow(text: string): Promise<void> {
    await this.choose(text)
    await this.page.keyboard.press('Enter')
  }

  /** The line that says what was just done. */
  toast(text: string | RegExp) {
    return this.page.getByRole('region', { name: 'Thông báo' }).getByText(text)
  }

  /** Submits the open draft with the cover note it proposes. */
  async submitDraft(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Trình duyệt/ })
      .and(this.page.locator(':focus'))
      .waitFor()
    await this.page.keyboard.press('Enter')
  }

  /** Runs what opens the PIN window, and enters the practice PIN there. */
  async withPin(act: () => Promise<unknown>): Promise<void> {
    await act()
    const sheet = await this.#pinWindow()
    const closed = sheet.waitForEvent('close')
    await sheet.locator('#pin').pressSequentially(PRACTICE_PIN)
    // The window may close while the key is still down.
    await sheet.keyboard.press('Enter').catch((error: unknown) => {
      if (!sheet.isClosed()) throw error
    })
    await closed
  }

  /** The PIN window; hidden windows for print and pages come and go beside it. */
  async #pinWindow(): Promise<Page> {
    for (;;) {
      const found = this.app.windows().find((one) => one.url().includes('/pin'))
      if (found !== undefined) return found
      await this.page.waitForTimeout(50)
    }
  }

  /** The next file dialog of the system answers with these files. */
  async nextFileIs(...files: readonly string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...chosen] })
    }, files)
  }

  /** The next save dialog of the system answers with this path. */
  async nextSaveTo(file: string): Promise<void> {
    await this.app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    }, file)
  }

  /** What axe finds serious or critical on the page as it stands: the rule and where. */
  async seriousFindings(): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode().analyze()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }

  async picture(file: string): Promise<void> {
    await this.page.screenshot({ path: file })
  }

  /** The same under this name, in the folder that `CONGSO_PICTURES` names; without it none is taken. */
  async pictured(name: string): Promise<void> {
    const folder = process.env['CONGSO_PICTURES']
    if (folder !== undefined) await this.picture(path.join(folder, `${name}.png`))
  }

  async close(): Promise<void> {
    await this.app.close()
  }
}
