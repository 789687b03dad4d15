import { beforeEach, expect, test } from 'vitest'
import { Background } from '../../../../renderer/sync/background.ts'
import type { SyncOutcome } from '../../../../renderer/sync/desk-api.ts'
import { ManualTimer } from '../../../builders/manual-timer.ts'

let timer: ManualTimer
let rounds: boolean[]
let outcome: SyncOutcome
let background: Background
beforeEach(() => {
  timer = new ManualTimer()
  rounds = []
  outcome = 'done'
  background = new Background(
    (isHurried) => {
      rounds.push(isHurried)
      return Promise.resolve(outcome)
    },
    { timer, random: (count) => new Uint8Array(count).fill(255) },
  )
})
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('nothing happens before start; start syncs at once, then looks every half minute', async () => {
  background.wake()
  await settled()
  expect(rounds).toEqual([])
  background.start()
  await settled()
  expect(rounds).toEqual([true])
  timer.pass(29_999)
  await settled()
  expect(rounds).toHaveLength(1)
  timer.pass(1)
  await settled()
  expect(rounds).toEqual([true, false])
})

test('without an answer it waits longer each time, and not at all when woken', async () => {
  outcome = 'offline'
  background.start()
  await settled()
  for (const wait of [2_000, 4_000, 8_000]) {
    const before = rounds.length
    timer.pass(wait - 1)
    await settled()
    expect(rounds).toHaveLength(before)
    timer.pass(1)
    await settled()
    expect(rounds).toHaveLength(before + 1)
  }
  background.wake()
  await settled()
  expect(rounds.at(-1)).toBe(true)
})

test('what is asked while it runs becomes one more round', async () => {
  background.start()
  background.nudge()
  background.wake()
  background.nudge()
  await settled()
  expect(rounds).toEqual([true, true])
  background.nudge()
  await settled()
  expect(rounds).toEqual([true, true, false])
})

test('a failed check ends it until it is woken; stop ends it for good', async () => {
  outcome = 'stopped'
  background.start()
  await settled()
  timer.pass(600_000)
  await settled()
  expect(rounds).toHaveLength(1)
  background.wake()
  await settled()
  expect(rounds).toHaveLength(2)
  outcome = 'done'
  await background.stop()
  background.wake()
  timer.pass(600_000)
  await settled()
  expect(rounds).toHaveLength(2)
})
