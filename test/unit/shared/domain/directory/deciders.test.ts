import { describe, expect, it } from 'vitest'
import { ZodError } from 'zod'
import { roles } from '../../../../../shared/domain/decision.ts'
import { collectiveHash, endedCollective } from '../../../../../shared/domain/directory/collectives.ts'
import type { Agency } from '../../../../../shared/domain/directory/directory.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const node = anActor('node', 'node')
const people = roles.filter((role) => role !== 'node')
const everyRole = people.map((role) => anActor(role, role))
const administrator = anActor('administrator', 'administrator')
const device = { person: 'person-leader', key: 'AAAA', until: '2027-01-01T00:00:00.000Z' }
const post = (...given: readonly string[]) => ({
  person: 'person-a',
  name: 'A',
  title: '',
  unit: 'unit-1',
  roles: given,
  certificate: null,
})
const agency = {
  name: 'Sở Thử',
  letterhead: 'Sở Thử',
  superior: '',
  abbreviation: 'ST',
  place: '',
  codes: ['000.00.01.T99'],
  headTitle: '',
  email: '',
  practice: true,
}

describe('the directory', () => {
  it('lets nobody but the node say whose device key it is: an administrator would act as anyone', () => {
    const world = new DeskWorld()
    for (const actor of everyRole)
      expect(world.refusalOf(actor, 'device', 'k', 'device.enrol', device).rule).toBe('node-only')
    world.must(node, 'device', 'k', 'device.enrol', device)
  })

  it('appoints nobody to be the node', () => {
    const world = new DeskWorld()
    expect(() => world.act(administrator, 'post', 'a', 'post.appoint', post('clerk', 'node'))).toThrow(
      ZodError,
    )
    world.must(administrator, 'post', 'a', 'post.appoint', post(...people))
  })

  it('lets an administrator add a code, not write the agency anew or call practice service', () => {
    const world = new DeskWorld()
    world.must(node, 'agency', 'a', 'agency.establish', agency)
    const again = { ...agency, practice: false }
    expect(world.refusalOf(administrator, 'agency', 'a', 'agency.establish', again).rule).toBe('node-only')
    world.must(administrator, 'agency', 'a', 'agency.addCode', { code: '000.00.02.T99' })
    for (const actor of everyRole.filter((one) => one.post !== 'administrator'))
      expect(world.refusalOf(actor, 'agency', 'a', 'agency.addCode', { code: 'X1' }).rule).toBe(
        'administrator-only',
      )
  })

  describe('bodies that decide together', () => {
    const council = {
      ...{ id: 'c1', name: 'Hội đồng Khoa học', abbreviation: 'HĐKH', title: 'Chủ tịch' },
      signer: 'leader',
    }
    const office = (): DeskWorld => {
      const world = new DeskWorld()
      world.must(node, 'agency', 'a', 'agency.establish', agency)
      world.must(node, 'post', 'leader', 'post.appoint', post('leader'))
      world.must(node, 'post', 'clerk', 'post.appoint', post('clerk'))
      return world
    }
    const name = 'agency.nameCollective'

    it('are named, renamed and ended by an administrator alone, and outlast what the node writes of the agency', () => {
      const world = office()
      for (const actor of everyRole.filter((one) => one.post !== 'administrator'))
        expect(world.refusalOf(actor, 'agency', 'a', name, council).rule).toBe('administrator-only')
      world.must(administrator, 'agency', 'a', name, council)
      world.must(administrator, 'agency', 'a', name, { ...council, title: 'Quyền Chủ tịch' })
      world.must(node, 'agency', 'a', 'agency.establish', agency)
      expect(world.look('agency', 'a')).toMatchObject({
        collectives: [{ ...council, title: 'Quyền Chủ tịch' }],
      })
      world.must(administrator, 'agency', 'a', 'agency.endCollective', { id: 'c1' })
      expect(world.look('agency', 'a')).toMatchObject({ collectives: [] })
      expect(world.refusalOf(administrator, 'agency', 'a', 'agency.endCollective', { id: 'c1' }).rule).toBe(
        'unknown-object',
      )
    })

    it.each([
      ['somebody who may not sign', { signer: 'clerk' }, 'signer-not-competent'],
      ['nobody', { signer: 'x' }, 'post-unknown'],
      ['the short form of the agency', { abbreviation: 'ST' }, 'already-exists'],
      ['the short form of another', { id: 'c2', name: 'Hội đồng khác' }, 'already-exists'],
      ['the name of another', { id: 'c2', abbreviation: 'HĐK' }, 'already-exists'],
      [
        'a name that looks like another',
        { id: 'c2', name: council.name.normalize('NFD'), abbreviation: 'X' },
        'already-exists',
      ],
      [
        'a short form that differs in capitals alone',
        { id: 'c2', name: 'Hội đồng khác', abbreviation: council.abbreviation.toLocaleLowerCase('vi') },
        'already-exists',
      ],
      [
        'a name that another had before',
        { id: 'c2', name: 'Hội đồng Cũ', abbreviation: 'X' },
        'already-exists',
      ],
    ])('are not named with %s', (_what, change, rule) => {
      const world = office()
      world.must(administrator, 'agency', 'a', name, { ...council, name: 'Hội đồng Cũ' })
      world.must(administrator, 'agency', 'a', name, council)
      expect(world.refusalOf(administrator, 'agency', 'a', name, { ...council, ...change }).rule).toBe(rule)
    })

    it('keep what they were, with the day, and go on as the same when they are named again', () => {
      const world = office()
      const until = world.at
      world.must(administrator, 'agency', 'a', name, council)
      world.must(administrator, 'agency', 'a', name, { ...council, abbreviation: 'HĐKHCN' })
      world.must(administrator, 'agency', 'a', 'agency.endCollective', { id: 'c1' })
      world.must(node, 'agency', 'a', 'agency.establish', agency)
      const now = world.look('agency', 'a') as Agency
      expect(now.formerCollectives).toEqual([
        { ...council, until },
        { ...council, abbreviation: 'HĐKHCN', until },
      ])
      expect(endedCollective(now, { name: 'x', abbreviation: 'HĐKH' })?.id).toBe('c1')
      expect(endedCollective(now, { name: 'x', abbreviation: 'y' })).toBeUndefined()
      world.must(administrator, 'agency', 'a', name, council)
      expect(endedCollective(world.look('agency', 'a') as Agency, council)).toBeUndefined()
    })

    it('are changed as they were seen: of two who change one, or change what the other ended, neither writes over the other', () => {
      const world = office()
      const change = (over: string | null, title: string) =>
        world.act(administrator, 'agency', 'a', name, { ...council, title, over })
      const stale = { kind: 'refused', refusal: { rule: 'collective-changed-meanwhile' } }
      expect(change(collectiveHash(council), 'A')).toMatchObject(stale)
      expect(change(null, council.title).kind).toBe('events')
      expect(change(null, council.title)).toMatchObject(stale)
      expect(change(collectiveHash(council), 'A').kind).toBe('events')
      expect(change(collectiveHash(council), 'B')).toMatchObject(stale)
      const now = { ...council, title: 'A' }
      expect((world.look('agency', 'a') as Agency).collectives).toEqual([now])
      world.must(administrator, 'agency', 'a', 'agency.endCollective', { id: 'c1' })
      expect(change(collectiveHash(now), 'C')).toMatchObject(stale)
      expect(change(null, 'C').kind).toBe('events')
    })

    it('have a short form that can stand in a symbol', () => {
      for (const abbreviation of ['HĐ KH', 'HĐ-KH', 'HĐ/KH', ''])
        expect(() => office().act(administrator, 'agency', 'a', name, { ...council, abbreviation })).toThrow(
          ZodError,
        )
    })
  })
})
