import { codeOfLetter } from '#shared/domain/correspondence/letter.ts'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { Formats } from '../../../i18n/formats.ts'
import type { Translate } from '../../../i18n/messages.ts'
import { pressOf, type IncomingRow } from '../../../projections/incoming.ts'
import { deadlineView, stampOf } from '../../../ui/deadline-view.ts'
import type { DocumentRowView } from '../../../ui/document-row.tsx'
import type { ListEntry } from '../../../ui/list-entries.ts'
import { documentNamed, statusWords } from './message-sections.ts'

/** What a list line says of a letter or of a message that matches nothing. */
export function rowView(
  row: IncomingRow,
  t: Translate,
  today: LocalDate,
  calendar: WorkingCalendar,
): DocumentRowView {
  if (row.what === 'unmatched') {
    return {
      from: row.fromName || row.fromCode,
      number: documentNamed(row.fields) || undefined,
      subject: [statusWords(row.fields, t), t(`incoming.unmatched.kinds.${row.message}`)]
        .filter((part) => part !== '')
        .join(' · '),
      isUnread: true,
      isPending: row.pending,
    }
  }
  if (row.what === 'request') {
    const { way, about, notice, reason } = row.state
    return {
      from: brief(row.fromName) || row.fromCode,
      number: about.code,
      subject: t(`amending.request.row.${way}`, { subject: reason || (notice?.subject ?? '') }),
      isUnread: true,
      isPending: row.pending,
    }
  }
  const isNew = row.status === 'arrived'
  return {
    from: brief(row.fromName) || row.fromCode,
    number: codeOfLetter(row),
    subject: row.subject,
    isUnread: isNew,
    urgency: stampOf(row.urgency),
    deadline:
      row.status === 'finished' || row.status === 'refused'
        ? undefined
        : deadlineView({ deadline: row.dueDate, urgency: row.urgency }, today, calendar),
    attachments: row.fileCount,
    verdict: row.paper === 'original' ? 'paper' : row.verdict,
    isPending: row.pending,
  }
}

/** In a row the customary abbreviation leaves room for the name that tells agencies apart. */
const brief = (name: string): string => name.replace(/(?:Ủy|Uỷ) ban nhân dân/u, 'UBND')

/** Orders of a box; the first is the usual one. */
export const letterOrders = ['deadline', 'arrival', 'issuer'] as const
export type LetterOrder = (typeof letterOrders)[number]

/**
 * Groups a box, newest first: what cannot wait first (express, or due within the day), then by the day of arrival; by `arrival` the days alone,
 * by `issuer` one group for each agency, in the order of the alphabet.
 */
export function groupRows(
  rows: readonly IncomingRow[],
  first: string,
  formats: Formats,
  today: LocalDate,
  order: LetterOrder = 'deadline',
): readonly ListEntry<IncomingRow>[] {
  const pressing = order === 'deadline' ? rows.filter((row) => pressOf(row) <= today) : []
  const entries: ListEntry<IncomingRow>[] = []
  const put = (
    id: string,
    label: string,
    detail: string | undefined,
    members: readonly IncomingRow[],
  ): void => {
    if (members.length === 0) return
    entries.push(
      { kind: 'group', id, label, detail },
      ...members.map((item) => ({ kind: 'row', id: item.id, item }) as const),
    )
  }
  if (order === 'issuer') {
    const byIssuer = [...Map.groupBy(rows, (row) => row.fromName)]
    for (const [issuer, members] of byIssuer.toSorted(([one], [other]) => one.localeCompare(other, 'vi')))
      put(`from ${issuer}`, issuer, undefined, members)
    return entries
  }
  put('pressing', first, undefined, pressing)
  const isFirst = new Set(pressing)
  const rest = rows.filter((row) => !isFirst.has(row))
  for (const [day, members] of Map.groupBy(rest, (row) => localDateOf(row.arrivedAt)))
    put(day, formats.dayHeading(day, today), formats.dayMonth(day), members)
  return entries
}
