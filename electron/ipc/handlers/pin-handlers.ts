import { AppError } from '#shared/errors/app-error.ts'
import type { pinIpc } from '#shared/ipc/pin.ipc.ts'
import type { PinConversation } from '../../services/signing/pin-conversation.ts'
import type { HandlersOf } from '../router.ts'

/** `conversationOf`: what the page of this id was opened for. */
export function pinHandlers(
  conversationOf: (page: number) => PinConversation | undefined,
): HandlersOf<typeof pinIpc> {
  return {
    'pin.say'(message, { page }) {
      const conversation = conversationOf(page)
      if (conversation === undefined) throw new AppError('cancelled')
      return conversation.say(message)
    },
  }
}
