import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VIETNAM_OFFSET_MINUTES } from '../../../shared/kernel/instant.ts'
import { Office } from '../drivers/office.ts'
import { DeskSteps } from '../effort/desk-steps.ts'
import { EffortMeter } from '../effort/effort-meter.ts'
import { expectTruth } from './expect-truth.ts'
import { dayBudgets, inputsOf, keepDay, type MeasuredStretch } from './report.ts'
import { stretchesOfTheDay } from './stretches.ts'
import { aMorning } from './world.ts'

/** The scripted day takes so long at most. */
const DAY_MS = 900_000

/** Registers and acts are counted by the day of the agency: a day that would run over midnight begins after it. */
async function untilOneDayIsLeft(): Promise<void> {
  const sinceMidnight = (Date.now() + VIETNAM_OFFSET_MINUTES * 60_000) % 86_400_000
  const left = 86_400_000 - sinceMidnight
  if (left < DAY_MS) await new Promise((resolve) => setTimeout(resolve, left))
}

const pictures = process.env['CONGSO_PICTURES']

describe('a day of five roles through the real windows', () => {
  const measured: MeasuredStretch[] = []
  let profile: string
  let desk: DeskSteps
  let meter: EffortMeter
  let person: string | undefined
  let isWhole = false

  beforeAll(async () => {
    await untilOneDayIsLeft()
    profile = await mkdtemp(path.join(tmpdir(), 'congso-day-'))
    const office = await Office.open(profile, (await aMorning(profile)).keyFile)
    office.page.setDefaultTimeout(30_000)
    desk = new DeskSteps(office)
    meter = await EffortMeter.on(office)
  }, 2 * DAY_MS)
  afterAll(async () => {
    await keepDay(measured, meter.slow, isWhole)
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  })

  /** Everything is with the node, and it took all of it. */
  async function expectNothingLeft(): Promise<void> {
    await desk.allSent()
    expect(await desk.page.getByText('Cần xem lại').count(), person).toBe(0)
  }

  test(
    'everybody does the work of the day within the budget',
    async () => {
      for (const stretch of stretchesOfTheDay(profile)) {
        const isOther = person !== stretch.person
        if (person !== undefined && (isOther || stretch.isAfterAllSent === true)) await expectNothingLeft()
        if (isOther) {
          await desk.office.become(stretch.person)
          person = stretch.person
        }
        const from = performance.now()
        const { inputs } = await meter
          .during(() => stretch.work(desk))
          .catch(async (error: unknown) => {
            if (pictures !== undefined) await desk.office.picture(path.join(pictures, 'day.png'))
            throw new Error(`${stretch.role}: ${stretch.name}`, { cause: error })
          })
        const { role, name, items, budget } = stretch
        const seconds = Math.round((performance.now() - from) / 1000)
        measured.push({ role, name, items, budget, inputs, seconds })
      }
      await expectNothingLeft()
      await desk.office.close()
      isWhole = true
      for (const { name, inputs, budget } of measured) expect.soft(inputs, name).toBeLessThanOrEqual(budget)
      for (const [role, budget] of Object.entries(dayBudgets))
        expect.soft(inputsOf(role as MeasuredStretch['role'], measured), role).toBeLessThanOrEqual(budget)
    },
    DAY_MS,
  )

  test('every letter and document is accounted for, in the log, on the axis and in the printed registers', () =>
    expectTruth(profile))
})
