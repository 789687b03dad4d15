import type { Board, DeliveryStanding, FigureId, TimedStep } from '#shared/domain/boards/figures.ts'
import { paperSaved } from '#shared/domain/boards/paper-saved.ts'
import { spreadOf } from '#shared/domain/boards/spread.ts'
import { waitingSteps } from '#shared/domain/boards/waiting.ts'
import { minutesOfDay } from '#shared/domain/calendar/working-calendar.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { MessageKey } from '../../../i18n/messages.ts'
import type { IconName } from '../../../ui/icons.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { FigureLine, Tile, type OpenFigure } from './board-parts.tsx'
import { TaskTile } from './task-tile.tsx'
import classes from './boards.module.css'
import { workingTime } from './working-time.ts'

interface TilesProps {
  readonly board: Board
  readonly onOpen: OpenFigure
}

/** The eight questions. */
export function Tiles({ board, onOpen }: TilesProps) {
  return (
    <div className={classes.tiles}>
      <TaskTile board={board} of="tasks" onOpen={onOpen} />
      <TaskTile board={board} of="superior" onOpen={onOpen} />
      <TimeTile board={board} onOpen={onOpen} title="boards.tile.timeIn" icon="inbox" steps={incomingSteps} />
      <TimeTile board={board} onOpen={onOpen} title="boards.tile.timeOut" icon="send" steps={outgoingSteps} />
      <SignedTile board={board} onOpen={onOpen} />
      <DeliveryTile board={board} onOpen={onOpen} />
      <WaitingTile board={board} onOpen={onOpen} />
      <PaperTile board={board} onOpen={onOpen} />
    </div>
  )
}

const incomingSteps = ['registered', 'presented', 'directed', 'finished'] as const
const outgoingSteps = ['signed', 'issued', 'accepted'] as const

/** Words for office minutes. */
function useWorkingTime(): (minutes: number) => string {
  const t = useT()
  const formats = useFormats()
  const dayMinutes = minutesOfDay(useCalendar())
  return (minutes) => workingTime(minutes, dayMinutes, t, formats)
}

const countOf = (board: Board, figure: FigureId): number => board.behind.get(figure)?.length ?? 0

interface TimeTileProps extends TilesProps {
  readonly title: MessageKey
  readonly icon: IconName
  readonly steps: readonly TimedStep[]
}

/** Median and p90 of each step (G3). */
function TimeTile({ board, onOpen, title, icon, steps }: TimeTileProps) {
  const t = useT()
  const words = useWorkingTime()
  return (
    <Tile title={t(title)} icon={icon} note={t('boards.timeNote')}>
      {steps.map((step) => {
        const spread = spreadOf(board.minutes.get(step) ?? [])
        return (
          <FigureLine
            key={step}
            figure={`time.${step}`}
            count={spread?.count ?? 0}
            onOpen={onOpen}
            beside={
              spread === null
                ? undefined
                : t('boards.spread', { median: words(spread.median), p90: words(spread.p90) })
            }
          />
        )
      })}
    </Tile>
  )
}

/** Signed digitally, without paper from end to end (G2). */
function SignedTile({ board, onOpen }: TilesProps) {
  const t = useT()
  const issued = countOf(board, 'documents.issued')
  const arrived = countOf(board, 'letters.arrived')
  const shareOf = (figure: FigureId, whole: number): string | undefined =>
    whole === 0 ? undefined : t('boards.share', { share: Math.round((100 * countOf(board, figure)) / whole) })
  const share = shareOf('documents.signed', issued)
  return (
    <Tile
      title={t('boards.tile.signed')}
      icon="file-certificate"
      head={share === undefined ? t('boards.none') : t('boards.signedShare', { share })}
    >
      <FigureLine figure="documents.issued" count={issued} onOpen={onOpen} />
      {(['documents.signed', 'documents.electronic'] as const).map((one) => (
        <FigureLine
          key={one}
          figure={one}
          count={countOf(board, one)}
          onOpen={onOpen}
          beside={shareOf(one, issued)}
        />
      ))}
      <FigureLine figure="letters.arrived" count={arrived} onOpen={onOpen} />
      {(['letters.signed', 'letters.electronic'] as const).map((one) => (
        <FigureLine
          key={one}
          figure={one}
          count={countOf(board, one)}
          onOpen={onOpen}
          beside={shareOf(one, arrived)}
        />
      ))}
    </Tile>
  )
}

const deliveryLook = {
  failed: { icon: 'circle-x', tone: 'over' },
  returned: { icon: 'arrow-back-up', tone: 'over' },
  awaitedLate: { icon: 'alert-circle', tone: 'over' },
  acceptedLate: { icon: 'clock', tone: 'soon' },
  awaited: { icon: 'hourglass', tone: 'shared' },
  accepted: { icon: 'circle-check', tone: 'ok' },
} as const satisfies Record<DeliveryStanding, object>
const deliveryOrder = Object.keys(deliveryLook) as readonly (keyof typeof deliveryLook)[]

/** What did not arrive, came back or was accepted late (G4). */
function DeliveryTile({ board, onOpen }: TilesProps) {
  const t = useT()
  const formats = useFormats()
  const all = countOf(board, 'delivery.all')
  const inTime = countOf(board, 'delivery.accepted')
  return (
    <Tile
      title={t('boards.tile.delivery')}
      icon="arrows-exchange"
      head={
        all === 0
          ? t('boards.none')
          : t('boards.deliveredShare', { share: Math.round((100 * inTime) / all), all: formats.number(all) })
      }
    >
      {deliveryOrder.map((one) => (
        <FigureLine
          key={one}
          figure={`delivery.${one}`}
          count={countOf(board, `delivery.${one}`)}
          onOpen={onOpen}
          look={deliveryLook[one]}
        />
      ))}
      <FigureLine figure="delivery.retried" count={countOf(board, 'delivery.retried')} onOpen={onOpen} />
    </Tile>
  )
}

/** Where things wait now, and how long (G7): the longest wait first. */
function WaitingTile({ board, onOpen }: TilesProps) {
  const t = useT()
  const words = useWorkingTime()
  const steps = waitingSteps
    .map((step) => ({ step, spread: spreadOf(board.waited.get(step) ?? []) }))
    .flatMap(({ step, spread }) => (spread === null ? [] : [{ step, spread }]))
    .sort((a, b) => b.spread.median - a.spread.median)
  const worst = steps[0]
  return (
    <Tile
      title={t('boards.tile.waiting')}
      icon="hourglass"
      head={
        worst === undefined
          ? t('boards.nothingWaits')
          : t('boards.longest', { step: t(`boards.figure.waiting.${worst.step}`) })
      }
    >
      {steps.map(({ step, spread }) => (
        <FigureLine
          key={step}
          figure={`waiting.${step}`}
          count={spread.count}
          onOpen={onOpen}
          beside={words(spread.median)}
        />
      ))}
    </Tile>
  )
}

/** Pages that were not printed, with the formula (G8). */
function PaperTile({ board, onOpen }: TilesProps) {
  const t = useT()
  const formats = useFormats()
  const saved = paperSaved(board)
  const values = Object.fromEntries(
    Object.entries<number>({ ...saved }).map(([key, value]) => [key, formats.number(value)]),
  )
  return (
    <Tile
      title={t('boards.tile.paper')}
      icon="file-text"
      head={t('boards.pages', { count: saved.pages })}
      note={t('boards.paperNote', values)}
    >
      <p className={classes.formula}>{t('boards.paperFormula', values)}</p>
      <FigureLine figure="letters.electronic" count={saved.lettersIn} onOpen={onOpen} />
      <FigureLine figure="documents.electronic" count={saved.documentsOut} onOpen={onOpen} />
    </Tile>
  )
}
