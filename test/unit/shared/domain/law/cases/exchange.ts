import { uuidV7 } from '../../../../../../shared/kernel/uuid.ts'
import { anAgency, aNode } from '../../../../../builders/backbone.ts'
import { lawCase, type LawCase, type Outcome } from './office.ts'

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

export const exchange: readonly LawCase[] = [
  lawCase(
    'code-taken',
    () => addCode('000.00.b.T99'),
    () => addCode('000.01.a.T99'),
  ),
]
