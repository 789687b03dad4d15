import type { DeskSteps } from './desk-steps.ts'

type EffortRole = 'clerk' | 'specialist' | 'unit head' | 'leader'

/** One task of the day, as it is done by keys, and what it may cost. */
export interface EffortTask {
  readonly name: string
  readonly role: EffortRole
  readonly person: string
  /** The keys as a guide prints them. */
  readonly script: string
  /** Keys and clicks at most (product 4); letters of a name or a day count where `isTypedCounted`. */
  readonly budget: number
  readonly isTypedCounted?: boolean
  /** To the screen where the task begins; not counted. */
  readonly before: (desk: DeskSteps) => Promise<void>
  readonly work: (desk: DeskSteps) => Promise<void>
}

/** How many items the tasks with several have. */
export const MANY = 10
export const TRIAGED = 5
