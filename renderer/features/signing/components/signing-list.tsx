import { useT } from '../../../i18n/language-provider.tsx'
import type { WorkRow } from '../../../projections/work.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { deadlineView, stampOf } from '../../../ui/deadline-view.ts'
import { DocumentRow } from '../../../ui/document-row.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { RejectedMark } from '../../../workplace/signature-checks.tsx'
import { useSeenDocuments } from '../../../workplace/seen-documents.ts'
import { useToday } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'

interface SigningListProps {
  readonly rows: readonly WorkRow[]
  readonly activeId: string
  readonly onActivate: (id: string) => void
  /** What is chosen to be done together; absent where one is done after the other. */
  readonly choice?: {
    readonly selected: ReadonlySet<string>
    readonly onSelect: (ids: ReadonlySet<string>) => void
  }
}

/** Documents that wait for this post, each marked until it was on screen as it is. */
export function SigningList({ rows, activeId, onActivate, choice }: SigningListProps) {
  const t = useT()
  const today = useToday()
  const calendar = useCalendar()
  const nameOf = usePostNames()
  const seen = useSeenDocuments()
  const picked = rows.filter((row) => choice?.selected.has(row.id) === true).length
  return (
    <>
      <ListToolRow
        select={
          choice && (
            <Checkbox
              label={t('common.selectAll')}
              checked={picked === rows.length}
              mixed={picked > 0 && picked < rows.length}
              onChange={(all) => choice.onSelect(new Set(all ? rows.map((row) => row.id) : []))}
            />
          )
        }
        summary={
          picked === 0
            ? t('common.documents', { count: rows.length })
            : t('common.selected', { count: picked, total: rows.length })
        }
      />
      <VirtualList<WorkRow>
        label={t('signing.title')}
        entries={rows.map((item) => ({ kind: 'row', id: item.id, item }) as const)}
        activeId={activeId}
        onActivate={onActivate}
        {...(choice && {
          selectedIds: choice.selected,
          onSelectionChange: choice.onSelect,
          alwaysSelecting: true,
        })}
        isAutoFocused
        renderRow={(row, state) => (
          <DocumentRow
            {...state}
            row={{
              from: nameOf(row.from),
              subject: row.subject,
              urgency: stampOf(row.urgency),
              deadline: deadlineView({ deadline: row.deadline, urgency: row.urgency }, today, calendar),
              isPending: row.pending,
              mark: (
                <>
                  {row.isRejected === true && <RejectedMark />}
                  {!seen.has(row.about.id, row.since) && (
                    <Chip tone="soon" icon="eye">
                      {t('signing.unseen')}
                    </Chip>
                  )}
                </>
              ),
            }}
          />
        )}
      />
    </>
  )
}
