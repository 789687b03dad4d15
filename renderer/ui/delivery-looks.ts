import type { Tone } from './chip.tsx'
import type { DeliveryCellView, DeliveryCode } from './delivery.types.ts'
import type { IconName } from './icons.ts'

interface Look {
  readonly icon: IconName
  /** In the timeline, where the picture stands alone. */
  readonly stepIcon: IconName
  readonly tone: Tone
}

const looks: Record<DeliveryCode, Look> = {
  queued: { icon: 'dots', stepIcon: 'hourglass', tone: 'done' },
  sent: { icon: 'send', stepIcon: 'send', tone: 'info' },
  failed: { icon: 'plug-x', stepIcon: 'plug-x', tone: 'over' },
  '01': { icon: 'mail-opened', stepIcon: 'mail-opened', tone: 'info' },
  '02': { icon: 'x', stepIcon: 'circle-x', tone: 'over' },
  '03': { icon: 'check', stepIcon: 'circle-check', tone: 'ok' },
  '04': { icon: 'user-check', stepIcon: 'user-check', tone: 'ok' },
  '05': { icon: 'progress', stepIcon: 'progress', tone: 'done' },
  '06': { icon: 'circle-check', stepIcon: 'circle-check', tone: 'done' },
  '13': { icon: 'arrow-back-up', stepIcon: 'arrow-back-up', tone: 'shared' },
  '15': { icon: 'check', stepIcon: 'circle-check', tone: 'shared' },
  '16': { icon: 'x', stepIcon: 'circle-x', tone: 'over' },
}

/** Arrived but late to accept shows a clock in the colour of what is due. */
export function deliveryLook({ code, isLate = false }: DeliveryCellView): Look {
  return isLate ? { icon: 'clock', stepIcon: 'clock', tone: 'soon' } : looks[code]
}
