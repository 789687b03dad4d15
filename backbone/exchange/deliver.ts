import { ZodError, z } from 'zod'
import { sameCode } from '#shared/domain/correspondence/dispatch-decider.ts'
import { mayHold, type DeliveryStep, type Dispatch } from '#shared/domain/correspondence/dispatch.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import type { Post, Unit } from '#shared/domain/directory/directory.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { writeDocumentMessage, type OutgoingAttachment } from '#shared/exchange/edxml/write-message.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { derivedUuid } from '#shared/kernel/uuid.ts'
import type { BlobService } from '../blobs/blob-service.ts'
import { actOrThrow } from '../directory.ts'
import type { Job, NewMessage } from '../engine/exchange-store.port.ts'
import type { Clock } from '../ports.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { documentMessageOf } from './build-document.ts'
import { handOver, NO_SUCH_RECEIVER, type HandOverDeps } from './hand-over.ts'
import type { JobKind } from './job-runner.ts'
import type { MessageFiles } from './message-files.ts'
import { agencyOf } from './receivers.ts'
import { writtenBytes } from './written-bytes.ts'

export interface DeliverDeps extends HandOverDeps {
  readonly blobs: BlobService
  readonly files: MessageFiles
  readonly clock: Clock
  readonly workspace: (id: string) => Promise<Workspace>
}

const payloadSchema = z.object({ dispatch: z.string(), recipient: z.string() })

/** Rule ids in delivery timelines, beside `no-such-receiver`. */
const MESSAGE_INVALID = 'message-invalid'
const GIVEN_UP = 'not-delivered'

/** Delivers an issued document to one recipient, and writes down what became of it: sent, or failed with the rule. */
export function deliverJob(deps: DeliverDeps): JobKind {
  const building = new Map<string, Promise<NewMessage>>()
  return {
    run: async (job) => {
      const { workspace, dispatch, recipient } = await read(deps, job)
      const about = await aboutFor(workspace, dispatch, recipient)
      const key = `${workspace.id}/${dispatch.id}/${about?.id ?? ''}`
      const message = building.get(key) ?? messageFor(deps, workspace, dispatch, about)
      building.set(key, message)
      try {
        const kept = await message
        const at = instantFrom(deps.clock.now())
        const isReached = (await handOver(deps, kept, recipient, at)) !== 'nobody'
        await record(deps, job, isReached ? 'sent' : 'failed', isReached ? '' : NO_SUCH_RECEIVER)
      } catch (error) {
        if (!(error instanceof ZodError)) throw error
        await record(deps, job, 'failed', MESSAGE_INVALID)
      } finally {
        building.delete(key)
      }
    },
    giveUp: (job) => record(deps, job, 'failed', GIVEN_UP),
  }
}

async function read(
  deps: DeliverDeps,
  job: Job,
): Promise<{ workspace: Workspace; dispatch: Dispatch; recipient: string }> {
  const { dispatch: id, recipient } = payloadSchema.parse(JSON.parse(job.payload))
  const workspace = await deps.workspace(job.workspace)
  const dispatch = (await workspace.state({ kind: 'dispatch', id })) as Dispatch | undefined
  if (dispatch === undefined) throw new RangeError('dispatch not found')
  return { workspace, dispatch, recipient }
}

async function record(
  deps: DeliverDeps,
  job: Job,
  state: DeliveryStep['state'],
  description: string,
): Promise<void> {
  const { workspace, dispatch, recipient } = await read(deps, job)
  // After a crash between writing it down and finishing the job, the first word stands.
  const isKnown = dispatch.recipients
    .find((one) => one.code === recipient)
    ?.steps.some((step) => step.state === 'sent' || step.state === 'failed')
  if (isKnown === true) return
  const step: DeliveryStep = { state, at: instantFrom(deps.clock.now()), staff: '', description }
  const aggregate = { kind: 'dispatch', id: dispatch.id } as const
  await actOrThrow(workspace, [{ aggregate, type: 'dispatch.record', payload: { recipient, step } }])
}

/** How the document that this one recalls, replaces or puts right was sent to this recipient; undefined: it is about none, or not sent there. */
async function aboutFor(
  workspace: Workspace,
  dispatch: Dispatch,
  recipient: string,
): Promise<Dispatch | undefined> {
  const document = (await workspace.state({ kind: 'document', id: dispatch.id })) as
    OfficialDocument | undefined
  if (document?.amends === undefined) return undefined
  const about = (await workspace.state({ kind: 'dispatch', id: document.amends.document })) as
    Dispatch | undefined
  return about?.recipients.some((one) => sameCode(one.code, recipient) && mayHold(one)) === true
    ? about
    : undefined
}

/** Builds the message once for all recipients who have the same to do with it; when one of them has it, it is found under its id. */
async function messageFor(
  deps: DeliverDeps,
  workspace: Workspace,
  dispatch: Dispatch,
  about: Dispatch | undefined,
): Promise<NewMessage> {
  const id = derivedUuid('message', workspace.id, dispatch.id, ...(about === undefined ? [] : [about.id]))
  const known = await deps.engine.exchange.message(id)
  if (known !== undefined) return known
  const document = (await workspace.state({ kind: 'document', id: dispatch.id })) as
    OfficialDocument | undefined
  const agency = await agencyOf(workspace)
  if (document?.seal == null || agency === undefined) throw new RangeError('issued document not found')
  const issuedBy = document.trail.findLast((step) => step.act === 'issued')?.by.post ?? ''
  const clerk = (await workspace.state({ kind: 'post', id: issuedBy })) as Post | undefined
  const unit = clerk && ((await workspace.state({ kind: 'unit', id: clerk.unit })) as Unit | undefined)
  const { answers } = document.fields
  const letter = answers === null ? undefined : await workspace.state({ kind: 'letter', id: answers })
  const fields = documentMessageOf(document, dispatch, {
    agency,
    clerk,
    clerksUnit: unit,
    answers: letter as Letter | undefined,
    about,
  })
  const attachments = await attachmentsOf(deps.blobs, workspace.id, document, dispatch.code)
  const file = await deps.files.keep(writtenBytes((sink) => writeDocumentMessage(fields, attachments, sink)))
  return {
    id,
    from: fields.from.organId,
    kind: 'edoc',
    file,
    documentId: dispatch.documentId,
    title: dispatch.subject,
    code: dispatch.code,
    sentAt: instantFrom(deps.clock.now()),
    system: '',
    sameAs: id,
    dispatch: { workspace: workspace.id, id: dispatch.id },
  }
}

/** The sealed PDF first, then what goes with it. */
async function attachmentsOf(
  blobs: BlobService,
  workspace: string,
  document: OfficialDocument,
  code: string,
): Promise<OutgoingAttachment[]> {
  if (document.seal === null) throw new RangeError('only what is sealed is sent')
  const files = [
    { id: 'van-ban', name: `${code.replaceAll('/', '-')}.pdf`, sha256: document.seal.pdf.sha256 },
    ...document.attachments.map(({ name, file }, index) => ({
      id: `kem-theo-${index + 1}`,
      name,
      sha256: file.sha256,
    })),
  ]
  return Promise.all(
    files.map(async ({ id, name, sha256 }) => {
      const bytes = await blobs.load(workspace, sha256)
      return { id, name, open: () => [bytes] }
    }),
  )
}
