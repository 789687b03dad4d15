import { isRegistered, registerScheme, toAppUrl, toEngineUrl } from './addresses.ts'
import type { CdpSession } from './cdp.ts'
import type { HeaderEntry, PausedRequest } from './cdp-protocol.ts'
import { engine } from './engine.ts'
import { judgeRequest } from './web-request.ts'
import { WebContents } from './web-contents.ts'
import { BLANK_PATH } from './worlds.ts'

type SchemeHandler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, SchemeHandler>()

export const protocol = {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    for (const { scheme } of schemes) registerScheme(scheme)
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!isRegistered(scheme)) throw new Error(`Register '${scheme}' as privileged first.`)
    handlers.set(scheme, handler)
  },
}

const BLANK: HeaderEntry[] = [
  { name: 'content-type', value: 'text/html' },
  { name: 'content-security-policy', value: "default-src 'none'" },
]

/** May this document load where it is asked for? A refused main-frame navigation leaves the page as it is. */
function mayLoad({ resourceType, frameId, request }: PausedRequest): boolean {
  if (resourceType !== 'Document') return true
  const contents = WebContents.fromDevToolsTargetId(frameId)
  return contents === undefined || contents.allowsDocument(request.url)
}

function bodyOf({ request }: PausedRequest): Uint8Array<ArrayBuffer> | undefined {
  if (!request.hasPostData) return undefined
  const parts = (request.postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'))
  return new Uint8Array(Buffer.concat(parts))
}

async function answer(paused: PausedRequest, browser: CdpSession): Promise<void> {
  const { requestId, request } = paused
  const url = toAppUrl(request.url)
  const handler = handlers.get(url.slice(0, url.indexOf(':')))
  if (!mayLoad(paused)) {
    browser.post('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    return
  }
  if (!(await judgeRequest(paused, url)) || !handler || url === request.url) {
    browser.post('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    return
  }
  const body = bodyOf(paused)
  const response = await handler(
    new Request(url, { method: request.method, headers: request.headers, ...(body ? { body } : {}) }),
  )
  const bytes = Buffer.from(await response.arrayBuffer())
  const headers = [...response.headers]
  browser.post('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: headers.map(([name, value]) => ({
      name,
      value: name === 'location' ? toEngineUrl(value) : value,
    })),
    body: bytes.toString('base64'),
  })
}

/** Default deny: whatever no registered handler answers never leaves the machine. */
engine.onRequest = (paused, browser) => {
  const { requestId, request } = paused
  if (URL.canParse(request.url) && new URL(request.url).pathname === BLANK_PATH) {
    browser.post('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders: BLANK, body: '' })
    return
  }
  answer(paused, browser).catch((error: unknown) => {
    process.emitWarning(`${request.url}: ${String(error)}`, 'HostWarning')
    browser.post('Fetch.failRequest', { requestId, errorReason: 'Failed' })
  })
}
