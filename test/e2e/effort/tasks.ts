import { ballotTasks } from './ballot-tasks.ts'
import { calendarTasks } from './calendar-tasks.ts'
import { clerkChasing, clerkIssuing, clerkMail, clerkSchedule } from './clerk-tasks.ts'
import type { EffortTask } from './effort-task.ts'
import { leaderAway, leaderTasks } from './leader-tasks.ts'
import { secretaryTasks } from './secretary-tasks.ts'
import { specialistTasks } from './specialist-tasks.ts'
import { unitHeadTasks } from './unit-head-tasks.ts'

/** In the order in which one leaves what the next needs. */
export const effortTasks: readonly EffortTask[] = [
  ...clerkMail,
  ...specialistTasks,
  ...unitHeadTasks,
  ...leaderTasks,
  ...clerkIssuing,
  ...leaderAway,
  ...clerkChasing,
  ...clerkSchedule,
  ...secretaryTasks,
  ...ballotTasks,
  ...calendarTasks,
]
