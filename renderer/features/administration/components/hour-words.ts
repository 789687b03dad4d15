const MINUTES = 60
const two = (value: number): string => String(value).padStart(2, '0')

/** `07:30` for 450. */
export const timeWords = (minute: number): string =>
  `${two(Math.floor(minute / MINUTES))}:${two(minute % MINUTES)}`

/** `07:00–11:30` */
export const hourWords = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  `${timeWords(from)}–${timeWords(to)}`

/** The minute of the day that is written as `7:30`, `07h30` or `7`; undefined for anything else. */
export function minuteFrom(words: string): number | undefined {
  const found = /^(\d{1,2})(?:[:h](\d{2})?)?$/u.exec(words.trim().toLowerCase())
  if (found === null) return undefined
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)]
  return hour <= 24 && minute < MINUTES && hour * MINUTES + minute <= 24 * MINUTES
    ? hour * MINUTES + minute
    : undefined
}
