import type { Log } from '../services/log/log.port.ts'
import type { PinConversation } from '../services/signing/pin-conversation.ts'
import type { PinWindow } from '../services/signing/signing.port.ts'
import type { Windows } from './windows.ts'

/** PIN windows and what each was opened for. */
export interface PinWindows extends PinWindow {
  readonly conversationOf: (page: number) => PinConversation | undefined
}

export function pinWindows(windows: Windows, log: Log): PinWindows {
  const open = new Map<number, PinConversation>()
  return {
    conversationOf: (page) => open.get(page),
    async show(conversation) {
      const window = await windows.openPin((page) => open.set(page, conversation), conversation.closed)
      const end = (): void => {
        open.delete(window.page)
        window.close()
      }
      conversation.result.then(end, (error: unknown) => {
        log.info('signing ended without signatures', { reason: String(error) })
        end()
      })
    },
  }
}
