import type { SignedCommand } from '#shared/log/command.ts'
import { isTooEarly, type CommandOutcome } from '#shared/protocol/commands.ts'
import type { Workspace } from './workspace.ts'

/**
 * Submits, and submits again what came too early whenever the log has grown, until it is decided or the time is over: whoever sends all steps
 * of a document at once, and leaves, need not come back for the last one.
 */
export async function submitPatiently(
  workspace: Workspace,
  commands: readonly SignedCommand[],
  mostMs: number,
): Promise<readonly CommandOutcome[]> {
  const until = performance.now() + mostMs
  let outcomes: readonly CommandOutcome[] = []
  for (;;) {
    // Armed before it is decided: what is written meanwhile is not missed.
    const grown = growthOf(workspace)
    const decided = await workspace.submit(commands.slice(outcomes.length))
    outcomes = [...outcomes, ...decided]
    const early = outcomes.findIndex(isTooEarly)
    if (early < 0 || performance.now() >= until) {
      grown.forget()
      return outcomes
    }
    // What stands behind it may have been refused because of it.
    outcomes = outcomes.slice(0, early)
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
