import { uuidV7 } from '../../../../../../shared/kernel/uuid.ts'
import { anAgency, aNode } from '../../../../../builders/backbone.ts'
import { lawCase, lawfully, people, type LawCase, type LawOffice, type Outcome } from './office.ts'

/** Two agencies on one node; the first asks for a further identification code. */
async function addCode(code: string): Promise<Outcome> {
  const node = await aNode([anAgency('a'), anAgency('b')])
  const id = uuidV7(Date.parse('2026-11-16T01:00:00.000Z'), new Uint8Array(10))
  const workspace = await node.workspace('a')
  const [outcome] = await workspace.act([
    {
      id,
      at: '2026-11-16T01:00:00.000Z',
      aggregate: { kind: 'agency', id: 'a' },
      type: 'agency.addCode',
      payload: { code },
    },
  ])
  await node.close()
  return outcome
}

/** A document sent on a Monday, brought this far at its receiver, and pressed for at this moment. */
const chasedAt = (at: string, state: '01' | '03') => (office: LawOffice) => {
  const { world } = office
  const step = { state, at: world.at, staff: '', description: '' }
  const recipients = [{ code: 'A', name: 'Sở A' }]
  const facts = { code: '1/SNV', subject: 's', issuedOn: '2026-11-16', documentId: 'x' }
  const opening = { ...facts, drafter: 'drafter', signer: 'leader', recipients }
  lawfully(world.act(people.node, 'dispatch', 'd1', 'dispatch.open', opening))
  lawfully(world.act(people.node, 'dispatch', 'd1', 'dispatch.record', { recipient: 'A', step }))
  world.at = at
  return world.act(people.clerk, 'dispatch', 'd1', 'dispatch.chase', { recipients: ['a'] })
}

export const exchange: readonly LawCase[] = [
  lawCase(
    'code-taken',
    () => addCode('000.00.b.T99'),
    () => addCode('000.01.a.T99'),
  ),
  lawCase(
    'chase-nothing-owed',
    chasedAt('2026-11-18T01:00:00.000Z', '03'),
    chasedAt('2026-11-18T01:00:00.000Z', '01'),
  ),
  lawCase(
    'chase-in-time',
    chasedAt('2026-11-17T09:00:00.000Z', '01'),
    chasedAt('2026-11-18T01:00:00.000Z', '01'),
  ),
]
