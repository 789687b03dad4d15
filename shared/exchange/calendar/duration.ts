const DURATION = /^([+-]?)P(?:(\d{1,6})W|(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?)$/

/** Milliseconds of a duration (RFC 5545, 3.3.6), a day being 24 hours; undefined when it is none. */
export function durationMs(text: string): number | undefined {
  const [, sign, weeks, days, hours, minutes, seconds] = DURATION.exec(text) ?? []
  const parts = [weeks, days, hours, minutes, seconds]
  if (sign === undefined || parts.every((part) => part === undefined)) return undefined
  const [w = 0, d = 0, h = 0, m = 0, s = 0] = parts.map((part) => Number(part ?? 0))
  const ms = ((((w * 7 + d) * 24 + h) * 60 + m) * 60 + s) * 1000
  return sign === '-' ? -ms : ms
}
