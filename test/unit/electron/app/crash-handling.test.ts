import { expect, test } from 'vitest'
import { reloadAfterCrash } from '../../../../electron/app/crash-handling.ts'
import { memoryLog } from '../../../fakes/memory-log.ts'

test('a page that died is loaded anew, but not for ever', () => {
  let now = 0
  let reloads = 0
  const gone = reloadAfterCrash(
    memoryLog(),
    () => now,
    () => reloads++,
  )
  gone('clean-exit')
  expect(reloads).toBe(0)
  for (let crash = 0; crash < 6; crash++) gone('crashed')
  expect(reloads).toBe(3)
  now += 120_000
  gone('oom')
  expect(reloads).toBe(4)
})
