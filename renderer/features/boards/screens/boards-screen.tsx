import { useMemo, useState } from 'react'
import type { BoardFact } from '#shared/domain/boards/facts.ts'
import type { Board } from '#shared/domain/boards/figures.ts'
import { behind } from '#shared/domain/boards/narrow.ts'
import type { SheetTable } from '#shared/spreadsheet/table.ts'
import { useReaders } from '../../../database/office-context.tsx'
import { useUnits } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { kindOf, periodOf, type BoardAddress } from '../board-address.ts'
import classes from '../components/boards.module.css'
import { ExportButtons } from '../components/export-buttons.tsx'
import { FigureHeader } from '../components/figure-header.tsx'
import { FigureList } from '../components/figure-list.tsx'
import { OpenDataSheet } from '../components/open-data-sheet.tsx'
import { ReportVerbs } from '../components/report-verbs.tsx'
import { PeriodBar } from '../components/period-bar.tsx'
import { Tiles } from '../components/tiles.tsx'
import { WhoTable } from '../components/who-table.tsx'
import { useBoard, useUnitOf } from '../hooks/use-board.ts'
import { usePeriodReport } from '../hooks/use-period-report.ts'
import type { PeriodReport } from '../use-cases/report-body.ts'
import { figuresTable, listTable } from '../use-cases/board-tables.ts'

interface BoardsScreenProps {
  readonly address: BoardAddress
  readonly onAddress: (address: BoardAddress) => void
  readonly onOpenFact: (fact: BoardFact) => void
  /** Makes a document of a report. */
  readonly onDraft: (report: PeriodReport) => void
  /** Makes a document of it that is to be submitted as it is. */
  readonly onSubmit: (report: PeriodReport) => void
}

/** What the office does in numbers, over all that this desk may see; every number opens what was counted for it. */
export function BoardsScreen({ address, onAddress, onOpenFact, onDraft, onSubmit }: BoardsScreenProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const { kind, from, to } = address
  const period = useMemo(() => periodOf({ kind, from, to }, today), [kind, from, to, today])
  const board = useBoard(period)
  const unitOf = useUnitOf()
  const postName = usePostNames()
  const units = useUnits() ?? []
  const unitName = (id: string): string => units.find((one) => one.id === id)?.name ?? ''
  const { figure, unit, post } = address
  const note = t('boards.period.days', { from: formats.date(period.from), to: formats.date(period.to) })
  const inName = { from: dashed(formats.date(period.from)), to: dashed(formats.date(period.to)) }
  const reportOf = usePeriodReport(kindOf(address), period)
  const [isOpenData, setOpenData] = useState(false)
  const { office } = useReaders()
  const allTables = async (counted: Board): Promise<readonly SheetTable[]> => {
    const tables: SheetTable[] = [figuresTable(counted, t)]
    for (const [one, facts] of counted.behind) tables.push(await listTable(office, one, facts, postName, t))
    return tables
  }
  if (figure !== undefined) {
    const selection = { figure, unit, post }
    const facts = board === undefined ? undefined : behind(board, selection, unitOf)
    const who = unit === undefined ? postName(post ?? null) : unitName(unit)
    return (
      <>
        <FigureHeader
          selection={selection}
          who={who}
          count={facts?.length ?? 0}
          period={note}
          onBack={() => onAddress({ kind, from, to })}
          actions={
            facts !== undefined && (
              <ExportButtons
                name={`${t(`boards.figure.${figure}`)} ${inName.from} ${inName.to}`}
                tables={async () => [await listTable(office, figure, facts, postName, t)]}
              />
            )
          }
        />
        <FigureList
          facts={facts}
          selection={selection}
          label={t(`boards.figure.${figure}`)}
          onOpenFact={onOpenFact}
        />
      </>
    )
  }
  return (
    <>
      <ScreenHeader
        title={t('boards.title')}
        actions={<PeriodBar address={address} period={period} onAddress={onAddress} />}
      />
      {board === undefined ? (
        <SkeletonRows />
      ) : (
        <>
          <ListToolRow summary={t('boards.scope')}>
            <ReportVerbs board={board} reportOf={reportOf} onDraft={onDraft} onSubmit={onSubmit} />
            <ExportButtons name={t('boards.export.fileName', inName)} tables={() => allTables(board)} />
            <Button size="small" variant="quiet" icon="external-link" onClick={() => setOpenData(true)}>
              {t('boards.openData.title')}
            </Button>
          </ListToolRow>
          <div className={classes.page} data-pane role="region" aria-label={t('boards.title')} tabIndex={0}>
            <Tiles board={board} onOpen={(selection) => onAddress({ kind, from, to, ...selection })} />
            <div className={classes.tables}>
              {(['unit', 'post'] as const).map((by) => (
                <WhoTable
                  key={by}
                  board={board}
                  by={by}
                  unitOf={unitOf}
                  nameOf={by === 'unit' ? unitName : postName}
                  onOpen={(selection) => onAddress({ kind, from, to, ...selection })}
                />
              ))}
            </div>
          </div>
          {isOpenData && (
            <OpenDataSheet
              issued={board.behind.get('documents.issued') ?? []}
              name={t('boards.openData.fileName', inName)}
              onClose={() => setOpenData(false)}
            />
          )}
        </>
      )}
    </>
  )
}

/** A date as a file name may hold it. */
const dashed = (date: string): string => date.replaceAll('/', '-')
