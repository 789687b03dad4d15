import type { Board, TaskStanding } from '#shared/domain/boards/figures.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { FigureLine, ShareBar, Tile, type OpenFigure } from './board-parts.tsx'
import { standingLook } from './figure-words.ts'

interface TaskTileProps {
  readonly board: Board
  readonly of: 'tasks' | 'superior'
  readonly onOpen: OpenFigure
}

const order = [
  'overdue',
  'late',
  'onTime',
  'running',
  'stopped',
  'noDeadline',
] as const satisfies TaskStanding[]

/** On time, late, overdue: of all tasks, or of those of the superior body (G1). */
export function TaskTile({ board, of, onOpen }: TaskTileProps) {
  const t = useT()
  const formats = useFormats()
  const count = (standing: (typeof order)[number]): number =>
    board.behind.get(`${of}.${standing}`)?.length ?? 0
  const due = count('onTime') + count('late') + count('overdue')
  const share = due === 0 ? null : Math.round((100 * count('onTime')) / due)
  return (
    <Tile
      title={t(`boards.tile.${of}`)}
      icon={of === 'tasks' ? 'checklist' : 'flag'}
      head={
        share === null ? t('boards.noneDue') : t('boards.onTimeShare', { share, due: formats.number(due) })
      }
    >
      <ShareBar
        label={t(`boards.tile.${of}`)}
        parts={order.map((one) => ({ tone: one, count: count(one) }))}
      />
      {order.map((one) =>
        one === 'stopped' && count(one) === 0 ? null : (
          <FigureLine
            key={one}
            figure={`${of}.${one}`}
            name={t(`boards.figure.tasks.${one}`)}
            count={count(one)}
            onOpen={onOpen}
            look={standingLook[one]}
          />
        ),
      )}
    </Tile>
  )
}
