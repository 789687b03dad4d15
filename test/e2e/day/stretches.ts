import path from 'node:path'
import { lookingBack } from './boards.ts'
import { clerkMail } from './clerk-mail.ts'
import { issuing } from './clerk-issue.ts'
import type { DayTask } from './day-task.ts'
import { directing, signing } from './leaders.ts'
import { keepingRecords } from './records.ts'
import { keepingRegisters, type PrintedTo } from './registers.ts'
import { SCAN } from './scan.ts'
import { drafting, finishing, finishingFirst, triaging } from './specialists.ts'
import { assigning, helping, initialling } from './unit-head.ts'

/** Where the registers of the day are printed to. */
export const printedTo = (profile: string): PrintedTo => ({
  incoming: path.join(profile, 'so-den.pdf'),
  outgoing: path.join(profile, 'so-di.pdf'),
})

/** The day in its order: each has on the desk what the ones before left. */
export const stretchesOfTheDay = (profile: string): readonly DayTask[] => [
  ...clerkMail(path.join(profile, SCAN)),
  ...directing,
  ...assigning,
  ...triaging,
  ...drafting,
  ...finishingFirst,
  ...initialling,
  ...helping,
  ...signing,
  ...issuing,
  ...keepingRegisters(printedTo(profile)),
  ...finishing,
  ...keepingRecords,
  ...lookingBack,
]
