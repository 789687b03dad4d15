import type { Agency } from '#shared/domain/directory/directory.ts'
import { sameOrganId } from '#shared/exchange/edxml/identifiers.ts'
import type { Engine } from '../engine/engine.port.ts'

/** Whether somebody else speaks for an identification code: an outside system, one of its agencies, or another agency of this node. */
export async function isCodeTaken(engine: Engine, workspace: string, code: string): Promise<boolean> {
  const { exchange } = engine
  if ((await exchange.agency(code)) !== undefined || (await exchange.system(code)) !== undefined) return true
  for (const head of await engine.heads()) {
    if (head.workspace === workspace) continue
    const stored = await engine.state(head.workspace, { kind: 'agency', id: head.workspace })
    const agency = JSON.parse(stored?.json ?? 'null') as Agency | null
    if (agency?.codes.some((one) => sameOrganId(one, code)) === true) return true
  }
  return false
}
