import type { Agency, Post, Unit } from '#shared/domain/directory/directory.ts'
import type { NodeAct, Workspace } from './workspace/workspace.ts'

/** An agency with its units and posts, before anyone works in it. */
export interface AgencyPlan {
  readonly agency: Agency
  readonly units: readonly Unit[]
  readonly posts: readonly Post[]
}

/** Writes an agency's directory as acts of the node. Throws when the node refuses one of them. */
export async function establishAgency(workspace: Workspace, plan: AgencyPlan): Promise<void> {
  const record = (
    kind: 'agency' | 'unit' | 'post',
    verb: string,
    { id, ...payload }: { id: string },
  ): NodeAct => ({
    aggregate: { kind, id },
    type: `${kind}.${verb}`,
    payload: payload,
  })
  await actOrThrow(workspace, [
    record('agency', 'establish', plan.agency),
    ...plan.units.map((unit) => record('unit', 'establish', unit)),
    ...plan.posts.map((post) => record('post', 'appoint', post)),
  ])
}

/** Acts of the node that cannot lawfully be refused; throws with the first outcome that is. */
export async function actOrThrow(workspace: Workspace, acts: readonly NodeAct[]): Promise<void> {
  const outcomes = await workspace.act(acts)
  const failed = outcomes.findIndex((one) => one.outcome !== 'accepted')
  if (failed >= 0) throw new Error(`${acts[failed]?.type ?? ''}: ${JSON.stringify(outcomes[failed])}`)
}
