import { EventEmitter } from 'node:events'
import { engine } from './engine.ts'
import { webRequest } from './web-request.ts'

/** Electron's permission names → the engine's. What is not here cannot be asked for, or is denied by other means. */
const PERMISSIONS: Record<string, string[]> = {
  media: ['camera', 'microphone'],
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'display-capture': ['display-capture'],
  'window-management': ['window-management'],
  'storage-access': ['storage-access'],
  'idle-detection': ['idle-detection'],
  'local-fonts': ['local-fonts'],
  'persistent-storage': ['persistent-storage'],
}

type RequestHandler = (
  contents: never,
  permission: string,
  callback: (granted: boolean) => void,
  details: never,
) => void
type CheckHandler = (contents: null, permission: string, origin: string, details: never) => boolean

let requestHandler: RequestHandler | null = null
let checkHandler: CheckHandler | null = null

function ask(permission: string): Promise<boolean> {
  if (checkHandler && !checkHandler(null, permission, '', {} as never)) return Promise.resolve(false)
  const handler = requestHandler
  if (!handler) return Promise.resolve(false)
  return new Promise((resolve) => handler(null as never, permission, resolve, {} as never))
}

/** Each known permission is asked about once: answers are static, and everything is denied until someone grants it. */
async function applyPermissions(): Promise<void> {
  const browser = await engine.browser()
  for (const [permission, names] of Object.entries(PERMISSIONS)) {
    const setting = (await ask(permission)) ? 'granted' : 'denied'
    for (const name of names) browser.post('Browser.setPermission', { permission: { name }, setting })
  }
}

let scheduled = false

/** For the boot sequence and the handlers: once per turn, so that setting both handlers asks once. */
export function schedulePermissions(): void {
  if (scheduled) return
  scheduled = true
  queueMicrotask(() => {
    scheduled = false
    applyPermissions().catch((error: unknown) => process.emitWarning(String(error), 'HostWarning'))
  })
}

class Session extends EventEmitter {
  readonly webRequest = webRequest

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    requestHandler = handler
    schedulePermissions()
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    checkHandler = handler
    schedulePermissions()
  }

  /** Nothing to ask: USB, HID and serial devices cannot be chosen here at all. */
  setDevicePermissionHandler(): void {
    return
  }
}

/** Downloads are refused by the engine, so `will-download` never comes. */
export const session = { defaultSession: new Session() }
