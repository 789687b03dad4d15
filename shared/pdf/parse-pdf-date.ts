/** A PDF date (ISO 32000-2, 7.9.4); without an offset it counts as UTC. Undefined for anything else. */
export function parsePdfDate(text: string): Date | undefined {
  const match =
    /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?'?)?(?:00'?(?:00'?)?)?$/u.exec(
      text,
    )
  if (match === null) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits: string | undefined) => (digits === undefined ? undefined : Number(digits)))
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return undefined
  const offsetMinutes = Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)
  return new Date(local.getTime() - (match[7] === '-' ? -1 : 1) * offsetMinutes * 60_000)
}
