import type { FigureId, TaskStanding } from '#shared/domain/boards/figures.ts'
import type { MessageKey } from '../../../i18n/messages.ts'
import type { IconName } from '../../../ui/icons.ts'

/** Name of a figure. */
export const figureKey = (figure: FigureId): MessageKey => `boards.figure.${figure}`

interface Look {
  readonly icon: IconName
  readonly tone: 'ok' | 'soon' | 'over' | 'done' | 'shared'
}

/** How a standing looks: colour, icon and its word stand together. */
export const standingLook: Readonly<Record<TaskStanding, Look>> = {
  onTime: { icon: 'circle-check', tone: 'ok' },
  late: { icon: 'clock', tone: 'soon' },
  overdue: { icon: 'alert-circle', tone: 'over' },
  running: { icon: 'progress', tone: 'shared' },
  stopped: { icon: 'hourglass', tone: 'done' },
  noDeadline: { icon: 'minus', tone: 'done' },
}
