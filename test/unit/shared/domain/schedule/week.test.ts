import fc from 'fast-check'
import { beforeEach, describe, expect, it, test } from 'vitest'
import type { DrawnMeeting } from '#shared/domain/schedule/drawn-meeting.ts'
import { daysOfWeek } from '#shared/domain/schedule/iso-week.ts'
import { weekChanges } from '#shared/domain/schedule/week-changes.ts'
import { latestOf, weekDecider, type Week } from '#shared/domain/schedule/week-decider.ts'
import { linesOfDraft, type WeekDraft } from '#shared/domain/schedule/week-draft.ts'
import { weekDraftDecider } from '#shared/domain/schedule/week-draft-decider.ts'
import { halves, halvesOf, weekLine, type WeekLine } from '#shared/domain/schedule/week-line.ts'
import { aWeekLine } from '../../../../builders/a-week-line.ts'
import { LawOffice, lawfully, people, ruleOf } from '../law/cases/office.ts'

const WEEK = '2026-W48'
const { clerk, director, leader, drafter, node } = people

let office: LawOffice
beforeEach(() => {
  office = new LawOffice()
})
const act = (who: typeof clerk, kind: 'week' | 'week-draft', verb: string, payload: object) =>
  office.world.act(who, kind, WEEK, `${kind}.${verb}`, { week: WEEK, ...payload })
const keep = (who: typeof clerk, ...lines: readonly WeekLine[]) => act(who, 'week-draft', 'keep', { lines })
const draft = (): WeekDraft => office.world.look('week-draft', WEEK) as WeekDraft
const week = (): Week => office.world.look('week', WEEK) as Week
const publish = (who = clerk, revision = draft().revision) => act(who, 'week', 'publish', { revision })

const meeting = (change: Partial<DrawnMeeting> = {}): DrawnMeeting => ({
  meeting: 'm1',
  leaders: ['director', 'leader'],
  title: 'Họp thẩm định đề án',
  from: '2026-11-24T01:30:00.000Z',
  until: '2026-11-24T04:00:00.000Z',
  place: 'Phòng họp số 1',
  chair: 'director',
  attendees: 'leader',
  preparer: 'Phòng Tổ chức',
  ...change,
})
const draw = (change: Partial<DrawnMeeting> = {}) =>
  act(node, 'week-draft', 'draw', { meeting: meeting(change) })

describe('the draft of a week', () => {
  it('is written by the office; a leader writes what stands in the own schedule, nobody else anything', () => {
    expect(ruleOf(keep(clerk, aWeekLine()))).toBeNull()
    expect(ruleOf(keep(director, aWeekLine({ content: 'Đi cơ sở' })))).toBeNull()
    expect(ruleOf(keep(leader, aWeekLine({ content: 'Đi cơ sở' })))).toBe('week-by-office')
    expect(ruleOf(keep(leader, aWeekLine({ leaders: ['leader'] })))).toBe('week-by-office')
    expect(ruleOf(keep(drafter, aWeekLine({ id: 'l2' })))).toBe('week-by-office')
    expect(ruleOf(act(leader, 'week-draft', 'remove', { line: 'l1' }))).toBe('week-by-office')
    expect(ruleOf(act(director, 'week-draft', 'remove', { line: 'l1' }))).toBeNull()
    expect(draft().lines).toEqual([])
  })

  it('takes no words of a leader into the schedule of another one: a line of several is the office’s', () => {
    const both = aWeekLine({ leaders: ['director', 'leader'] })
    expect(ruleOf(keep(director, both))).toBe('week-by-office')
    lawfully(keep(clerk, both))
    expect(ruleOf(keep(director, aWeekLine()))).toBe('week-by-office')
    expect(ruleOf(act(leader, 'week-draft', 'remove', { line: 'l1' }))).toBe('week-by-office')
  })

  it('takes days of its week, leaders, and words without a secrecy mark only', () => {
    expect(ruleOf(keep(clerk, aWeekLine({ day: '2026-11-30' })))).toBe('week-other-day')
    expect(ruleOf(keep(clerk, aWeekLine({ leaders: ['head'] })))).toBe('week-leaders-only')
    expect(ruleOf(keep(clerk, aWeekLine({ content: 'TỐI MẬT' })))).toBe('secret-refused')
  })

  it('is seen by the office and the leaders', () => {
    lawfully(keep(clerk, aWeekLine()))
    expect(weekDraftDecider.audienceOf(draft())).toEqual(['role:clerk', 'role:leader'])
  })

  it('draws meetings in by the node alone; the office shows them, as busy, or leaves them out', () => {
    expect(ruleOf(act(clerk, 'week-draft', 'draw', { meeting: meeting() }))).toBe('node-only')
    lawfully(draw())
    expect(linesOfDraft(draft())).toMatchObject([
      { id: 'm1', day: '2026-11-24', half: 'morning', hours: { from: 510, until: 660 } },
    ])
    lawfully(act(clerk, 'week-draft', 'treat', { meeting: 'm1', as: 'busy' }))
    lawfully(draw({ title: 'Họp kỷ luật' }))
    expect(JSON.stringify(linesOfDraft(draft()))).not.toMatch(/kỷ luật|Phòng|director","att/)
    lawfully(act(clerk, 'week-draft', 'treat', { meeting: 'm1', as: 'leftOut' }))
    expect(linesOfDraft(draft())).toEqual([])
    lawfully(act(node, 'week-draft', 'withdraw', { meeting: 'm1' }))
    expect(draft().meetings).toEqual([])
  })

  it('does not rise for a meeting that is drawn as it was', () => {
    lawfully(draw())
    const { revision } = draft()
    lawfully(draw())
    expect(draft().revision).toBe(revision)
  })

  it('has a meeting of several days on each of them, within the week alone', () => {
    lawfully(draw({ from: '2026-11-27T01:00:00.000Z', until: '2026-11-30T09:00:00.000Z' }))
    const lines = linesOfDraft(draft())
    expect(lines.map(({ day }) => day)).toEqual(['2026-11-27', '2026-11-28', '2026-11-29'])
    expect(new Set(lines.map(({ id }) => id)).size).toBe(3)
  })
})

describe('a published schedule', () => {
  it('is the draft as whoever publishes had it before them', () => {
    lawfully(keep(clerk, aWeekLine()))
    const { revision } = draft()
    lawfully(draw())
    expect(ruleOf(publish(clerk, revision))).toBe('week-draft-changed')
    expect(ruleOf(publish(director))).toBe('week-by-office')
    expect(ruleOf(publish())).toBeNull()
    expect(ruleOf(publish())).toBe('week-unchanged')
    expect(latestOf(week())?.number).toBe(1)
    expect(weekDecider.audienceOf(week())).toEqual(['agency'])
  })

  it('keeps every version', () => {
    lawfully(keep(clerk, aWeekLine()))
    lawfully(publish())
    lawfully(keep(clerk, aWeekLine({ day: '2026-11-25', half: 'afternoon', hours: null })))
    lawfully(publish())
    const [first, second] = week().versions
    expect(first?.lines).toEqual([aWeekLine()])
    expect(weekChanges(first!.lines, second!.lines)).toMatchObject([{ kind: 'changed', fields: ['when'] }])
  })
})

const words = fc.string({ minLength: 1, maxLength: 40 }).map((text) => `x${text.trim()}`)
const lines = fc
  .array(
    fc.record({
      day: fc.constantFrom(...daysOfWeek(WEEK)),
      half: fc.constantFrom(...halves),
      hours: fc.option(fc.record({ from: fc.integer({ min: 0, max: 900 }), until: fc.constant(null) })),
      leaders: fc.constantFrom<string[][]>(['director'], ['leader'], ['director', 'deputy']),
      busy: fc.boolean(),
      content: words,
      place: words,
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((all) =>
    all.map(({ busy, content, place, ...when }, index): WeekLine => {
      const id = `l${index}`
      return busy ? { ...when, id, busy } : aWeekLine({ ...when, id, content, place })
    }),
  )

describe('whatever the lines are', () => {
  test('publishing loses none', () => {
    fc.assert(
      fc.property(lines, (all) => {
        office = new LawOffice()
        lawfully(keep(clerk, ...all))
        lawfully(publish())
        const byId = (list: readonly WeekLine[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(byId(latestOf(week())!.lines)).toEqual(byId(all))
      }),
      { numRuns: 40 },
    )
  })

  test('equal versions differ in nothing, and what changes lead to is the later one', () => {
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        expect(weekChanges(one, structuredClone(one))).toEqual([])
        const told = new Map(one.map((line) => [line.id, line]))
        for (const change of weekChanges(one, other)) {
          if (change.kind === 'removed') told.delete(change.line.id)
          else {
            const line = change.kind === 'changed' ? change.after : change.line
            told.set(line.id, line)
          }
        }
        expect(new Map(other.map((line) => [line.id, line]))).toEqual(told)
      }),
    )
  })

  test('of a line that is private no words are taken, and none of a meeting shown as busy is published', () => {
    fc.assert(
      fc.property(words, (secret) => {
        expect(weekLine.safeParse({ ...aWeekLine({ content: secret }), busy: true }).success).toBe(false)
        office = new LawOffice()
        const marked = `riêng ${secret} riêng`
        lawfully(draw({ title: marked, place: marked, attendees: marked, chair: marked, preparer: marked }))
        lawfully(act(clerk, 'week-draft', 'treat', { meeting: 'm1', as: 'busy' }))
        lawfully(publish())
        expect(JSON.stringify(week())).not.toContain('riêng')
      }),
      { numRuns: 40 },
    )
  })
})

test('a line that goes on behind noon stands in both halves of the day', () => {
  expect(halvesOf(aWeekLine({ hours: { from: 480, until: 990 } }))).toEqual(['morning', 'afternoon'])
  expect(halvesOf(aWeekLine({ hours: { from: 480, until: 720 } }))).toEqual(['morning'])
})
