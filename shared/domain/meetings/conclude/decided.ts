import type { ItemState } from '../meeting.ts'
import type { Motion } from '../motion.ts'

/** The question of an item that was agreed to, the latest where there were several; undefined: none. */
export const carriedIn = ({ motions }: Pick<ItemState, 'motions'>): Motion | undefined =>
  motions.findLast(({ declared }) => declared?.outcome === 'carried')

/**
 * Whether a quyết định or nghị quyết may follow from an item: a question was agreed to, or the chair concluded and nothing was voted down. That minutes of an
 * earlier meeting were approved decides nothing.
 */
export const isDecided = (item: Pick<ItemState, 'motions' | 'conclusion' | 'minutesOf'>): boolean =>
  carriedIn(item) !== undefined ||
  (item.conclusion !== null &&
    item.minutesOf === undefined &&
    item.motions.every(({ declared }) => declared?.outcome !== 'lost'))
