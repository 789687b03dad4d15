/** Minutes after midnight on the agency's clock. */
export interface Hours {
  readonly from: number
  readonly until: number
}

/** How long a meeting lasts when only its beginning is written. */
const USUAL_MINUTES = 120
const HOUR = /^(\d{1,2})(?:\s*(?:h|g|:|\.|giờ)\s*(\d{2})?)?(?:\s*(?:phút|'))?$/i

/** Reads hours as people write them: `8h`, `8h30-11h`, `14:00 – 16:30`, `8 giờ 30 đến 11 giờ`; undefined when it is none. */
export function hoursFromWords(words: string): Hours | undefined {
  const [first = '', second, ...more] = words.trim().split(/\s*(?:-|–|—|đến)\s*/i)
  const from = minutesOf(first)
  const until = second === undefined ? (from ?? 0) + USUAL_MINUTES : minutesOf(second)
  const isRight = from !== undefined && until !== undefined && until > from && until <= 24 * 60
  return isRight && more.length === 0 ? { from, until } : undefined
}

function minutesOf(text: string): number | undefined {
  const [, hour, minute] = HOUR.exec(text.trim()) ?? []
  if (hour === undefined) return undefined
  const [hours, minutes] = [Number(hour), Number(minute ?? 0)]
  return hours <= 24 && minutes < 60 ? hours * 60 + minutes : undefined
}
