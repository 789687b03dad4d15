import { z } from 'zod'

/** Somebody as they are typed into the list of guests. */
export interface TypedGuest {
  readonly name: string
  /** An address of mail in lower case. */
  readonly address: string
}

/** An address that can be written to. */
export const guestMail = z.email().max(320)
/** As many as one appointment may call. */
export const MOST_GUESTS = 100

/** Guests as they are typed, a line for each: `Nguyễn Văn An, an@truong.example`. `unread`: lines without an address that could be written to; `surplus`: how many are more than one appointment may call. */
export function guestsFromLines(text: string): {
  readonly guests: readonly TypedGuest[]
  readonly unread: readonly string[]
  readonly surplus: number
} {
  const guests = new Map<string, TypedGuest>()
  const unread: string[] = []
  for (const line of text.normalize('NFC').split('\n')) {
    const parts = line.split(/[,;<>\t]/).map((part) => part.trim())
    const words = parts.filter((part) => part !== '')
    if (words.length === 0) continue
    const address = words.map((part) => part.toLowerCase()).find((part) => guestMail.safeParse(part).success)
    if (address === undefined) {
      unread.push(words.join(', '))
      continue
    }
    const name = words.filter((part) => part.toLowerCase() !== address).join(', ')
    if (name !== '' || !guests.has(address)) guests.set(address, { address, name: name.slice(0, 500) })
  }
  const all = [...guests.values()]
  return { guests: all.slice(0, MOST_GUESTS), unread, surplus: Math.max(0, all.length - MOST_GUESTS) }
}

/** The guests as they would be typed. */
export function linesOfGuests(guests: readonly TypedGuest[]): string {
  return guests.map(({ name, address }) => (name === '' ? address : `${name}, ${address}`)).join('\n')
}
