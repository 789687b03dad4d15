import { z } from 'zod'
import { judgeCalendar } from '#shared/exchange/calendar/subscribed/read-subscribed.ts'
import { fromBase64 } from '#shared/kernel/bytes.ts'
import type { IsolatedTask } from '../serve-task.ts'

const judgeCalendarInput = z.object({ base64: z.string(), fromMs: z.number(), toMs: z.number() })
export type JudgeCalendarInput = z.output<typeof judgeCalendarInput>

/** Looks at a calendar that somebody subscribed to. */
export const judgeCalendarBytes: IsolatedTask = (input) => {
  const { base64, fromMs, toMs } = judgeCalendarInput.parse(input)
  return Promise.resolve(judgeCalendar(fromBase64(base64), { fromMs, toMs }))
}
