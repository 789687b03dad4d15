import { ZodError, z } from 'zod'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import type { Post, Unit } from '#shared/domain/directory/directory.ts'
import { statusMessageBytes } from '#shared/exchange/edxml/memory-message.ts'
import type { StatusFields } from '#shared/exchange/edxml/message.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { derivedUuid } from '#shared/kernel/uuid.ts'
import type { Job, NewMessage } from '../engine/exchange-store.port.ts'
import type { Journal } from '../ports.ts'
import { answered, organisationOf, staffOf } from './build-document.ts'
import type { DeliverDeps } from './deliver.ts'
import { handOver } from './hand-over.ts'
import type { JobKind } from './job-runner.ts'
import { agencyOf } from './receivers.ts'

const payloadSchema = z.object({
  letter: z.string(),
  code: z.string(),
  at: z.string(),
  post: z.string(),
  description: z.string(),
})

/** Tells the sender of a letter what became of it, as a status message through the same store. */
export function statusJob(deps: DeliverDeps, journal: Journal): JobKind {
  return {
    run: async (job) => {
      try {
        const status = await statusFor(deps, job)
        if (status === undefined) return
        const { message, to } = status
        const reached = await handOver(deps, message, to, instantFrom(deps.clock.now()))
        if (reached === 'nobody') journal.warn('status has no receiver', { code: message.code })
      } catch (error) {
        // A sender whose own fields may not be sent back cannot be answered, however often it is tried.
        if (!(error instanceof ZodError)) throw error
        journal.warn('status cannot be written', { issue: error.issues[0]?.message ?? '' })
      }
    },
    giveUp: (job) => {
      journal.warn('status given up', { job: job.id })
      return Promise.resolve()
    },
  }
}

/** Undefined for a letter that is destroyed, or that came on paper: its sender exchanges no statuses about it. */
async function statusFor(
  deps: DeliverDeps,
  job: Job,
): Promise<{ message: NewMessage; to: string } | undefined> {
  const payload = payloadSchema.parse(JSON.parse(job.payload))
  const workspace = await deps.workspace(job.workspace)
  const letter = (await workspace.state({ kind: 'letter', id: payload.letter })) as Letter | undefined
  const agency = await agencyOf(workspace)
  if (agency === undefined) throw new RangeError('agency not found')
  // Destroyed since, at the sender's own request or by decision.
  if (letter === undefined || letter.paper === 'original') return undefined
  const to = letter.content.from.code
  const id = derivedUuid('message', job.id)
  const known = await deps.engine.exchange.message(id)
  if (known !== undefined) return { message: known, to }

  const post = (await workspace.state({ kind: 'post', id: payload.post })) as Post | undefined
  const unit = post && ((await workspace.state({ kind: 'unit', id: post.unit })) as Unit | undefined)
  const response = answered(letter)
  const fields: StatusFields = {
    kind: 'status',
    from: organisationOf(agency, letter.content.to),
    responseFor: response,
    ...(post === undefined ? {} : { staff: staffOf(post, unit) }),
    statusCode: payload.code,
    ...(payload.description === '' ? {} : { description: payload.description }),
    at: payload.at,
    trace: [],
  }
  const message: NewMessage = {
    id,
    from: fields.from.organId,
    kind: 'status',
    file: await deps.files.keep([await statusMessageBytes(fields)]),
    documentId: letter.content.documentId,
    title: letter.content.subject,
    code: response.code,
    sentAt: payload.at,
    system: '',
    sameAs: id,
    dispatch: null,
    letter: { workspace: workspace.id, id: letter.id },
  }
  return { message, to }
}
