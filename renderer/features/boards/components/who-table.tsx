import type { Board, FigureId, TaskStanding } from '#shared/domain/boards/figures.ts'
import { countsBy, type UnitOf } from '#shared/domain/boards/narrow.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { cx } from '../../../ui/cx.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { OpenFigure } from './board-parts.tsx'
import { standingLook } from './figure-words.ts'
import classes from './boards.module.css'

interface WhoTableProps {
  readonly board: Board
  readonly by: 'unit' | 'post'
  readonly unitOf: UnitOf
  readonly nameOf: (id: string) => string
  readonly onOpen: OpenFigure
}

const columns = ['overdue', 'late', 'onTime', 'running'] as const satisfies TaskStanding[]

/** Tasks by unit or person; who has most overdue comes first (G1). */
export function WhoTable({ board, by, unitOf, nameOf, onOpen }: WhoTableProps) {
  const t = useT()
  const formats = useFormats()
  const figures = columns.map((one): FigureId => `tasks.${one}`)
  const counts = figures.map((figure) => countsBy(board, figure, by, unitOf))
  const ids = [...new Set(counts.flatMap((one) => [...one.keys()]))]
  const rows = ids
    .map((id) => ({ id, name: nameOf(id), numbers: counts.map((one) => one.get(id) ?? 0) }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => gravity(b.numbers) - gravity(a.numbers) || a.name.localeCompare(b.name, 'vi'))
  if (rows.length === 0) return null
  return (
    <section className={classes.who} aria-label={t(`boards.by.${by}`)}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t(`boards.by.${by}`)}</th>
            {columns.map((one) => (
              <th key={one} scope="col" className={classes.number}>
                <span className={cx(classes.lineName, classes[standingLook[one].tone])}>
                  <Icon name={standingLook[one].icon} size="s" />
                  {t(`boards.figure.tasks.${one}`)}
                </span>
              </th>
            ))}
            <th scope="col" className={classes.number}>
              {t('boards.onTime')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, numbers }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {numbers.map((count, index) => (
                <td key={figures[index]} className={cx(classes.number, 'num')}>
                  {count === 0 ? (
                    <span className="dim">0</span>
                  ) : (
                    <button
                      type="button"
                      className={classes.link}
                      onClick={() => onOpen({ figure: figures[index] ?? 'tasks.overdue', [by]: id })}
                    >
                      {formats.number(count)}
                    </button>
                  )}
                </td>
              ))}
              <td className={cx(classes.number, 'num')}>{shareOf(numbers, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const gravity = ([overdue = 0, late = 0]: readonly number[]): number => overdue * 1000 + late

function shareOf([overdue = 0, late = 0, onTime = 0]: readonly number[], t: ReturnType<typeof useT>): string {
  const due = overdue + late + onTime
  return due === 0 ? '' : t('boards.share', { share: Math.round((100 * onTime) / due) })
}
