/** The engine's side of `congso render`: prints `page.html` of the folder named by `--work` into its `print.pdf`, then ends. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import { handleAppScheme, registerAppScheme } from '../../app/app-scheme.ts'
import { denyDownloads, denyNetwork, denyPermissions } from '../../app/permissions.ts'
import { serveApp } from '../../app/serve-app.ts'
import { oneTimePages } from '../../services/one-time-pages/one-time-pages.ts'
import { renderHtmlElectron } from '../../services/rendering/render-html-electron.ts'

const LIMIT_MS = 60_000

async function printPage(folder: string): Promise<void> {
  await app.whenReady()
  denyPermissions()
  denyDownloads()
  denyNetwork((url) => process.stderr.write(`network refused: ${url.slice(0, 200)}\n`))
  const pages = oneTimePages()
  handleAppScheme(serveApp(folder, pages))
  const rendering = renderHtmlElectron({ pages, limitMs: LIMIT_MS })
  const print = await rendering.printHtml(await readFile(join(folder, 'page.html'), 'utf8'))
  await writeFile(join(folder, 'print.pdf'), print)
}

app.enableSandbox()
registerAppScheme()
// The window of the print closes before its file is written; only this decides when the program ends.
app.on('window-all-closed', () => undefined)
printPage(app.commandLine.getSwitchValue('work')).then(
  () => app.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    app.exit(1)
  },
)
