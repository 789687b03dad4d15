import type { SignedCommand } from '#shared/log/command.ts'
import { isTooEarly, type CommandOutcome } from '#shared/protocol/commands.ts'
import type { Workspace } from './workspace.ts'

/**
 * Submits in order, and submits again what came too early whenever the log has grown, until it is decided or the time is over: whoever sends
 * all steps of a document at once, and leaves, need not come back for the last one. What stands behind it waits with it, so that what a
 * person did later stands later in the log; when the time is over it goes on alone.
 */
export async function submitPatiently(
  workspace: Workspace,
  commands: readonly SignedCommand[],
  mostMs: number,
): Promise<readonly CommandOutcome[]> {
  const until = performance.now() + mostMs
  let outcomes: readonly CommandOutcome[] = []
  for (;;) {
    const isLast = performance.now() >= until
    // Armed before it is decided: what is written meanwhile is not missed.
    const grown = growthOf(workspace)
    const rest = commands.slice(outcomes.length)
    outcomes = [...outcomes, ...(await workspace.submit(rest, isLast ? undefined : isTooEarly))]
    const early = outcomes.at(-1)
    if (isLast || early === undefined || !isTooEarly(early)) {
      grown.forget()
      return outcomes
    }
    outcomes = outcomes.slice(0, -1)
    await grown.orAfter(until - performance.now())
  }
}

function growthOf(workspace: Workspace): { orAfter(ms: number): Promise<void>; forget(): void } {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const forget = workspace.onAppended(() => resolve(undefined))
  return {
    forget,
    orAfter: async (ms) => {
      const timer = setTimeout(resolve, Math.max(0, ms), undefined)
      await promise
      clearTimeout(timer)
      forget()
    },
  }
}
