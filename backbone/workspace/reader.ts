import type { AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Engine } from '../engine/engine.port.ts'
import { isMeant } from './audience.ts'
import type { Workspace } from './workspace.ts'

/** What one person may see of a workspace, judged at a fixed head. */
export interface Reader {
  /** Whether an audience (null: before the first entry) meant the person after entry `seq`. */
  readonly sees: (audience: number | null, seq: number) => boolean
  /**
   * The entry since which the person has seen the aggregate without a break up to the head; Infinity when they do not see it now. What was
   * visible before a break may not be sent any more.
   */
  readonly openSince: (ref: AggregateRef) => Promise<number>
}

export function readerAt(engine: Engine, workspace: Workspace, person: string, headSeq: number): Reader {
  const changesOfPerson = workspace.principalChangesOf(person, 0, headSeq)
  const sees: Reader['sees'] = (audience, seq) =>
    audience !== null && isMeant(workspace.principalsOf(person, seq), workspace.audience(audience))

  const computeOpenSince = async (ref: AggregateRef): Promise<number> => {
    const changes = (await engine.audienceChanges(workspace.id, ref)).filter((one) => one.seq <= headSeq)
    const audienceAfter = (seq: number): number | null =>
      changes.findLast((one) => one.seq <= seq)?.audience ?? null
    const moments = [...new Set([...changes.map((one) => one.seq), ...changesOfPerson])].sort((a, b) => b - a)
    let since = Infinity
    for (const seq of moments) {
      if (!sees(audienceAfter(seq), seq)) return since
      since = seq
    }
    return since
  }

  const known = new Map<string, Promise<number>>()
  return {
    sees,
    openSince: (ref) => {
      const key = aggregateKey(ref)
      const asked = known.get(key) ?? computeOpenSince(ref)
      known.set(key, asked)
      return asked
    },
  }
}
