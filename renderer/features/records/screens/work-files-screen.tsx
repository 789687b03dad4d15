import { useMemo, useState } from 'react'
import { caseFileId } from '#shared/domain/records/case-file.ts'
import { useCaseFile, useFiles, useRecordActs } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { rowIdsOf } from '../../../ui/list-entries.ts'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { ThreePane, useThreePane } from '../../../ui/three-pane.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { useMe } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { FilePane } from '../components/file-pane.tsx'
import { fileTree, type TreeItem } from '../components/file-tree.ts'
import { HandoverBox } from '../components/handover-box.tsx'
import { OpenSheet } from '../components/open-sheet.tsx'
import { PlanBox } from '../components/plan-box.tsx'
import { RecordLine } from '../components/record-row.tsx'

const boxes = ['files', 'plan', 'handover'] as const
type RecordBox = (typeof boxes)[number]

/** Work files under the headings of the plan, the plan itself, and handing everything over on leaving. */
export function WorkFilesScreen() {
  const t = useT()
  const [box, setBox] = useState<RecordBox>('files')
  const [isOpening, setOpening] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <>
      <ScreenHeader
        title={t('records.title')}
        boxes={boxes.map((id) => ({ id, label: t(`records.box.${id}`) }))}
        activeBox={box}
        onBox={(id) => setBox(id as RecordBox)}
        actions={
          box === 'files' && (
            <Button icon="plus" onClick={() => setOpening(true)}>
              {t('records.verbs.openOutside')}
            </Button>
          )
        }
      />
      {box === 'files' && <Files opened={opened} />}
      {box === 'plan' && <PlanBox />}
      {box === 'handover' && <HandoverBox />}
      {isOpening && <OpenSheet onClose={() => setOpening(false)} onOpened={setOpened} />}
    </>
  )
}

function Files({ opened }: { readonly opened: string | null }) {
  const t = useT()
  const me = useMe()
  const today = useToday()
  const files = useFiles()
  const plans = useRecordActs('file-plan')
  const act = useAct()
  const panes = useThreePane(500)
  const entries = useMemo(
    () =>
      fileTree(plans ?? [], files ?? [], me?.id ?? '', {
        outside: t('records.outsidePlan'),
        year: (year) => t('records.of', { year: String(year) }),
      }),
    [plans, files, me, t],
  )
  const ids = files === undefined || plans === undefined ? undefined : rowIdsOf(entries)
  const [active, setActive] = useActiveRow(ids, opened ?? 'files')
  const item = entries.find((one) => one.kind === 'row' && one.id === active)
  const chosen = item?.kind === 'row' ? item.item : undefined
  const seen = useCaseFile(chosen?.what === 'file' ? chosen.file.id : '')

  const openPlanned = (planned: Extract<TreeItem, { what: 'planned' }>): void => {
    const { year, entry } = planned
    const { notation, title, retention } = entry
    const payload = { year, notation, title, retention, isPlanned: true, startedOn: today }
    void act({ kind: 'case-file', id: caseFileId(year, notation) }, 'case-file.open', payload)
  }
  if (ids === undefined) return <SkeletonRows />
  return (
    <ThreePane
      {...panes.props}
      list={
        <>
          <ListToolRow summary={t('records.summary', { count: files?.length ?? 0 })} />
          <VirtualList<TreeItem>
            label={t('records.title')}
            entries={entries}
            activeId={active}
            onActivate={(id) => {
              setActive(id)
              panes.read()
            }}
            isEnterFree
            isAutoFocused
            empty={<EmptyState text={t('records.empty')} />}
            renderRow={(row, state) => <RecordLine item={row} today={today} {...state} />}
          />
        </>
      }
      reading={
        chosen?.what === 'planned' ? (
          <EmptyState
            text={`${chosen.entry.notation} ${chosen.entry.title}`}
            hint={t('records.of', { year: String(chosen.year) })}
            verb={{ label: t('records.verbs.open'), run: () => openPlanned(chosen) }}
          />
        ) : seen == null ? null : (
          <FilePane key={seen.state.id} file={seen.state} />
        )
      }
    />
  )
}
