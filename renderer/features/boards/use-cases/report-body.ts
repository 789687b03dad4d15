import type { Board, FigureId, TimedStep } from '#shared/domain/boards/figures.ts'
import { spreadOf } from '#shared/domain/boards/spread.ts'
import type { OfficialBody } from '#shared/domain/format/body.ts'
import type { Period, PeriodKind } from '#shared/domain/boards/period.ts'
import { partsOf, type LocalDate } from '#shared/kernel/instant.ts'
import { fill, paragraph, table } from '../../../workplace/official-words.ts'
import words from './report-words.json'

/** A period report before it is a document; the text is official, so it is Vietnamese. */
export interface PeriodReport {
  readonly subject: string
  readonly body: OfficialBody
}

interface ReportFacts {
  readonly agency: string
  readonly kind: PeriodKind | 'own'
  readonly period: Period
  readonly today: LocalDate
  /** Dates, numbers and office minutes as official papers write them. */
  readonly say: {
    readonly date: (date: LocalDate) => string
    readonly number: (value: number) => string
    readonly minutes: (minutes: number) => string
  }
}

/** Of which whole a figure is given as a share. */
const wholeOf: Partial<Record<FigureId, readonly FigureId[]>> = {
  'letters.electronic': ['letters.arrived'],
  'documents.signed': ['documents.issued'],
  'documents.electronic': ['documents.issued'],
  'delivery.accepted': ['delivery.all'],
  'tasks.onTime': ['tasks.onTime', 'tasks.late', 'tasks.overdue'],
  'superior.onTime': ['superior.onTime', 'superior.late', 'superior.overdue'],
}

/** The report of a period with the figures as they stand on the boards; the judgement is left to who drafts it. */
export function periodReport(board: Board, facts: ReportFacts): PeriodReport {
  const { agency, say } = facts
  const period = periodWords(facts)
  const count = (figure: FigureId): number => board.behind.get(figure)?.length ?? 0
  const share = (figure: FigureId): string => {
    const whole = (wholeOf[figure] ?? []).reduce((sum, one) => sum + count(one), 0)
    return whole === 0 ? '' : `${say.number(Math.round((1000 * count(figure)) / whole) / 10)} %`
  }
  const figures = Object.entries(words.rows) as readonly [FigureId, string][]
  const times = Object.entries(words.time) as readonly [TimedStep, string][]
  return {
    subject: fill(words.subject, { period }),
    body: {
      type: 'doc',
      content: [
        paragraph(fill(words.opening, { period, agency })),
        paragraph(fill(words.figures, { today: say.date(facts.today) })),
        table([words.columns, ...figures.map(([id, name]) => [name, say.number(count(id)), share(id)])]),
        paragraph(words.times),
        ...times.flatMap(([step, line]) => {
          const spread = spreadOf(board.minutes.get(step) ?? [])
          return spread === null ? [] : [paragraph(fill(line, { value: say.minutes(spread.median) }))]
        }),
        paragraph(words.judgement),
        paragraph(fill(words.closing, { period, agency })),
      ],
    },
  }
}

function periodWords({ kind, period, say }: ReportFacts): string {
  const { year, month } = partsOf(period.from)
  return fill(words[kind], {
    from: say.date(period.from),
    to: say.date(period.to),
    month: String(month),
    quarter: ['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)] ?? '',
    year: String(year),
  })
}
