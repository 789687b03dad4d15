import { basename, join } from 'node:path'
import { z } from 'zod'
import type { EdxmlError } from '#shared/exchange/edxml/errors.ts'
import { edxmlErrorSchema, readMessageSchema } from '#shared/exchange/edxml/read-message.schema.ts'
import type { ReadMessage } from '#shared/exchange/edxml/read-message.ts'
import { fail, ok, type Result } from '#shared/kernel/result.ts'
import {
  type IsolationLimits,
  type IsolationOptions,
  type IsolationProblem,
  runIsolated,
} from './run-isolated.ts'
import type { ParseEdxmlInput } from './tasks/parse-edxml.ts'
import type { TaskName } from './tasks/tasks.ts'

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: readMessageSchema }),
  z.object({ ok: z.literal(false), error: edxmlErrorSchema }),
])

/** The process that read the message ended badly. */
export interface ReadingFailed {
  readonly code: 'reading-failed'
  readonly problem: IsolationProblem
}

/**
 * Reads an edXML file that others made in a process of its own. `attachmentsFolder` must exist and be empty; afterwards it holds
 * the attachments, whose `content` is the path there. Never rejects.
 */
export async function parseEdxmlIsolated(
  path: string,
  attachmentsFolder: string,
  options: IsolationOptions & { readonly limits?: Partial<IsolationLimits> } = {},
): Promise<Result<ReadMessage<string>, EdxmlError | ReadingFailed>> {
  const input: ParseEdxmlInput = { path, attachmentsFolder }
  const { limits, ...where } = options
  const run = await runIsolated(
    {
      task: 'parse-edxml' satisfies TaskName,
      input,
      readable: [path],
      writable: [attachmentsFolder],
      ...(limits === undefined ? {} : { limits }),
    },
    where,
  )
  if (!run.ok) return fail({ code: 'reading-failed', problem: run.error })
  const answer = answerSchema.safeParse(run.value)
  if (!answer.success) {
    return fail({ code: 'reading-failed', problem: { code: 'crash', detail: 'answer of another shape' } })
  }
  if (!answer.data.ok) return fail(answer.data.error)
  const { fields, attachments, deviations } = answer.data.value
  // The process read what others made: a name that leads out of the folder is not followed, whoever wrote it.
  if (attachments.some((one) => one.content !== basename(one.content) || one.content === '..')) {
    return fail({
      code: 'reading-failed',
      problem: { code: 'crash', detail: 'attachment outside its folder' },
    })
  }
  return ok({
    fields,
    deviations,
    attachments: attachments.map((one) => ({ ...one, content: join(attachmentsFolder, one.content) })),
  })
}
