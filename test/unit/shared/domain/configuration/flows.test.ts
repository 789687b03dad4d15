import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dryRun, type PastDocument } from '../../../../../shared/domain/configuration/dry-run.ts'
import {
  flowFor,
  flowsOf,
  lacksFormCheck,
  routeBy,
  whyNotFlows,
} from '../../../../../shared/domain/configuration/flows.ts'
import { profileSettings, type Flow } from '../../../../../shared/domain/configuration/settings.ts'
import { documentKinds } from '../../../../../shared/domain/documents/document.ts'
import type { Look, Role } from '../../../../../shared/domain/decision.ts'
import { someSettings } from '../../../../builders/some-settings.ts'

const roles: Readonly<Record<string, readonly Role[]>> = {
  checker: ['form-checker'],
  drafter: ['drafter', 'form-checker'],
  head: ['unit-head'],
  leader: ['leader'],
  director: ['leader'],
  clerk: ['clerk'],
}
const look: Look = (_kind, id) => (roles[id] === undefined ? undefined : { id, roles: roles[id] })
const flow = (change: Partial<Flow> = {}): Flow => ({
  id: 'f',
  kinds: [],
  units: [],
  checker: null,
  signer: null,
  ...change,
})
const route = { reviewer: 'head', signer: 'leader' }
const past = (change: Partial<PastDocument> = {}): PastDocument => ({
  ...{ id: 'd', kind: 'cong-van', unit: 'unit-1', drafter: 'drafter', route },
  ...change,
})

describe('the flow of a document', () => {
  const flows = [
    flow({ id: 'all' }),
    flow({ id: 'kind', kinds: ['cong-van', 'bao-cao'] }),
    flow({ id: 'unit', units: ['unit-2'] }),
    flow({ id: 'both', kinds: ['bao-cao'], units: ['unit-2'] }),
  ]
  const idFor = (kind: PastDocument['kind'], unit: string) => flowFor({ flows }, { kind, unit })?.id

  it('is the one that names its unit before its kind, and both before either', () => {
    expect(idFor('bien-ban', 'unit-1')).toBe('all')
    expect(idFor('cong-van', 'unit-1')).toBe('kind')
    expect(idFor('cong-van', 'unit-2')).toBe('unit')
    expect(idFor('bao-cao', 'unit-2')).toBe('both')
    expect(flowFor(profileSettings, past())).toBeUndefined()
  })

  it('leaves the reviewer, and what it does not name', () => {
    const was = { ...route, checker: 'clerk' }
    expect(routeBy(undefined, was)).toEqual(was)
    expect(routeBy(flow(), was)).toEqual(route)
    expect(routeBy(flow({ checker: 'checker', signer: 'director' }), route)).toEqual({
      ...{ reviewer: 'head', checker: 'checker', signer: 'director' },
    })
  })

  it('asks for a checker, whichever one it names', () => {
    const asking = { flows: [flow({ checker: 'checker' })] }
    expect(lacksFormCheck(asking, past())).toBe(true)
    expect(lacksFormCheck(asking, past({ route: { ...route, checker: 'drafter' } }))).toBe(false)
    expect(lacksFormCheck({ flows: [flow()] }, past())).toBe(false)
  })

  it('is never one of two that reach as far', () => {
    const rule = (...list: readonly Flow[]) => whyNotFlows({ flows: [...list] })?.rule
    expect(rule(...flows)).toBeUndefined()
    expect(rule(flow(), flow())).toBe('flow-twice')
    expect(rule(flow({ kinds: ['bao-cao'] }), flow({ kinds: ['cong-van', 'bao-cao'] }))).toBe('flow-twice')
    expect(rule(flow({ units: ['unit-1'] }), flow({ units: ['unit-2'] }))).toBeUndefined()
  })

  it('does not depend on the order of lawful flows', () => {
    fc.assert(
      fc.property(someSettings, fc.constantFrom(...documentKinds), (settings, kind) => {
        fc.pre(whyNotFlows(settings) === undefined)
        const turned = { flows: flowsOf(settings).toReversed() }
        expect(flowFor(turned, { kind, unit: 'unit-1' })).toEqual(flowFor(settings, { kind, unit: 'unit-1' }))
      }),
    )
  })
})

describe('a dry run over past documents', () => {
  const run = (one: Partial<Flow>, ...documents: readonly PastDocument[]) =>
    dryRun({ flows: [flow(one)] }, documents, look)

  it('tells who would have checked and signed', () => {
    const document = past({ drafter: 'clerk' })
    expect(run({ checker: 'checker', signer: 'director' }, document)).toEqual({
      same: [],
      other: [
        {
          ...{ document, rule: null },
          becomes: { reviewer: 'head', checker: 'checker', signer: 'director' },
        },
      ],
      refused: [],
    })
  })

  it.each([
    ['drafter-cannot-check-form', { checker: 'drafter' }, {}],
    ['form-checker-not-assigned', { checker: 'clerk' }, {}],
    ['post-unknown', { signer: 'gone' }, {}],
    ['drafter-cannot-approve', { signer: 'director' }, { drafter: 'director' }],
    ['signer-not-competent', { signer: 'head' }, {}],
  ] as const)('tells what would have been refused, by %s', (rule, change, document) => {
    expect(run(change, past(document)).refused).toMatchObject([{ rule }])
  })

  it('does not judge again what it leaves as it was', () => {
    const gone = past({ route: { reviewer: 'gone', checker: 'gone', signer: 'gone' } })
    expect(run({ checker: 'gone' }, gone).same).toEqual([gone])
    const minutes = past({ kind: 'bien-ban' })
    expect(run({ kinds: ['bien-ban'], signer: 'head' }, minutes).other).toHaveLength(1)
  })

  it('puts every document into exactly one group, and none of them without flows', () => {
    const posts = fc.constantFrom('drafter', 'checker', 'head', 'leader', 'gone')
    const documents = fc.array(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom(...documentKinds),
        unit: fc.constantFrom('unit-1', 'unit-2', 'unit-3'),
        drafter: posts,
        route: fc.oneof(
          fc.record({ reviewer: posts, signer: posts }),
          fc.record({ reviewer: posts, checker: posts, signer: posts }),
        ),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(someSettings, documents, (settings, all) => {
        const { same, other, refused } = dryRun(settings, all, look)
        const found = [...same, ...[...other, ...refused].map(({ document }) => document)]
        expect(found).toHaveLength(all.length)
        expect(new Set(found)).toEqual(new Set(all))
        expect(
          other.every(({ rule, becomes, document }) => rule === null && becomes !== document.route),
        ).toBe(true)
        expect(refused.every(({ rule }) => rule !== null)).toBe(true)
        if (flowsOf(settings).length === 0) expect(same).toEqual(all)
      }),
    )
  })
})
