import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const CANDIDATES = [
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** A headless Chromium that prints HTML the way the product does: tagged, with outline, page size from CSS. */
export async function startPrinter(): Promise<{
  print(html: string): Promise<Uint8Array>
  /** The page as PNG; sizes in px, `scale` device pixels each. */
  picture(
    html: string,
    size: { readonly width: number; readonly height: number; readonly scale: number },
  ): Promise<Uint8Array>
  close(): Promise<void>
}> {
  const executablePath = CANDIDATES.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error('no Chromium installed')
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  return {
    async print(html) {
      const page = await browser.newPage()
      await page.setContent(html)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      const session = await page.context().newCDPSession(page)
      const { data } = await session.send('Page.printToPDF', {
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      })
      await page.close()
      return new Uint8Array(Buffer.from(data, 'base64'))
    },
    async picture(html, { width, height, scale }) {
      const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale })
      await page.setContent(html)
      const png = await page.screenshot()
      await page.close()
      return png
    },
    close: () => browser.close(),
  }
}
