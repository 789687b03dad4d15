import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../../../../shared/domain/calendar/vietnam-calendar.ts'
import { rankByRisk, riskOf, type RiskFacts } from '../../../../../shared/domain/work/legal-risk.ts'
import { reminderDigest, reminderStep } from '../../../../../shared/domain/work/reminders.ts'

const today = '2026-11-16'
const calendar = workingCalendar(undefined, today)
const facts = (change: Partial<RiskFacts> = {}): RiskFacts => ({
  deadline: null,
  isStopped: false,
  urgency: 'normal',
  isChased: false,
  isFromSuperior: false,
  isReturned: false,
  isAwaited: false,
  since: '2026-11-10T01:00:00.000Z',
  ...change,
})

describe('legal risk', () => {
  it.each([
    [{ deadline: '2026-11-13', urgency: 'express' }, 'overdue'],
    [{ urgency: 'express', deadline: today }, 'express'],
    [{ deadline: today, isFromSuperior: true }, 'dueToday'],
    [{ urgency: 'urgent', isChased: true }, 'urgent'],
    [{ isChased: true, isFromSuperior: true }, 'chased'],
    [{ isFromSuperior: true, isReturned: true }, 'superior'],
    [{ isReturned: true, deadline: '2026-11-18' }, 'returned'],
    [{ deadline: '2026-11-19' }, 'dueSoon'],
    [{ deadline: '2026-11-20', isAwaited: true }, 'awaited'],
    [{ deadline: '2026-11-20' }, 'ordinary'],
    [{ deadline: '2026-11-13', isStopped: true }, 'ordinary'],
  ] as const)('%j is %s', (change, reason) => {
    expect(riskOf(facts(change), today, calendar)).toBe(reason)
  })

  it('ranks the same whatever order things come in', () => {
    const anything = fc.record({
      deadline: fc.constantFrom(null, '2026-11-12', today, '2026-11-18', '2026-12-01'),
      isStopped: fc.boolean(),
      urgency: fc.constantFrom('normal', 'urgent', 'very-urgent', 'express' as const),
      isChased: fc.boolean(),
      isFromSuperior: fc.boolean(),
      isReturned: fc.boolean(),
      isAwaited: fc.boolean(),
      since: fc.constantFrom('2026-11-10T01:00:00.000Z', '2026-11-11T01:00:00.000Z'),
    }) as fc.Arbitrary<RiskFacts>
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (items) => {
        const reasons = (list: readonly RiskFacts[]) =>
          rankByRisk(list, today, calendar).map(([item, reason]) => [reason, item.deadline, item.since])
        expect(reasons(items.toReversed())).toEqual(reasons(items))
      }),
    )
  })
})

describe('reminders', () => {
  it('come 7, 3 and 1 working days ahead, on the day and after it, and on no other', () => {
    expect(reminderStep('2026-11-25', today, calendar)).toBe('in7')
    expect(reminderStep('2026-11-24', today, calendar)).toBeNull()
    expect(reminderStep('2026-11-19', today, calendar)).toBe('in3')
    expect(reminderStep('2026-11-17', today, calendar)).toBe('in1')
    expect(reminderStep(today, today, calendar)).toBe('today')
    expect(reminderStep('2026-11-13', today, calendar)).toBe('overdue')
    expect(reminderStep(null, today, calendar)).toBeNull()
  })

  it('on a day off prepare the next working day', () => {
    expect(reminderStep('2026-11-24', '2026-11-22', calendar)).toBe('in1')
    expect(reminderStep('2026-11-23', '2026-11-22', calendar)).toBe('today')
  })

  it('are one notice, gravest first, without what stands still', () => {
    const at = (deadline: string, isStopped = false) => ({ deadline, isStopped })
    const digest = reminderDigest(
      [at('2026-11-17'), at('2026-11-12'), at('2026-11-24'), at('2026-11-13', true)],
      today,
      calendar,
    )
    expect(digest).toEqual([
      { step: 'overdue', items: [at('2026-11-12')] },
      { step: 'in1', items: [at('2026-11-17')] },
    ])
  })
})
