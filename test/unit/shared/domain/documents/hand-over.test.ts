import { describe, expect, it } from 'vitest'
import { evolveDocument } from '../../../../../shared/domain/documents/evolve.ts'
import type { DocumentEvent } from '../../../../../shared/domain/documents/events.ts'
import type { OfficialDocument } from '../../../../../shared/domain/documents/document.ts'
import { documentFieldsOf } from '../../../../builders/a-document.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const node = anActor('node', 'node')
const drafter = anActor('drafter', 'drafter')
const reviewer = anActor('reviewer', 'unit-head')
const other = anActor('other', 'unit-head')
const signer = anActor('signer', 'leader')
const at = '2026-11-16T01:00:00.000Z'
const minutes = { sha256: 'a'.repeat(64), sizeBytes: 1, mediaType: 'application/pdf' }

/** A draft with its route, in an office of five. */
function office(): DeskWorld {
  const world = new DeskWorld()
  for (const actor of [drafter, reviewer, other, signer])
    world.must(node, 'post', actor.post, 'post.appoint', {
      person: actor.person,
      name: actor.name,
      title: '',
      unit: actor.unit,
      roles: actor.roles,
      certificate: null,
    })
  const by = { person: drafter.person, post: drafter.post }
  const happened: readonly DocumentEvent[] = [
    { type: 'created', kind: 'cong-van', unit: drafter.unit, fields: documentFieldsOf(), at, by },
    { type: 'routeSet', route: { reviewer: reviewer.post, signer: signer.post }, at, by },
  ]
  const document = happened.reduce<OfficialDocument | undefined>(
    (before, event) => evolveDocument(before, event, 'd'),
    undefined,
  )
  world.states.set('document/d', document)
  return world
}

describe('handing a document over', () => {
  it('leaves nobody to initial or sign what they drafted', () => {
    const world = office()
    const offered = (to: string) => ({
      parts: [{ kind: 'document', id: 'd', title: 'x', to }],
      reason: 'transfer',
      minutes,
    })
    expect(world.refusalOf(reviewer, 'handover', 'h', 'handover.offer', offered('drafter')).rule).toBe(
      'drafter-cannot-approve',
    )
    for (const to of ['reviewer', 'signer'])
      expect(world.refusalOf(drafter, 'handover', 'h', 'handover.offer', offered(to)).rule).toBe(
        'drafter-cannot-approve',
      )
    const passed = { from: 'reviewer', to: 'drafter' }
    expect(world.refusalOf(node, 'document', 'd', 'document.handOver', passed).rule).toBe(
      'drafter-cannot-approve',
    )
    world.must(reviewer, 'handover', 'h', 'handover.offer', offered('other'))
    world.must(node, 'document', 'd', 'document.handOver', { from: 'reviewer', to: 'other' })
  })
})
