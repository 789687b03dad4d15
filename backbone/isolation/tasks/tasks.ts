import type { TaskTable } from '../serve-task.ts'

/** What `entry.ts` can do. */
export const TASKS = {
  'parse-edxml': async () => (await import('./parse-edxml.ts')).parseEdxml,
  'judge-calendar': async () => (await import('./judge-calendar.ts')).judgeCalendarBytes,
  'verify-pdf': async () => (await import('./verify-pdf.ts')).verifyPdfFile,
} as const satisfies TaskTable

export type TaskName = keyof typeof TASKS
