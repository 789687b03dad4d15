import type { LocalDate } from '#shared/kernel/instant.ts'
import { halves, halvesOf, inOrder, type Half, type WeekLine } from '#shared/domain/schedule/week-line.ts'

/** A place in the grid: a half of a day of one leader, and which of its lines. */
export interface GridPlace {
  readonly day: LocalDate
  readonly half: Half
  readonly leader: string
  readonly line: number
}

/** Rows and columns of the grid with what stands in them. */
export interface Grid {
  readonly days: readonly LocalDate[]
  readonly leaders: readonly string[]
  readonly at: (place: Omit<GridPlace, 'line'>) => readonly WeekLine[]
}

/** The lines of each leader under each half of a day. */
export function gridOf(
  days: readonly LocalDate[],
  leaders: readonly string[],
  lines: readonly WeekLine[],
): Grid {
  const cells = new Map<string, WeekLine[]>()
  for (const line of inOrder(lines))
    for (const half of halvesOf(line))
      for (const leader of line.leaders) {
        const key = `${line.day} ${half} ${leader}`
        cells.set(key, [...(cells.get(key) ?? []), line])
      }
  return { days, leaders, at: ({ day, half, leader }) => cells.get(`${day} ${half} ${leader}`) ?? [] }
}

/** Keys by which one moves in the grid. */
export const gridKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const
export type GridKey = (typeof gridKeys)[number]

/** Where a key leads: up and down line by line and half by half, sideways from leader to leader. */
export function moved(grid: Grid, from: GridPlace, key: GridKey): GridPlace {
  const column = grid.leaders.indexOf(from.leader)
  const sideways = (step: number): GridPlace => ({
    ...from,
    leader: grid.leaders[Math.min(grid.leaders.length - 1, Math.max(0, column + step))] ?? from.leader,
    line: 0,
  })
  if (key === 'ArrowLeft') return sideways(-1)
  if (key === 'ArrowRight') return sideways(1)
  const stops = grid.days.flatMap((day) =>
    halves.flatMap((half) => {
      const place = { day, half, leader: from.leader }
      return Array.from({ length: Math.max(1, grid.at(place).length) }, (_, line) => ({ ...place, line }))
    }),
  )
  const at = stops.findIndex(
    ({ day, half, line }) => day === from.day && half === from.half && line === from.line,
  )
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: stops.length - 1 }[key]
  return stops[Math.min(stops.length - 1, Math.max(0, to))] ?? from
}

/** The place one was at, if the grid still has it; else where one begins: today or Monday, in the own schedule. */
export function placeWithin(
  grid: Grid,
  at: GridPlace | null,
  own: string,
  today: LocalDate,
): GridPlace | undefined {
  const [firstDay] = grid.days
  const leader = grid.leaders.includes(own) ? own : grid.leaders[0]
  if (firstDay === undefined || leader === undefined) return undefined
  const isThere = at !== null && grid.days.includes(at.day) && grid.leaders.includes(at.leader)
  if (!isThere) return { day: grid.days.includes(today) ? today : firstDay, half: 'morning', leader, line: 0 }
  return { ...at, line: Math.min(at.line, Math.max(0, grid.at(at).length - 1)) }
}
