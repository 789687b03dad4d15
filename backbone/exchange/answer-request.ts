import { ZodError, z } from 'zod'
import type { SenderRequest } from '#shared/domain/correspondence/sender-request.ts'
import type { Post, Unit } from '#shared/domain/directory/directory.ts'
import { statusMessageBytes } from '#shared/exchange/edxml/memory-message.ts'
import type { StatusFields } from '#shared/exchange/edxml/message.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { derivedUuid } from '#shared/kernel/uuid.ts'
import type { Job, NewMessage } from '../engine/exchange-store.port.ts'
import type { Journal } from '../ports.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { organisationOf, staffOf } from './build-document.ts'
import type { DeliverDeps } from './deliver.ts'
import { handOver } from './hand-over.ts'
import type { JobKind } from './job-runner.ts'
import { agencyOf } from './receivers.ts'

const payloadSchema = z.object({ request: z.string(), at: z.string() })

/** Tells a sender what became of its request: agreed (15) or refused with who decided and why (16). */
export function answerJob(deps: DeliverDeps, journal: Journal): JobKind {
  return {
    run: async (job) => {
      try {
        const { message, to } = await answerFor(deps, job)
        const reached = await handOver(deps, message, to, instantFrom(deps.clock.now()))
        if (reached === 'nobody') journal.warn('answer has no receiver', { code: message.code })
      } catch (error) {
        // A sender whose own fields may not be sent back cannot be answered, however often it is tried.
        if (!(error instanceof ZodError)) throw error
        journal.warn('answer cannot be written', { issue: error.issues[0]?.message ?? '' })
      }
    },
    giveUp: (job) => {
      journal.warn('answer given up', { job: job.id })
      return Promise.resolve()
    },
  }
}

async function answerFor(deps: DeliverDeps, job: Job): Promise<{ message: NewMessage; to: string }> {
  const { request: requestId, at } = payloadSchema.parse(JSON.parse(job.payload))
  const workspace = await deps.workspace(job.workspace)
  const request = (await workspace.state({ kind: 'sender-request', id: requestId })) as
    SenderRequest | undefined
  const agency = await agencyOf(workspace)
  if (request?.answer == null || agency === undefined) throw new RangeError('answered request not found')
  const { about, answer, from, to } = request
  const id = derivedUuid('message', job.id)
  const known = await deps.engine.exchange.message(id)
  if (known !== undefined) return { message: known, to: from.code }
  const { post, unit } = await postOf(workspace, answer.by.post)
  const decider = answer.decidedBy === null ? undefined : (await postOf(workspace, answer.decidedBy)).post
  const description = [decider && `${decider.title} ${decider.name}`, answer.reason]
    .filter((part) => part !== undefined && part !== '')
    .join(': ')
  const fields: StatusFields = {
    kind: 'status',
    from: organisationOf(agency, to),
    responseFor: {
      organId: from.code,
      code: about.code,
      documentId: about.documentId,
      ...(about.issuedOn === null ? {} : { issuedOn: about.issuedOn }),
    },
    ...(post === undefined ? {} : { staff: staffOf(post, unit) }),
    statusCode: answer.agreed ? '15' : '16',
    ...(description === '' ? {} : { description }),
    at,
    trace: [],
  }
  const message: NewMessage = {
    id,
    from: fields.from.organId,
    kind: 'status',
    file: await deps.files.keep([await statusMessageBytes(fields)]),
    documentId: about.documentId,
    title: request.notice?.subject ?? '',
    code: about.code,
    sentAt: at,
    system: '',
    sameAs: id,
    dispatch: null,
  }
  return { message, to: from.code }
}

async function postOf(
  workspace: Workspace,
  id: string,
): Promise<{ readonly post: Post | undefined; readonly unit: Unit | undefined }> {
  const post = (await workspace.state({ kind: 'post', id })) as Post | undefined
  const unit = post && ((await workspace.state({ kind: 'unit', id: post.unit })) as Unit | undefined)
  return { post, unit }
}
