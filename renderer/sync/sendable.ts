import type { OutboxItem } from '../database/repositories/outbox-repository.ts'

const MOST_COMMANDS = 100
const MOST_CHARACTERS = 4_000_000
/** No act is held longer: a moment further ahead comes from a clock that was set back. */
const LONGEST_HOLD_MS = 120_000

/** True while an act waits for its undo, whoever asks to hurry. */
export const isHeld = ({ heldUntil }: Pick<OutboxItem, 'heldUntil'>, nowMs: number): boolean =>
  heldUntil > nowMs && heldUntil - nowMs <= LONGEST_HOLD_MS

/**
 * What may be sent in one request, in order: nothing that can still be undone, nothing before its time, nothing before an earlier command on the same aggregate, nothing
 * before what it depends on, unless that goes in the same request. `isHurried`: a person or the network asks to try at once. `tried`: not these.
 */
export function sendable(
  outbox: readonly OutboxItem[],
  nowMs: number,
  isHurried: boolean,
  tried: ReadonlySet<string> = new Set(),
): readonly OutboxItem[] {
  const open = new Set(outbox.filter((item) => item.status !== 'accepted').map((item) => item.id))
  const waiting = new Set<string>()
  const batch: OutboxItem[] = []
  let characters = 0
  for (const item of outbox) {
    if (item.status !== 'queued') continue
    const isDue = !tried.has(item.id) && !isHeld(item, nowMs) && (isHurried || item.nextAttemptAt <= nowMs)
    const fits = batch.length < MOST_COMMANDS && (batch.length === 0 || characters < MOST_CHARACTERS)
    if (!isDue || !fits || waiting.has(item.key) || item.body.after.some((id) => open.has(id))) {
      waiting.add(item.key)
      continue
    }
    batch.push(item)
    open.delete(item.id)
    characters += item.command.text.length
  }
  return batch
}
