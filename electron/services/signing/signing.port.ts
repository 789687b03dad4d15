import type { PinConversation } from './pin-conversation.ts'

/** The window of its own in which a PIN is asked for. */
export interface PinWindow {
  /** Shows the sheet until the conversation is over. */
  show(conversation: PinConversation): Promise<void>
}
