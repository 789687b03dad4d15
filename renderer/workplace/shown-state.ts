import type { AggregateKind } from '#shared/log/command.ts'
import type { StateOf } from '../projections/states.ts'
import type { Desk } from '../sync/desk-api.ts'

const LOOK_EVERY_MS = 60
const PATIENCE_MS = 10_000

/** Waits until an aggregate is shown as wanted, as after a number came from the node; undefined when it is not within ten seconds. */
export async function shownState<K extends AggregateKind>(
  desk: Desk,
  kind: K,
  id: string,
  wanted: (state: StateOf[K]) => boolean,
): Promise<StateOf[K] | undefined> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    const seen = await desk.readers.office.seen(kind, id)
    if (seen !== null && wanted(seen.state)) return seen.state
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  return undefined
}
