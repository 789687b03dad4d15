import type { PausedRequest } from './cdp-protocol.ts'
import { WebContents } from './web-contents.ts'

interface Details {
  id: number
  url: string
  method: string
  resourceType: string
  webContentsId?: number
}
type BeforeRequest = (details: Details, callback: (verdict: { cancel?: boolean }) => void) => void
let beforeRequest: BeforeRequest | null = null

export const webRequest = {
  onBeforeRequest(listener: BeforeRequest | null): void {
    beforeRequest = listener
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
