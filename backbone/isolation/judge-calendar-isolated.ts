import { z } from 'zod'
import { calendarFaults } from '#shared/exchange/calendar/subscribed/read-subscribed.ts'
import { toBase64 } from '#shared/kernel/bytes.ts'
import type { Judge } from '../calendars/subscriptions/judge.port.ts'
import { atOnce } from './at-once.ts'
import { runIsolated, type IsolationOptions } from './run-isolated.ts'
import type { JudgeCalendarInput } from './tasks/judge-calendar.ts'
import type { TaskName } from './tasks/tasks.ts'

const instant = z.iso.datetime({ precision: 3 })
const answer = z.union([
  z.enum(calendarFaults),
  z.strictObject({
    name: z.string().max(100),
    events: z.int().nonnegative(),
    unshown: z.int().nonnegative(),
    busy: z.array(z.strictObject({ from: instant, until: instant })),
  }),
])

const AT_ONCE = 2
const LIMITS = { timeoutMs: 20_000, answerBytes: 4 * 1024 * 1024 }

/** Looks at calendars in a process each; one that brings its process down is too costly. */
export function judgeIsolated(options: IsolationOptions): Judge {
  const inTurn = atOnce(AT_ONCE)
  return (bytes, window) =>
    inTurn(async () => {
      const input: JudgeCalendarInput = { base64: toBase64(bytes), ...window }
      const run = await runIsolated(
        { task: 'judge-calendar' satisfies TaskName, input, limits: LIMITS },
        options,
      )
      return (run.ok ? answer.safeParse(run.value).data : undefined) ?? 'too-costly'
    })
}
