import type { Agency } from '#shared/domain/directory/directory.ts'
import { sameOrganId } from '#shared/exchange/edxml/identifiers.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Who stands behind an identification code. */
export type Receiver =
  | { readonly kind: 'here'; readonly workspace: Workspace; readonly agency: Agency }
  | { readonly kind: 'outside' }
  | { readonly kind: 'nobody' }

/** An agency of this node, else one of an outside system, else nobody. */
export async function receiverOf(
  engine: Engine,
  workspaces: readonly Workspace[],
  code: string,
): Promise<Receiver> {
  for (const workspace of workspaces) {
    const agency = await agencyOf(workspace)
    if (agency?.codes.some((one) => sameOrganId(one, code)) === true)
      return { kind: 'here', workspace, agency }
  }
  return (await engine.exchange.agency(code)) === undefined ? { kind: 'nobody' } : { kind: 'outside' }
}

/** The agency that a workspace is the log of; undefined before it is established. */
export async function agencyOf(workspace: Workspace): Promise<Agency | undefined> {
  return (await workspace.state({ kind: 'agency', id: workspace.id })) as Agency | undefined
}
