import { describe, expect, it } from 'vitest'
import { ZodError } from 'zod'
import { roles } from '../../../../../shared/domain/decision.ts'
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
})
