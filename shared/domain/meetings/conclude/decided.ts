import type { ItemState } from '../meeting.ts'
import type { Motion } from '../motion.ts'

/** The question of an item that was agreed to, the latest where there were several; undefined: none. One that was put again is answered by its last vote. */
export const carriedIn = ({ motions }: Pick<ItemState, 'motions'>): Motion | undefined =>
  motions.findLast(
    ({ question, declared }, index) =>
      declared?.outcome === 'carried' &&
      !motions.slice(index + 1).some((again) => again.question === question && again.declared !== null),
  )

/**
 * Whether a quyết định or nghị quyết may follow from an item: a question was agreed to, or the chair concluded and nothing was voted down. That minutes of an
 * earlier meeting were approved decides nothing.
 */
export const isDecided = (item: Pick<ItemState, 'motions' | 'conclusion' | 'minutesOf'>): boolean =>
  carriedIn(item) !== undefined ||
  (item.conclusion !== null &&
    item.minutesOf === undefined &&
    item.motions.every(({ declared }) => declared?.outcome !== 'lost'))
