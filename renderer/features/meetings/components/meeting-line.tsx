import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { MeetingRow } from '../../../projections/meetings.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DocumentRow } from '../../../ui/document-row.tsx'
import type { RowState } from '../../../ui/virtual-list.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { attendanceLooks, statusLooks } from './meeting-words.ts'

/** A meeting in the list: when, what, who chairs, whether one comes. */
export function MeetingLine({ row, state }: { readonly row: MeetingRow; readonly state: RowState }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const { post } = useDesk()
  const own = row.members.find((member) => member.post === post)
  const attendance = own?.attendance ?? 'none'
  const look = statusLooks[row.status]
  const answer = attendanceLooks[attendance]
  const subjectOf = ({ title, elsewhere, series }: MeetingRow): string => {
    if (series !== undefined) return `${title} · ${t('series.number', series)}`
    return elsewhere === null ? title : `${title} (${elsewhere})`
  }
  const asks = own !== undefined && row.status === 'called'
  return (
    <DocumentRow
      isActive={state.isActive}
      isSelected={state.isSelected}
      row={{
        from: `${formats.time(row.from)}–${formats.time(row.until)}`,
        isFromWhole: true,
        number: row.place === '' ? undefined : row.place,
        subject: subjectOf(row),
        isUnread: asks && own.attendance === null,
        isPending: row.pending,
        attachments: row.papers,
        mark: asks ? (
          <Chip tone={answer.tone} icon={answer.icon}>
            {t(`meetings.attendance.${attendance}`)}
          </Chip>
        ) : (
          <Chip tone={look.tone} icon={look.icon} title={nameOf(row.chair)}>
            {t(`meetings.status.${row.status}`)}
          </Chip>
        ),
      }}
    />
  )
}
