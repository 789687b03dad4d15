import { useMemo, useState } from 'react'
import { daysBetween } from '#shared/domain/calendar/days.ts'
import { WARN_DAYS } from '#shared/domain/records/retention.ts'
import { useCaseFile, useFiles, useRecordActs } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { FileRow } from '../../../projections/records.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { rowIdsOf } from '../../../ui/list-entries.ts'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { ThreePane, useThreePane } from '../../../ui/three-pane.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { DisposalCard } from '../components/disposal-card.tsx'
import { FilePane } from '../components/file-pane.tsx'
import { ProposeSheet } from '../components/propose-sheet.tsx'
import { RecordLine } from '../components/record-row.tsx'
import { SubmissionCard } from '../components/submission-card.tsx'
import classes from '../components/records.module.css'

const boxes = ['waiting', 'due', 'kept', 'expired', 'disposals'] as const
type ArchiveBox = (typeof boxes)[number]

/** The agency's archive: what waits to be received, what falls due, what is kept, and disposal with its decision. */
export function ArchiveScreen() {
  const t = useT()
  const me = useMe()
  const today = useToday()
  const files = useFiles()
  const waiting = useRecordActs('submission')?.filter((one) => one.answeredAt === null)
  const disposals = useRecordActs('disposal')
  const [asked, setBox] = useState<ArchiveBox | null>(null)
  const isArchivist = hasRole(me, 'archivist')
  const box = asked ?? (isArchivist ? 'waiting' : 'disposals')
  const lists = useMemo(() => listsOf(files ?? [], today), [files, today])
  if (files === undefined || waiting === undefined || disposals === undefined) return <SkeletonRows />
  const counts: Record<ArchiveBox, number> = {
    waiting: waiting.length,
    due: lists.due.length,
    kept: lists.kept.length,
    expired: lists.expired.length,
    disposals: disposals.filter((one) => one.decision === null).length,
  }
  return (
    <>
      <ScreenHeader
        title={t('records.archive.title')}
        boxes={boxes.map((id) => ({ id, label: t(`records.archive.box.${id}`), count: counts[id] }))}
        activeBox={box}
        onBox={(id) => setBox(id as ArchiveBox)}
      />
      {box === 'waiting' || box === 'disposals' ? (
        counts[box] === 0 && !(box === 'disposals' && disposals.length > 0) ? (
          <EmptyState text={t(`records.archive.empty.${box}`)} />
        ) : (
          <div className={classes.pane} data-pane>
            {box === 'waiting'
              ? waiting.map((one) => (
                  <SubmissionCard key={one.id} submission={one} isArchivist={isArchivist} />
                ))
              : disposals.toReversed().map((one) => <DisposalCard key={one.id} disposal={one} />)}
          </div>
        )
      ) : (
        <ArchiveFiles key={box} box={box} files={lists[box]} today={today} isArchivist={isArchivist} />
      )}
    </>
  )
}

function listsOf(files: readonly FileRow[], today: string) {
  const isDue = ({ status, submitBy }: FileRow): boolean =>
    (status === 'closed' || status === 'returned') &&
    submitBy !== null &&
    daysBetween(today, submitBy) <= WARN_DAYS
  const kept = files.filter((one) => one.status === 'archived')
  return {
    due: files.filter(isDue),
    kept,
    expired: kept.filter((one) => one.keptUntil !== null && one.keptUntil < today),
  }
}

interface ArchiveFilesProps {
  readonly box: 'due' | 'kept' | 'expired'
  readonly files: readonly FileRow[]
  readonly today: string
  readonly isArchivist: boolean
}

function ArchiveFiles({ box, files, today, isArchivist }: ArchiveFilesProps) {
  const t = useT()
  const panes = useThreePane(500)
  const [isProposing, setProposing] = useState(false)
  const entries = files.map((file) => ({ kind: 'row', id: file.id, item: file }) as const)
  const [active, setActive] = useActiveRow(rowIdsOf(entries), box)
  const seen = useCaseFile(active ?? '')
  return (
    <>
      <ThreePane
        {...panes.props}
        list={
          <>
            <ListToolRow summary={t('records.summary', { count: files.length })}>
              {box === 'expired' && isArchivist && files.length > 0 && (
                <Button size="small" icon="scale" onClick={() => setProposing(true)}>
                  {t('records.archive.propose')}
                </Button>
              )}
            </ListToolRow>
            <VirtualList<FileRow>
              label={t(`records.archive.box.${box}`)}
              entries={entries}
              activeId={active}
              onActivate={(id) => {
                setActive(id)
                panes.read()
              }}
              isEnterFree
              isAutoFocused
              empty={<EmptyState text={t(`records.archive.empty.${box}`)} />}
              renderRow={(file, state) => (
                <RecordLine item={{ what: 'file', file }} today={today} {...state} />
              )}
            />
          </>
        }
        reading={seen == null ? null : <FilePane key={seen.state.id} file={seen.state} />}
      />
      {isProposing && <ProposeSheet files={files} onClose={() => setProposing(false)} />}
    </>
  )
}
