import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fullOffice, type OfficeLoad } from '../../builders/a-full-office.ts'
import { Office } from '../drivers/office.ts'
import { DeskSteps } from './desk-steps.ts'
import { EffortMeter, type SlowInput } from './effort-meter.ts'
import { keepEffort, type MeasuredTask } from './report.ts'
import { MANY, TRIAGED } from './effort-task.ts'
import { effortTasks } from './tasks.ts'

const measured: MeasuredTask[] = []
const slow: SlowInput[] = []
const pictures = process.env['CONGSO_PICTURES']

afterAll(() => keepEffort(measured, slow))

interface Opened {
  readonly profile: string
  readonly desk: DeskSteps
  readonly meter: EffortMeter
}

async function open(load: OfficeLoad): Promise<Opened> {
  const profile = await mkdtemp(path.join(tmpdir(), 'congso-effort-'))
  const office = await Office.open(profile, await fullOffice(profile, load))
  office.page.setDefaultTimeout(20_000)
  return { profile, desk: new DeskSteps(office), meter: await EffortMeter.on(office) }
}

async function close({ profile, desk, meter }: Opened): Promise<void> {
  slow.push(...meter.slow)
  await desk.office.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/** Keeps what was on screen when it failed, where one asks for pictures. */
async function pictured(desk: DeskSteps, name: string, work: () => Promise<void>): Promise<void> {
  await work().catch(async (error: unknown) => {
    if (pictures !== undefined) await desk.office.picture(path.join(pictures, `${name}.png`))
    throw error
  })
}

describe('each usual task keeps its budget of inputs', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open({
      toAccept: 20,
      toDirect: 1,
      toRead: TRIAGED + 1,
      toTake: TRIAGED + 1,
      toAssign: 2,
      toInitial: MANY - 1,
    })
  })
  afterAll(() => close(opened))

  test.each(effortTasks)('$role: $name', async (task) => {
    const { desk, meter } = opened
    await desk.office.become(task.person)
    await pictured(desk, task.name, async () => {
      await task.before(desk)
      const { inputs, typed } = await meter.during(() => task.work(desk))
      const counted = inputs + (task.isTypedCounted === true ? typed : 0)
      const { role, name, script, budget } = task
      measured.push({ role, name, script, inputs: counted, budget })
      expect(counted).toBeGreaterThan(0)
      expect(counted).toBeLessThanOrEqual(budget)
    })
  })
})
