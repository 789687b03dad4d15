const DAY_MS = 86_400_000

/** The day of a spreadsheet's serial number, whatever its hour; undefined outside of 1900–2199. */
export function dayOfSerial(serial: number, is1904 = false): string | undefined {
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const day = new Date(epoch + Math.floor(serial) * DAY_MS)
  const year = day.getUTCFullYear()
  return year >= 1900 && year <= 2199 ? day.toISOString().slice(0, 10) : undefined
}
