import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { oneTimePages } from '../../../../electron/services/one-time-pages/one-time-pages.ts'
import { serveApp } from '../../../../electron/app/serve-app.ts'
import { temporaryFolder } from '../../../fakes/temporary-folder.ts'

const pages = oneTimePages()
let serve: (request: Request) => Promise<Response>

beforeEach(async () => {
  const folder = path.join(await temporaryFolder(), 'renderer')
  for (const name of ['assets', 'fonts', 'pdfjs']) await mkdir(path.join(folder, name), { recursive: true })
  for (const page of ['index', 'pin', 'viewer'])
    await writeFile(
      path.join(folder, `${page}.html`),
      `<p>${page}</p><meta name="csp-nonce" nonce="__CSP_NONCE__">`,
    )
  await writeFile(path.join(folder, 'assets/a.js'), 'export {}')
  await writeFile(path.join(folder, 'assets/a.exe'), '')
  await writeFile(path.join(folder, 'fonts/Tinos-Regular.ttf'), '')
  await writeFile(path.join(folder, '../secret.js'), 'secret')
  await symlink('../../secret.js', path.join(folder, 'assets/link.js'))
  serve = serveApp(folder, pages)
})

const get = (address: string, init?: RequestInit): Promise<Response> => serve(new Request(address, init))

test('a page comes with the whole policy and a nonce of its own, each time another', async () => {
  const [one, two] = [await get('app://bundle/'), await get('app://bundle/')]
  const policy = one.headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
  expect(policy).toBe(
    `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob: data:; ` +
      `font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  expect(await one.text()).toContain(`nonce="${nonce}"`)
  expect(await two.text()).not.toContain(nonce)
  expect(one.headers.get('x-content-type-options')).toBe('nosniff')
})

test.each([
  ['app://pin/', '<p>pin</p>'],
  ['app://viewer/', '<p>viewer</p>'],
  ['app://viewer/viewer.html', '<p>viewer</p>'],
])('%s is its own page', async (address, text) => {
  expect(await (await get(address)).text()).toContain(text)
})

test.each([
  'app://bundle/pin.html',
  'app://pin/index.html',
  'app://print/',
  'app://print/index.html',
  'app://print/assets/a.js',
  'app://pin/pdfjs/x.wasm',
  'app://other/',
  'app://bundle/none.js',
  'app://bundle/assets/a.exe',
  'app://bundle/assets/link.js',
  'app://bundle/assets/..%2f..%2fsecret.js',
  'app://bundle/assets/%5c..%5c..%5csecret.js',
  'app://bundle/assets/%00a.js',
  'app://bundle/%E0%A4%A',
  'app://bundle/assets/',
])('%s is not served', async (address) => {
  expect((await get(address)).status).toBe(404)
})

test('other methods and service workers are refused', async () => {
  expect((await get('app://bundle/assets/a.js')).status).toBe(200)
  expect((await get('app://bundle/assets/a.js', { headers: { 'service-worker': 'script' } })).status).toBe(
    405,
  )
  expect((await get('app://bundle/', { method: 'POST' })).status).toBe(405)
})

test('a page to be printed runs no script and reaches nothing but our fonts', async () => {
  const address = pages.offer('print', new TextEncoder().encode('<h1>x</h1>'), 'text/html; charset=utf-8')
  const page = await get(address)
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/script-src|connect-src/)
  expect(await page.text()).toBe('<h1>x</h1>')
  expect((await get(address)).status).toBe(404)
  expect((await get('app://print/fonts/Tinos-Regular.ttf')).status).toBe(200)
})
