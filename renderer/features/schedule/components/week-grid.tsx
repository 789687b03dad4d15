import type { KeyboardEvent } from 'react'
import { halves, type WeekLine } from '#shared/domain/schedule/week-line.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { cx } from '../../../ui/cx.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import { useKeysInGrid } from '../hooks/use-keys-in-grid.ts'
import { gridKeys, moved, type Grid, type GridKey, type GridPlace } from './grid-places.ts'
import { LineCard } from './line-card.tsx'
import classes from './week-grid.module.css'

interface WeekGridProps {
  readonly label: string
  readonly grid: Grid
  readonly leaders: readonly Post[]
  readonly today: LocalDate
  readonly active: GridPlace
  /** Lines that the latest version has otherwise or not at all. */
  readonly changed: ReadonlySet<string>
  readonly onMove: (place: GridPlace) => void
  readonly onOpen: (place: GridPlace) => void
}

const isGridKey = (code: string): code is GridKey => (gridKeys as readonly string[]).includes(code)

/** Days and halves of days down, leaders across; one tab stop, arrows move, Enter opens. */
export function WeekGrid(props: WeekGridProps) {
  const { label, grid, leaders, today, active, changed, onMove, onOpen } = props
  const t = useT()
  const formats = useFormats()
  const root = useKeysInGrid<HTMLTableElement>()
  const go = (place: GridPlace): void => {
    onMove(place)
    root.current?.querySelector<HTMLElement>(`[data-stop="${stopOf(place)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
      return
    const { code } = event
    if (isGridKey(code)) go(moved(grid, active, code))
    else if (code === 'Enter' || code === 'NumpadEnter') onOpen(active)
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.scroll}>
      <table ref={root} role="grid" aria-label={label} className={classes.grid} onKeyDown={onKeyDown}>
        <colgroup>
          <col className={classes.dayColumn} />
          <col className={classes.halfColumn} />
          {leaders.map(({ id }) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('schedule.grid.day')}</th>
            <th scope="col">{t('schedule.grid.half')}</th>
            {leaders.map(({ id, name, title }) => (
              <th key={id} scope="col" className={classes.leader}>
                {name}
                <span className={classes.office}>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.days.map((day) =>
            halves.map((half) => (
              <tr key={`${day}${half}`} className={cx(half === 'morning' && classes.firstHalf)}>
                {half === 'morning' && (
                  <th
                    scope="rowgroup"
                    rowSpan={2}
                    className={cx(classes.day, day === today && classes.today)}
                  >
                    {formats.weekday(day)}
                    <span className={cx(classes.date, 'num')}>{formats.dayMonth(day)}</span>
                  </th>
                )}
                <th scope="row" className={classes.half}>
                  {t(`schedule.halves.${half}`)}
                </th>
                {leaders.map(({ id: leader }) => (
                  <td key={leader} role="gridcell" className={classes.cell}>
                    <Cell
                      lines={grid.at({ day, half, leader })}
                      place={{ day, half, leader, line: 0 }}
                      active={active}
                      changed={changed}
                      onMove={onMove}
                      onOpen={onOpen}
                    />
                  </td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps extends Pick<WeekGridProps, 'active' | 'changed' | 'onMove' | 'onOpen'> {
  readonly lines: readonly WeekLine[]
  readonly place: GridPlace
}

function Cell({ lines, place, active, changed, onMove, onOpen }: CellProps) {
  const t = useT()
  const formats = useFormats()
  const stop = (line: number) => {
    const own = { ...place, line }
    return {
      type: 'button' as const,
      'data-stop': stopOf(own),
      tabIndex: stopOf(own) === stopOf(active) ? 0 : -1,
      onFocus: () => onMove(own),
      onClick: () => onOpen(own),
    }
  }
  if (lines.length === 0)
    return (
      <button
        {...stop(0)}
        className={classes.empty}
        aria-label={t('schedule.grid.free', {
          half: t(`schedule.halves.${place.half}`),
          day: formats.weekday(place.day),
        })}
      />
    )
  return lines.map((line, index) => (
    <button
      key={line.id}
      {...stop(index)}
      className={cx(classes.line, changed.has(line.id) && classes.changed)}
    >
      <LineCard line={line} isChanged={changed.has(line.id)} />
    </button>
  ))
}

const stopOf = ({ day, half, leader, line }: GridPlace): string => [day, half, leader, line].join('/')
