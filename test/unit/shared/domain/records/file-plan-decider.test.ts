import { beforeEach, describe, expect, it } from 'vitest'
import { filePlanId, type FilePlan } from '../../../../../shared/domain/records/file-plan.ts'
import { appointStaff, planOf, staff } from '../../../../builders/a-case-file.ts'
import { DeskWorld } from '../../../../builders/desk-world.ts'

const id = filePlanId(2026)
let world: DeskWorld
const refusal = (actor: (typeof staff)['clerk'], type: string, payload: unknown) =>
  world.refusalOf(actor, 'file-plan', id, type, payload).rule
const state = () => world.look('file-plan', id) as FilePlan

beforeEach(() => {
  world = new DeskWorld()
  appointStaff(world)
})

describe('the file plan of a year', () => {
  it('is drafted by the records office, approved by the head, and then in force', () => {
    expect(refusal(staff.drafter, 'file-plan.draft', { year: 2026, headings: planOf() })).toBe(
      'plan-by-records-office',
    )
    world.must(staff.clerk, 'file-plan', id, 'file-plan.draft', { year: 2026, headings: planOf() })
    expect(refusal(staff.leader, 'file-plan.approve', { version: 1 })).toBe('plan-not-submitted')
    world.must(staff.clerk, 'file-plan', id, 'file-plan.submit', { version: 1, approver: 'leader' })
    expect(refusal(staff.clerk, 'file-plan.approve', { version: 1 })).toBe('plan-approved-by-head')
    expect(state().approved).toBeNull()
    world.must(staff.leader, 'file-plan', id, 'file-plan.approve', { version: 1 })
    expect(state()).toMatchObject({ draft: null, approved: { version: 1, by: { post: 'leader' } } })
  })

  it('keeps the version in force while a change is worked on, and the earlier one afterwards', () => {
    for (const [version, retention] of [
      [1, 10],
      [2, 20],
    ] as const) {
      world.must(staff.clerk, 'file-plan', id, 'file-plan.draft', { year: 2026, headings: planOf(retention) })
      if (version === 2) expect(state().approved?.version).toBe(1)
      expect(refusal(staff.clerk, 'file-plan.submit', { version: version + 1, approver: 'leader' })).toBe(
        'plan-changed',
      )
      world.must(staff.clerk, 'file-plan', id, 'file-plan.submit', { version, approver: 'leader' })
      world.must(staff.leader, 'file-plan', id, 'file-plan.approve', { version })
    }
    expect(state().approved?.headings[0]?.entries[0]?.retention).toBe(20)
    expect(state().earlier.map((one) => one.version)).toEqual([1])
  })

  it('goes back only with a reason, and not without a file', () => {
    world.must(staff.clerk, 'file-plan', id, 'file-plan.draft', { year: 2026, headings: [] })
    expect(refusal(staff.clerk, 'file-plan.submit', { version: 1, approver: 'leader' })).toBe('plan-empty')
    world.must(staff.clerk, 'file-plan', id, 'file-plan.draft', { year: 2026, headings: planOf() })
    world.must(staff.clerk, 'file-plan', id, 'file-plan.submit', { version: 2, approver: 'leader' })
    expect(refusal(staff.leader, 'file-plan.return', { version: 2, reason: ' ' })).toBe('reason-missing')
    world.must(staff.leader, 'file-plan', id, 'file-plan.return', {
      version: 2,
      reason: 'Thiếu hồ sơ thanh tra',
    })
    expect(state().draft).toMatchObject({ approver: null, returned: 'Thiếu hồ sơ thanh tra' })
  })

  it('is numbered from 01 over the whole list or within a heading, with the symbol of the heading', () => {
    const numbered = (...groups: readonly [string, readonly string[]][]) => ({
      year: 2026,
      headings: groups.map(([abbreviation, notations]) => ({
        title: abbreviation,
        abbreviation,
        entries: notations.map((notation) => ({
          notation,
          title: notation,
          retention: 5,
          creator: 'drafter',
          note: '',
        })),
      })),
    })
    expect(refusal(staff.clerk, 'file-plan.draft', numbered(['A', ['01.A', '03.A']]))).toBe('plan-numbering')
    expect(refusal(staff.clerk, 'file-plan.draft', numbered(['A', ['01.B']]))).toBe('plan-numbering')
    world.must(staff.clerk, 'file-plan', id, 'file-plan.draft', numbered(['A', ['01.A']], ['B', ['01.B']]))
    world.must(staff.clerk, 'file-plan', id, 'file-plan.draft', numbered(['A', ['01.A']], ['B', ['02.B']]))
  })
})
