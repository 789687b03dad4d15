import { actOrThrow, establishAgency } from '../../directory.ts'
import type { CongsoNode } from '../../node.ts'
import { notOnBackbone, outsideAgencies, practiceSystem } from '../province/correspondents.ts'
import { practiceAgencies, type PracticeAgency } from '../province/people.ts'
import { certificateHash, hasKey, sealOf, type FreshSecrets } from '../province/secrets.ts'

/** Writes who works where, whom one may write to, and the outside system through which the others exchange. */
export async function writeDirectory(node: CongsoNode, secrets: FreshSecrets): Promise<void> {
  await node.engine.exchange.putSystem(practiceSystem)
  for (const { code, name } of outsideAgencies)
    await node.engine.exchange.putAgency({
      code,
      name,
      system: practiceSystem.id,
      fields: { id: code, pcode: practiceSystem.id },
    })
  await Promise.all(practiceAgencies.map((one) => writeAgency(node, one, secrets)))
}

async function writeAgency(
  node: CongsoNode,
  { agency, units, posts }: PracticeAgency,
  secrets: FreshSecrets,
): Promise<void> {
  const workspace = await node.workspace(agency.id)
  await establishAgency(workspace, {
    agency: { ...agency, seal: certificateHash(secrets.identityOf(sealOf(agency.id))) },
    units,
    posts: posts.map(({ part, ...post }) => ({
      ...post,
      certificate: hasKey(part) ? certificateHash(secrets.identityOf(post.person)) : null,
    })),
  })
  const others = practiceAgencies
    .filter((one) => one.agency.id !== agency.id)
    .map((one) => ({ code: one.agency.codes[0] ?? '', name: one.agency.name, isOnBackbone: true }))
  await actOrThrow(
    workspace,
    [...others, ...outsideAgencies, notOnBackbone].map(({ code, name, isOnBackbone }) => ({
      aggregate: { kind: 'correspondent', id: code },
      type: 'correspondent.list',
      payload: { code, name, onBackbone: isOnBackbone },
    })),
  )
}
