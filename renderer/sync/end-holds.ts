import type { Office } from '../database/office.ts'

/** Lets everything go that was held for its undo. True when something may be sent now and the node answered last time. */
export function endHolds(office: Office): Promise<boolean> {
  return office.store.write(async (changes) => {
    const held = (await office.outbox.withStatus('queued')).filter((item) => item.heldUntil > 0)
    for (const item of held) office.outbox.put(changes, { ...item, heldUntil: 0 })
    return held.length > 0 && (await office.meta.contact()).offlineSince === null
  })
}
