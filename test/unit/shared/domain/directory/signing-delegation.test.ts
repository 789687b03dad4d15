import { expect, test } from 'vitest'
import {
  whyNotBy,
  type SigningDelegation,
} from '../../../../../shared/domain/directory/signing-delegation.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const standing: SigningDelegation = {
  ...{ id: 'g1', form: 'TL', giver: 'director', to: 'head', person: 'p-head', kinds: [], matters: '' },
  ...{ writing: 'Quy chế 12/QC-SNV', from: '2026-11-01', until: null, endedAt: null },
  ...{ givenAt: '2026-11-01T01:00:00.000Z', givenBy: { person: 'p-director', post: 'director' } },
}
const asked = { form: 'TL', kind: 'cong-van', day: '2026-11-16' } as const
const head = { id: 'head', person: 'p-head', roles: ['unit-head'] } as const

test('by order signs only who heads a unit still', () => {
  expect(whyNotBy(standing, { ...asked, signer: head })).toBeUndefined()
  expect(whyNotBy(standing, { ...asked, signer: { ...head, roles: ['drafter'] } })).toBe(
    'delegate-heads-unit',
  )
})

const node = anActor('node', 'node')
const titled = (post: string, title: string) => ({ ...anActor(post, 'leader'), title })
const director = titled('director', 'Giám đốc')
const successor = titled('successor', 'Giám đốc')
const deputy = titled('deputy', 'Phó Giám đốc')

test('whoever gave it ends it, and whoever heads the agency now', () => {
  const world = new DeskWorld()
  world.must(node, 'post', 'head', 'post.appoint', {
    ...{ person: 'p-head', name: 'Bảo', title: '', unit: 'u', roles: ['unit-head'], certificate: null },
  })
  world.must(node, 'agency', 'a', 'agency.establish', {
    ...{ name: 'Sở Thử', letterhead: 'Sở Thử', superior: '', abbreviation: 'ST', place: 'Thử', email: '' },
    ...{ codes: ['H77.01'], headTitle: 'GIÁM ĐỐC', practice: true },
  })
  world.must(director, 'signing-delegation', 'g1', 'signing-delegation.give', {
    ...{ form: 'TL', agency: 'a', to: 'head', kinds: [], matters: '', writing: 'Quy chế 12/QC-SNV' },
    ...{ from: '2026-11-01', until: null },
  })
  const end = (actor: typeof director, payload: object) =>
    world.act(actor, 'signing-delegation', 'g1', 'signing-delegation.end', payload).kind
  expect(end(deputy, { agency: 'a' })).toBe('refused')
  expect(end(successor, {})).toBe('refused')
  expect(end(successor, { agency: 'a' })).toBe('events')
})
