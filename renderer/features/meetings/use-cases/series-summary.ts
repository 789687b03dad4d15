import type { GivenTask } from '#shared/domain/meetings/conclude/state.ts'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import { isOpen } from '#shared/domain/work/task.ts'
import { localDateOf, type LocalDate } from '#shared/kernel/instant.ts'
import type { CellValue, SheetTable } from '#shared/spreadsheet/table.ts'
import type { Translate } from '../../../i18n/messages.ts'
import type { TaskRow } from '../../../projections/tasks.ts'
import { statusKey } from '../../../workplace/tasks/task-words.ts'

/** A conclusion of a series with the meeting and the item it is of. */
export interface SeriesConclusion {
  readonly meeting: Meeting
  readonly item: ItemState
  readonly text: string
  readonly tasks: readonly GivenTask[]
}

/** What a series came to so far, in numbers. */
export interface SeriesFigures {
  readonly conclusions: number
  readonly tasks: number
  /** Of those tasks that this desk sees. */
  readonly open: number
  readonly overdue: number
}

/** What the meetings of a series concluded and published, the newest meeting first. */
export function conclusionsOf(meetings: readonly Meeting[], adopted: string): readonly SeriesConclusion[] {
  return meetings
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .flatMap((meeting) =>
      meeting.items.flatMap((item) =>
        item.conclusion === null || item.conclusion.publishedAt === null
          ? []
          : [
              {
                ...{ meeting, item, text: item.conclusion.text || adopted },
                tasks: (meeting.tasks ?? []).filter((task) => task.item === item.id),
              },
            ],
      ),
    )
}

/** Counts them; tasks that this desk does not see are neither open nor overdue here. */
export function figuresOf(
  conclusions: readonly SeriesConclusion[],
  rows: ReadonlyMap<string, TaskRow>,
  today: LocalDate,
): SeriesFigures {
  const tasks = conclusions.flatMap((one) => one.tasks)
  const open = tasks.flatMap(({ task }) => {
    const row = rows.get(task)
    return row !== undefined && isOpen(row) ? [row] : []
  })
  const overdue = open.filter(({ deadline }) => deadline !== null && deadline < today)
  return {
    conclusions: conclusions.length,
    tasks: tasks.length,
    open: open.length,
    overdue: overdue.length,
  }
}

const columns = ['number', 'date', 'item', 'conclusion', 'task', 'holder', 'deadline', 'state'] as const
const widths: Readonly<Record<(typeof columns)[number], number>> = {
  number: 8,
  date: 12,
  item: 40,
  conclusion: 60,
  task: 60,
  holder: 28,
  deadline: 12,
  state: 20,
}

/** A line for each task, or for a conclusion without one. */
export function seriesTable(
  t: Translate,
  conclusions: readonly SeriesConclusion[],
  rows: ReadonlyMap<string, TaskRow>,
  nameOf: (post: string) => string,
): SheetTable {
  const lines = conclusions.flatMap(({ meeting, item, text, tasks }): readonly (readonly CellValue[])[] => {
    const head = [meeting.series?.number ?? null, { date: localDateOf(meeting.from) }, item.title, text]
    if (tasks.length === 0) return [[...head, '', '', null, '']]
    return tasks.map((task) => {
      const row = rows.get(task.task)
      const deadline = row?.deadline ?? task.deadline
      return [
        ...head,
        task.text,
        nameOf(row?.assignee ?? task.post),
        deadline === null ? null : { date: deadline },
        t(row === undefined ? 'concluding.tasks.elsewhere' : statusKey(row)),
      ]
    })
  })
  return {
    name: t('series.table.name'),
    columns: columns.map((id) => ({ heading: t(`series.table.columns.${id}`), widthChars: widths[id] })),
    rows: lines,
  }
}
