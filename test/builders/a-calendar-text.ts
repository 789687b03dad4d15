/** A calendar as other programs write it; lines of each event beside its UID. */
export function aCalendarText(events: readonly (readonly string[])[], head: readonly string[] = []): string {
  const lines = events.flatMap((own, at) => [
    'BEGIN:VEVENT',
    ...(own.some((line) => line.startsWith('UID:')) ? [] : [`UID:e${String(at)}`]),
    'DTSTAMP:20261101T000000Z',
    ...own,
    'END:VEVENT',
  ])
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//VI',
    ...head,
    ...lines,
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
