import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factOfLetter, factOfTask, factsOfDispatch } from '../../../../../shared/domain/boards/fact-of.ts'
import type { BoardFact } from '../../../../../shared/domain/boards/facts.ts'
import {
  boardOf,
  deliveryStandings,
  taskStandings,
  type FigureId,
} from '../../../../../shared/domain/boards/figures.ts'
import { behind, countsBy } from '../../../../../shared/domain/boards/narrow.ts'
import { spreadOf } from '../../../../../shared/domain/boards/spread.ts'
import { addDays } from '../../../../../shared/domain/calendar/days.ts'
import { workingCalendar } from '../../../../../shared/domain/calendar/vietnam-calendar.ts'
import { workingMinutesBetween } from '../../../../../shared/domain/calendar/working-calendar.ts'
import type { Dispatch } from '../../../../../shared/domain/correspondence/dispatch.ts'
import type { Letter } from '../../../../../shared/domain/correspondence/letter.ts'
import type { Task } from '../../../../../shared/domain/work/task.ts'
import { instantFrom, localDateOf, millisOf } from '../../../../../shared/kernel/instant.ts'
import { anIncomingLetter } from '../../../../builders/an-incoming-letter.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const node = anActor('node', 'node')
const clerk = anActor('clerk', 'clerk')
const leader = anActor('leader', 'leader')
const workers = ['an', 'binh', 'cuong'].map((post) => anActor(post, 'drafter'))

const START = millisOf('2026-10-01T01:00:00.000Z')
const HOUR = 3_600_000
const now = '2026-11-20T03:00:00.000Z'
const today = localDateOf(now)
const period = { from: '2026-10-15', to: '2026-11-30' }
const calendar = workingCalendar(undefined, today)
const frame = { period, now, calendar }

/** What happened to one thing, as the log says. */
interface Told {
  readonly id: string
  readonly events: readonly { readonly type: string; readonly at: string }[]
}

/** Office whose acts are told: each step some hours behind the one before. */
class ToldWorld extends DeskWorld {
  readonly told = new Map<string, { type: string; at: string }[]>()
  override act(...args: Parameters<DeskWorld['act']>): ReturnType<DeskWorld['act']> {
    const decision = super.act(...args)
    const list = this.told.get(`${args[1]}/${args[2]}`) ?? []
    if (decision.kind === 'events') list.push(...decision.events.map(({ type }) => ({ type, at: this.at })))
    this.told.set(`${args[1]}/${args[2]}`, list)
    return decision
  }
  of(kind: string): readonly Told[] {
    return [...this.told]
      .filter(([key]) => key.startsWith(`${kind}/`))
      .map(([id, events]) => ({ id, events }))
  }
}

const hours = fc.integer({ min: 0, max: 300 })
const taskPlan = fc.record({
  begin: fc.integer({ min: 0, max: 1100 }),
  worker: fc.nat({ max: 2 }),
  days: fc.option(fc.integer({ min: 0, max: 30 })),
  isSuperior: fc.boolean(),
  end: fc.option(hours),
  withdrawn: fc.boolean(),
})
const letterPlan = fc.record({
  begin: fc.integer({ min: 0, max: 900 }),
  steps: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 5 }),
})
const deliveryPlan = fc.record({
  begin: fc.integer({ min: 0, max: 1000 }),
  steps: fc.array(
    fc.tuple(fc.constantFrom('sent', 'failed', '01', '02', '03', '06'), fc.integer({ max: 80, min: 1 })),
    {
      maxLength: 4,
    },
  ),
})

function aWorld(
  tasks: readonly (typeof taskPlan extends fc.Arbitrary<infer T> ? T : never)[],
  letters: readonly (typeof letterPlan extends fc.Arbitrary<infer T> ? T : never)[],
  deliveries: readonly (typeof deliveryPlan extends fc.Arbitrary<infer T> ? T : never)[],
): { readonly world: ToldWorld; readonly facts: readonly BoardFact[] } {
  const world = new ToldWorld()
  const at = (hour: number): void =>
    void (world.at = instantFrom(Math.min(START + hour * HOUR, millisOf(now))))
  for (const actor of [clerk, leader, ...workers])
    world.must(node, 'post', actor.post, 'post.appoint', {
      person: actor.person,
      name: actor.name,
      title: '',
      unit: actor.post === 'an' ? 'một' : 'hai',
      roles: actor.roles,
      certificate: null,
    })
  world.must(clerk, 'book', 'b', 'book.open', { name: 'b', year: 2026, direction: 'incoming', startAfter: 0 })
  tasks.forEach((plan, index) => {
    const id = `t${index}`
    const worker = workers[plan.worker] ?? clerk
    at(plan.begin)
    const given = localDateOf(world.at)
    world.must(node, 'task', id, 'task.assign', {
      letter: 'l',
      subject: 's',
      assignee: worker.post,
      role: 'lead',
      givenBy: 'leader',
      text: '',
      deadline: plan.days === null ? null : addDays(given, plan.days),
      fromSuperior: plan.isSuperior,
    })
    if (plan.end === null) return
    at(plan.begin + plan.end)
    if (plan.withdrawn) world.must(leader, 'task', id, 'task.withdraw', { reason: 'x' })
    else
      world.must(worker, 'task', id, 'task.finish', {
        result: 'x',
        ...(plan.isSuperior ? { evidence: { document: null, code: '1/BC' } } : {}),
      })
  })
  const sorted = letters.toSorted((a, b) => a.begin - b.begin)
  sorted.forEach((plan, index) => {
    const id = `l${index}`
    const one = anIncomingLetter(id, { documentId: id, number: String(index) })
    at(plan.begin)
    world.must(node, 'letter', id, one.type, one.payload)
    let hour = plan.begin
    const acts = [
      () => world.must(clerk, 'letter', id, 'letter.accept', { verdictSeen: 'unsigned' }),
      () => {
        world.act(clerk, 'book', 'b', 'book.assignNumber', { subject: id })
        world.act(clerk, 'letter', id, 'letter.takeNumber', { book: 'b' })
      },
      () => world.act(clerk, 'letter', id, 'letter.present', { to: 'leader' }),
      () =>
        world.act(leader, 'letter', id, 'letter.direct', {
          directive: { text: 'x', lead: 'an', cooperating: [], inform: [], deadline: null },
        }),
      () => world.act(workers[0] ?? clerk, 'letter', id, 'letter.finish', { result: 'x' }),
    ]
    plan.steps.forEach((later, step) => {
      hour += later
      at(hour)
      acts[step]?.()
    })
  })
  deliveries.forEach((plan, index) => {
    const id = `d${index}`
    at(plan.begin)
    world.must(node, 'dispatch', id, 'dispatch.open', {
      code: '1/SNV',
      subject: 's',
      issuedOn: localDateOf(world.at),
      documentId: id,
      drafter: 'an',
      signer: 'leader',
      recipients: [{ code: 'A', name: 'A' }],
    })
    let hour = plan.begin
    for (const [state, later] of plan.steps) {
      hour += later
      at(hour)
      const step = { state, at: world.at, staff: '', description: '' }
      world.must(node, 'dispatch', id, 'dispatch.record', { recipient: 'A', step })
    }
  })
  const facts: BoardFact[] = []
  for (const [key, state] of world.states) {
    const fact = key.startsWith('task/')
      ? factOfTask(state as Task)
      : key.startsWith('letter/')
        ? factOfLetter(state as Letter)
        : undefined
    if (fact !== undefined) facts.push(fact)
    if (key.startsWith('dispatch/')) facts.push(...factsOfDispatch(state as Dispatch))
  }
  return { world, facts }
}

const countOf = (facts: readonly BoardFact[]) => {
  const board = boardOf(facts, frame)
  return (figure: FigureId): number => board.behind.get(figure)?.length ?? 0
}

describe('figures are what the events say', () => {
  test('tasks: on time, late, overdue, still within the deadline', () => {
    fc.assert(
      fc.property(fc.array(taskPlan, { maxLength: 30 }), (plans) => {
        const { world, facts } = aWorld(plans, [], [])
        const expected: Record<string, number> = {}
        for (const { id, events } of world.of('task')) {
          const plan = plans[Number(id.slice('task/t'.length))]
          const given = localDateOf(events[0]?.at ?? '')
          const closed = events.find(({ type }) => type === 'finished' || type === 'withdrawn')
          const closedOn = closed === undefined ? '9999' : localDateOf(closed.at)
          if (plan === undefined || closed?.type === 'withdrawn' || closedOn < period.from) continue
          const deadline = plan.days === null ? null : addDays(given, plan.days)
          const standing =
            deadline === null
              ? 'noDeadline'
              : closed === undefined
                ? deadline < today
                  ? 'overdue'
                  : 'running'
                : closedOn <= deadline
                  ? 'onTime'
                  : 'late'
          expected[`tasks.${standing}`] = (expected[`tasks.${standing}`] ?? 0) + 1
          if (plan.isSuperior) expected[`superior.${standing}`] = (expected[`superior.${standing}`] ?? 0) + 1
        }
        const count = countOf(facts)
        for (const of of ['tasks', 'superior'] as const)
          for (const one of taskStandings) expect(count(`${of}.${one}`)).toBe(expected[`${of}.${one}`] ?? 0)
      }),
      { numRuns: 60 },
    )
  })

  test('letters: those of the period, and what each step took in office minutes', () => {
    fc.assert(
      fc.property(fc.array(letterPlan, { maxLength: 12 }), (plans) => {
        const { world, facts } = aWorld([], plans, [])
        const steps = {
          registered: 'numberTaken',
          presented: 'presented',
          directed: 'directed',
          finished: 'finished',
        }
        const board = boardOf(facts, frame)
        const inPeriod = world
          .of('letter')
          .filter(({ events }) => localDateOf(events[0]?.at ?? '') >= period.from)
        expect(board.behind.get('letters.arrived')?.length ?? 0).toBe(inPeriod.length)
        for (const [step, type] of Object.entries(steps)) {
          const minutes = inPeriod.flatMap(({ events }) => {
            const end = events.find((one) => one.type === type)
            return end === undefined ? [] : [workingMinutesBetween(calendar, events[0]?.at ?? '', end.at)]
          })
          expect((board.minutes.get(step as 'registered') ?? []).toSorted((a, b) => a - b)).toEqual(
            minutes.toSorted((a, b) => a - b),
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  test('deliveries: each stands in exactly one place', () => {
    fc.assert(
      fc.property(fc.array(deliveryPlan, { maxLength: 20 }), (plans) => {
        const { world, facts } = aWorld([], [], plans)
        const sent = world
          .of('dispatch')
          .filter(({ events }) => localDateOf(events[0]?.at ?? '') >= period.from)
        const count = countOf(facts)
        expect(count('delivery.all')).toBe(sent.length)
        expect(deliveryStandings.reduce((sum, one) => sum + count(`delivery.${one}`), 0)).toBe(sent.length)
      }),
      { numRuns: 40 },
    )
  })
})

test('a number of a unit or person is the length of the list it opens, and all of them together the whole', () => {
  fc.assert(
    fc.property(fc.array(taskPlan, { maxLength: 30 }), (plans) => {
      const { facts } = aWorld(plans, [], [])
      const board = boardOf(facts, frame)
      const unitOf = (post: string): string => (post === 'an' ? 'một' : 'hai')
      for (const standing of taskStandings) {
        const figure = `tasks.${standing}` as const
        const whole = behind(board, { figure }, unitOf).length
        for (const by of ['unit', 'post'] as const) {
          const counts = countsBy(board, figure, by, unitOf)
          expect([...counts.values()].reduce((sum, one) => sum + one, 0)).toBe(whole)
          for (const [key, count] of counts)
            expect(behind(board, { figure, [by]: key }, unitOf)).toHaveLength(count)
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('half took at most the median, nine of ten at most p90', () => {
  expect(spreadOf([])).toBeNull()
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ count: 5, median: 3, p90: 5 })
  expect(spreadOf(Array.from({ length: 100 }, (_, index) => index + 1))).toEqual({
    count: 100,
    median: 50,
    p90: 90,
  })
})
