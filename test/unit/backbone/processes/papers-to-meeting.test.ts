import { expect, it } from 'vitest'
import { papersToMeeting } from '../../../../backbone/processes/papers-to-meeting.ts'
import type { Cause } from '../../../../backbone/processes/process.ts'
import type { AggregateRef } from '../../../../shared/log/command.ts'
import { ConcludedRoom } from '../../../builders/a-concluded-meeting.ts'
import { aPdf, textUpdate } from '../../../builders/a-document.ts'
import { anActor, type DeskWorld } from '../../../builders/desk-world.ts'
import { LawOffice, people, signed } from '../../shared/domain/law/cases/office.ts'

const cause = {
  workspace: 'a',
  aggregate: { kind: 'document', id: 'decision' },
  serverTime: '2026-11-16T03:00:00.000Z',
  event: { type: 'issued', id: 'e1', at: '2026-11-16T03:00:00.000Z', by: { person: 'p', post: 'clerk' } },
} as const satisfies Cause

/** The decision on an item goes the way of every document. */
function issue(world: DeskWorld, drafter: ConcludedRoom['secretary']): void {
  const on = (actor: typeof people.head, verb: string, payload: unknown): void =>
    world.must(actor, 'document', 'decision', `document.${verb}`, payload)
  const text = ['Căn cứ Luật Cán bộ, công chức;', 'QUYẾT ĐỊNH:', 'Điều 1. Ban hành Đề án.']
  on(drafter, 'editText', { update: textUpdate(...text) })
  on(drafter, 'setRoute', { route: { reviewer: 'head', signer: 'leader' } })
  on(drafter, 'submit', { note: '' })
  on(people.head, 'initial', signed())
  on(people.leader, 'sign', signed())
  world.must(people.clerk, 'book', 'out', 'book.assignNumber', { subject: 'decision' })
  on(people.clerk, 'takeNumber', { book: 'out' })
  on(people.clerk, 'seal', { pdf: aPdf('d'), level: 'B-B' })
  on(people.clerk, 'issue', {})
}

it('tells everybody called the number and the file of a decision, on the item it was drafted on', async () => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  const room = new ConcludedRoom(office.world)
  room.concluded()
  room.decisionOn('i1')
  room.nameDecision('i1')
  const read = (ref: AggregateRef) => Promise.resolve(room.world.look(ref.kind, ref.id))
  const follows = () => papersToMeeting.react(cause, read, () => Promise.resolve([]))
  expect(await follows()).toEqual([])

  issue(room.world, room.secretary)
  const payload = {
    ...{ document: 'decision', paper: 'decision', item: 'i1' },
    ...{ code: '01/QĐ-SNV', pdf: aPdf('d') },
  }
  expect(await follows()).toEqual([
    { kind: 'act', aggregate: { kind: 'meeting', id: 'm1' }, type: 'meeting.noteIssued', payload },
  ])
  room.must(people.node, 'noteIssued', payload)
  expect(room.state().items[0]?.decision?.issued).toMatchObject({ code: '01/QĐ-SNV', pdf: aPdf('d') })
})
