import { z } from 'zod'

/** What the child reads from its standard input, once, to the end. */
export const isolatedRequestSchema = z.object({
  task: z.string(),
  input: z.unknown(),
  residentBytes: z.number().positive(),
})
export type IsolatedRequest = z.output<typeof isolatedRequestSchema>

/** What the child writes, once: `memory` comes from its watchdog and may follow half an answer. */
export const isolatedAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), value: z.unknown() }),
  z.object({ kind: z.literal('task-unknown') }),
  z.object({ kind: z.literal('task-failed'), detail: z.string() }),
])
export type IsolatedAnswer = z.output<typeof isolatedAnswerSchema>

/** File descriptor of the answer; standard output is left to whoever prints. */
export const ANSWER_FD = 3

/** Written by the watchdog before it ends the process. */
export const MEMORY_MARK = '\n!memory'
