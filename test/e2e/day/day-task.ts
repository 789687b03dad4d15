import type { DeskSteps } from '../effort/desk-steps.ts'

export type DayRole = 'clerk' | 'specialist' | 'unit head' | 'leader' | 'records'

/** A stretch of one person's day. */
export interface DayTask {
  readonly role: DayRole
  readonly person: string
  readonly name: string
  /** Documents or tasks it handles; read when it is done. */
  readonly items: number
  /** Keys and clicks at most, ways included (product 4, per item). */
  readonly budget: number
  /** It rests on what the node answers to the stretch before. */
  readonly isAfterAllSent?: true
  readonly work: (desk: DeskSteps) => Promise<void>
}
