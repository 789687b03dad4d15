import { pageContract, type RequestName } from '#shared/ipc/contract.ts'
import { pinIpc } from '#shared/ipc/pin.ipc.ts'

/** Windows that may speak to main. The viewer and the print window have no preload and are not among them. */
export type WindowName = 'main' | 'pin'

/** What is known of whoever sent a message. */
export interface Sender {
  /** Id of the page, so that an answer to one window never goes to another. */
  readonly page: number
  /** Undefined for a page that is no window of ours. */
  readonly window: WindowName | undefined
  /** Undefined when the frame is gone already. */
  readonly origin: string | undefined
  readonly isMainFrame: boolean
}

interface Trust {
  readonly origin: string
  readonly names: ReadonlySet<string>
}

const trusted: Readonly<Record<WindowName, Trust>> = {
  main: { origin: 'app://bundle', names: new Set(Object.keys(pageContract)) },
  pin: { origin: 'app://pin', names: new Set(Object.keys(pinIpc)) },
}

/** True for the main frame of a window of ours, on its own origin, for a request of that window. */
export function mayAsk(sender: Sender, name: RequestName): boolean {
  if (sender.window === undefined || !sender.isMainFrame) return false
  const { origin, names } = trusted[sender.window]
  return sender.origin === origin && names.has(name)
}
