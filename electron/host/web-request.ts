import type { HeaderEntry, PausedRequest } from './cdp-protocol.ts'
import { WebContents } from './web-contents.ts'

type Headers = Record<string, string[]>
interface Details {
  id: number
  url: string
  method: string
  resourceType: string
  webContentsId?: number
}
type BeforeRequest = (details: Details, callback: (verdict: { cancel?: boolean }) => void) => void
type HeadersReceived = (
  details: Details & { responseHeaders: Headers; statusCode: number },
  callback: (verdict: { cancel?: boolean; responseHeaders?: Record<string, string | string[]> }) => void,
) => void

let beforeRequest: BeforeRequest | null = null
let headersReceived: HeadersReceived | null = null

export const webRequest = {
  onBeforeRequest(listener: BeforeRequest | null): void {
    beforeRequest = listener
  },
  onHeadersReceived(listener: HeadersReceived | null): void {
    headersReceived = listener
  },
}

let nextId = 1

function detailsOf(paused: PausedRequest, url: string): Details {
  const contents = WebContents.fromDevToolsTargetId(paused.frameId)
  const resourceType = paused.resourceType === 'Document' ? 'mainFrame' : paused.resourceType.toLowerCase()
  return {
    id: nextId++,
    url,
    method: paused.request.method,
    resourceType,
    ...(contents ? { webContentsId: contents.id } : {}),
  }
}

/** Whether the request may go on. */
export function judgeRequest(paused: PausedRequest, url: string): Promise<boolean> {
  const listener = beforeRequest
  if (!listener) return Promise.resolve(true)
  return new Promise((resolve) => listener(detailsOf(paused, url), ({ cancel }) => resolve(cancel !== true)))
}

/** The headers to answer with, after the app's listener had its say. */
export function judgeResponse(
  paused: PausedRequest,
  url: string,
  response: Response,
): Promise<HeaderEntry[]> {
  const own = [...response.headers].map(([name, value]) => ({ name, value }))
  const listener = headersReceived
  if (!listener) return Promise.resolve(own)
  const responseHeaders = Object.fromEntries(own.map(({ name, value }) => [name, [value]]))
  const details = { ...detailsOf(paused, url), responseHeaders, statusCode: response.status }
  return new Promise((resolve, reject) =>
    listener(details, ({ cancel, responseHeaders: changed }) => {
      if (cancel) reject(new Error('cancelled by the app'))
      else if (!changed) resolve(own)
      else
        resolve(
          Object.entries(changed).flatMap(([name, values]) =>
            [values].flat().map((value) => ({ name, value })),
          ),
        )
    }),
  )
}
