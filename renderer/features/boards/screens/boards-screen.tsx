import { useMemo } from 'react'
import type { BoardFact } from '#shared/domain/boards/facts.ts'
import { behind } from '#shared/domain/boards/narrow.ts'
import { useUnits } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { periodOf, type BoardAddress } from '../board-address.ts'
import classes from '../components/boards.module.css'
import { FigureHeader } from '../components/figure-header.tsx'
import { FigureList } from '../components/figure-list.tsx'
import { PeriodBar } from '../components/period-bar.tsx'
import { Tiles } from '../components/tiles.tsx'
import { WhoTable } from '../components/who-table.tsx'
import { useBoard, useUnitOf } from '../hooks/use-board.ts'

interface BoardsScreenProps {
  readonly address: BoardAddress
  readonly onAddress: (address: BoardAddress) => void
  readonly onOpenFact: (fact: BoardFact) => void
}

/** What the office does in numbers, over all that this desk may see; every number opens what was counted for it. */
export function BoardsScreen({ address, onAddress, onOpenFact }: BoardsScreenProps) {
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
          <p className={classes.note}>{t('boards.scope')}</p>
        </div>
      )}
    </>
  )
}
