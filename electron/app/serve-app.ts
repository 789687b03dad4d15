import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { OneTimePages } from '../services/one-time-pages/one-time-pages.ts'
import { commonHeaders, newNonce, pagePolicy, printPolicy, workerPolicy } from './content-security.ts'

/** What the pages hold in place of the nonce. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
}

/** Which page an origin has and which folders of the bundle it may read. */
const hosts = new Map<string, { readonly page?: string; readonly folders: readonly string[] }>([
  ['bundle', { page: 'index.html', folders: ['assets', 'fonts'] }],
  ['pin', { page: 'pin.html', folders: ['assets'] }],
  ['viewer', { page: 'viewer.html', folders: ['assets', 'fonts', 'pdfjs'] }],
  ['print', { folders: ['fonts'] }],
])

const refused = (status: number): Response => new Response(null, { status, headers: commonHeaders })

/**
 * Answers `app://…`: one page an origin, files of its folders, and what was offered once. Anything else, of an unknown type, by another
 * method, or asked for as a service worker is refused.
 */
export function serveApp(folder: string, pages: OneTimePages): (request: Request) => Promise<Response> {
  return async (request) => {
    const { hostname, pathname } = new URL(request.url)
    if (request.method !== 'GET' || request.headers.get('service-worker') !== null) return refused(405)
    const once = pages.take(hostname, pathname)
    if (once !== undefined) return respond(once.content, once.type, printPolicy)
    const name = nameOf(hostname, pathname)
    const type = types[path.extname(name ?? '')]
    const content = name === undefined || type === undefined ? undefined : await readInside(folder, name)
    if (content === undefined || type === undefined) return refused(404)
    if (name?.endsWith('.html') === true) return respondPage(content, type)
    return respond(content, type, type.startsWith('text/javascript') ? workerPolicy : undefined)
  }
}

/** The file of the bundle that an address names; undefined when this origin may not read it. */
function nameOf(hostname: string, pathname: string): string | undefined {
  const host = hosts.get(hostname)
  const segments = segmentsOf(pathname)
  if (host === undefined || segments === undefined) return undefined
  const [first = '', ...rest] = segments
  if (rest.length === 0) return first === '' || first === host.page ? host.page : undefined
  return host.folders.includes(first) ? segments.join('/') : undefined
}

/** Undefined for a path that could lead elsewhere. */
function segmentsOf(pathname: string): string[] | undefined {
  try {
    const segments = decodeURIComponent(pathname).slice(1).split('/')
    const isPlain = segments.every(
      (segment) => segment !== '.' && segment !== '..' && !/[\\:\p{Cc}]/u.test(segment),
    )
    return isPlain ? segments : undefined
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

/** Follows links first, so that none leads out of the folder. */
async function readInside(folder: string, name: string): Promise<Uint8Array | undefined> {
  try {
    const root = await realpath(folder)
    const file = await realpath(path.join(root, name))
    return file.startsWith(root + path.sep) ? new Uint8Array(await readFile(file)) : undefined
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined
    throw error
  }
}

function respond(content: Uint8Array | string, type: string, policy?: string): Response {
  const headers = new Headers({ ...commonHeaders, 'content-type': type })
  if (policy !== undefined) headers.set('content-security-policy', policy)
  return new Response(typeof content === 'string' ? content : Uint8Array.from(content), { headers })
}

function respondPage(content: Uint8Array, type: string): Response {
  const nonce = newNonce()
  return respond(
    new TextDecoder().decode(content).replaceAll(NONCE_PLACEHOLDER, nonce),
    type,
    pagePolicy(nonce),
  )
}
