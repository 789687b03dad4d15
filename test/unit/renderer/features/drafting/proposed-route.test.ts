import { describe, expect, it } from 'vitest'
import { profileSettings, type Flow } from '../../../../../shared/domain/configuration/settings.ts'
import type { Role } from '../../../../../shared/domain/decision.ts'
import type { Agency, Post } from '../../../../../shared/domain/directory/directory.ts'
import { proposedRoute } from '../../../../../renderer/features/drafting/use-cases/begin-draft.ts'
import type { DirectoryNow } from '../../../../../renderer/workplace/directory-now.ts'

const post = (id: string, title: string, ...roles: readonly Role[]): Post => ({
  ...{ id, title, roles, person: `p-${id}`, name: id, unit: 'unit-1', certificate: null },
})
const drafter = post('drafter', 'Chuyên viên', 'drafter', 'form-checker')
const people = [
  drafter,
  post('head', 'Trưởng phòng', 'unit-head'),
  post('director', 'Giám đốc', 'leader'),
  post('deputy', 'Phó Giám đốc', 'leader'),
  post('clerk', 'Văn thư', 'clerk', 'form-checker'),
  post('office', 'Chánh Văn phòng', 'unit-head', 'form-checker'),
]
const proposed = (flow: Partial<Flow> | null, standIn: DirectoryNow['standIn'] = () => null) => {
  const flows = flow && [{ id: 'f', kinds: [], units: [], checker: null, signer: null, ...flow }]
  const route = proposedRoute(
    {
      me: drafter,
      agency: { headTitle: 'GIÁM ĐỐC' } as Agency,
      people,
      units: [],
      settings: { ...profileSettings, ...(flows === null ? {} : { flows }) },
      standIn,
    },
    'cong-van',
    'deputy',
  )
  return [route?.reviewer.id, route?.checker?.id, route?.signer.id]
}

describe('the route of a new draft', () => {
  it('names no checker where the agency has no flow for it', () => {
    expect(proposed(null)).toEqual(['head', undefined, 'deputy'])
    expect(proposed({ kinds: ['bao-cao'], checker: 'clerk' })).toEqual(['head', undefined, 'deputy'])
    expect(proposed({})).toEqual(['head', undefined, 'deputy'])
  })

  it('is that of the flow', () => {
    expect(proposed({ checker: 'clerk', signer: 'director' })).toEqual(['head', 'clerk', 'director'])
  })

  it('has another checker where the drafter would check, or who stands in has that work too', () => {
    expect(proposed({ checker: 'drafter' })).toEqual(['head', 'clerk', 'deputy'])
    expect(proposed({ checker: 'clerk' }, () => 'office')).toEqual(['head', 'office', 'deputy'])
    expect(proposed({ checker: 'clerk' }, () => 'head')).toEqual(['head', 'clerk', 'deputy'])
  })

  it('is signed by who may, whatever the flow says', () => {
    expect(proposed({ signer: 'head' })).toEqual(['head', undefined, 'deputy'])
    expect(proposed({ signer: 'gone' })).toEqual(['head', undefined, 'deputy'])
  })
})
