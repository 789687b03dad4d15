/**
 * State words of a delivery on the wire: transport acknowledgement, not the business statuses 01–16. Clients send other words as
 * well; those are stored and change nothing.
 */
export const DeliveryWord = {
  /** Not yet handled. */
  initial: 'initial',
  processing: 'processing',
  /** Received and stored: the only final one. */
  done: 'done',
  /** Could not be stored; stays in the list. */
  fail: 'fail',
} as const

/** True when a delivery with that word leaves the list of received messages. */
export function isAcknowledged(word: string): boolean {
  return word === DeliveryWord.done
}

const LONGEST_WORD = 40

/** A state word as a client sends it: printable ASCII, up to 40 characters. */
export function isDeliveryWord(text: string): boolean {
  return text.length <= LONGEST_WORD && /^[\x21-\x7e]+$/.test(text)
}
