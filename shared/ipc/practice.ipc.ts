import { z } from 'zod'
import { event, request, type IpcDefinition } from './define.ts'
import { nothing } from './values.ts'

/** How the practice node stands. `failed`: it ended by itself and is started again after a pause. */
const practiceState = z.strictObject({ node: z.enum(['starting', 'running', 'stopped', 'failed']) })
export type PracticeState = z.infer<typeof practiceState>

/** The node of the practice province, which this desk runs itself. */
export const practiceIpc = {
  'practice.state': request({ input: nothing, output: practiceState, errors: ['practice-only'] }),
  /** Stops the node, as if the network were gone. */
  'practice.stopNode': request({ input: nothing, output: nothing, errors: ['practice-only'] }),
  'practice.startNode': request({
    input: nothing,
    output: nothing,
    errors: ['practice-only', 'node-start-failed'],
  }),
  /** Back to the first day: every person's desk data, keys and the node's log are removed. The page must reload. */
  'practice.reset': request({
    input: nothing,
    output: nothing,
    errors: ['practice-only', 'node-start-failed'],
  }),
  'practice.changed': event({ payload: practiceState }),
} satisfies IpcDefinition
