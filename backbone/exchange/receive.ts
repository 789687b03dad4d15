import { z } from 'zod'
import { mkdir, writeFile } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { LetterFile } from '#shared/domain/correspondence/letter.ts'
import { bearsSecretMark } from '#shared/domain/correspondence/registration.ts'
import { DeviationRule } from '#shared/exchange/edxml/deviations.ts'
import { explainEdxmlError } from '#shared/exchange/edxml/errors.ts'
import { sameOrganId } from '#shared/exchange/edxml/identifiers.ts'
import type { ReadAttachment } from '#shared/exchange/edxml/message.ts'
import type { ReadMessage } from '#shared/exchange/edxml/read-message.ts'
import { BusinessType } from '#shared/exchange/edxml/vocabulary.ts'
import { plainFileName } from '#shared/kernel/file-name.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { derivedUuid } from '#shared/kernel/uuid.ts'
import type { BlobService } from '../blobs/blob-service.ts'
import type { DeliveredMessage } from '../engine/exchange-store.port.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Clock, Journal } from '../ports.ts'
import type { NodeAct, Workspace } from '../workspace/workspace.ts'
import { askedBy, askedByStatus, isOwnDocument, type Asked } from './asked-of-us.ts'
import { secretOf, statusOutcome, unmatchedOf, type UnmatchedReason } from './delivery-tracker.ts'
import type { ForeignFiles } from './foreign-files.port.ts'
import type { JobKind } from './job-runner.ts'
import { letterContentOf, letterIdOf } from './letter-content.ts'
import type { MessageFiles } from './message-files.ts'
import { withFolder } from './scratch-folder.ts'

export interface ReceiveDeps {
  readonly engine: Engine
  readonly blobs: BlobService
  readonly files: MessageFiles
  readonly foreign: ForeignFiles
  readonly clock: Clock
  readonly journal: Journal
  readonly workspace: (id: string) => Promise<Workspace>
  /** Folder for what is being read; emptied behind itself. */
  readonly scratch: string
}

const payloadSchema = z.object({ delivery: z.string() })
/** Refusals that say that it was received before, or was received and destroyed since. */
const RECEIVED_BEFORE: ReadonlySet<string> = new Set(['already-exists', 'erased-by-law'])
const TAKE_BACK = '13'

/** Takes a delivery into the receiving agency's log: a letter, a step of a dispatch, or something that matches nothing. */
export function receiveJob(deps: ReceiveDeps): JobKind {
  const acknowledge = (id: string, state: string, description: string): Promise<void> =>
    deps.engine.exchange.setReceiveState(id, state, description, instantFrom(deps.clock.now()))
  return {
    run: async (job) => {
      const { delivery: id } = payloadSchema.parse(JSON.parse(job.payload))
      const delivered = await deps.engine.exchange.delivery(id)
      if (delivered === undefined) throw new RangeError('delivery not found')
      const workspace = await deps.workspace(job.workspace)
      const problem = await withFolder(deps.scratch, async (folder) => {
        const path = join(folder, 'message.edxml')
        await writeFile(path, deps.files.read(delivered.message.file), { mode: 0o600 })
        const attachments = join(folder, 'attachments')
        await mkdir(attachments, { mode: 0o700 })
        const read = await deps.foreign.readMessage(path, attachments)
        if (!read.ok) {
          if (read.error.code === 'reading-failed') throw new Error('reading failed')
          return explainEdxmlError(read.error)
        }
        await actFor(deps, workspace, delivered, read.value)
        return undefined
      })
      await (problem === undefined ? acknowledge(id, 'done', '') : acknowledge(id, 'fail', problem))
    },
    giveUp: async (job) => {
      const { delivery: id } = payloadSchema.parse(JSON.parse(job.payload))
      await acknowledge(id, 'fail', 'reading-failed')
    },
  }
}

async function actFor(
  deps: ReceiveDeps,
  workspace: Workspace,
  delivered: DeliveredMessage,
  message: ReadMessage<string>,
): Promise<void> {
  const { delivery } = delivered
  const { fields } = message
  const act = async (one: Omit<NodeAct, 'id' | 'at'>): Promise<void> => {
    const id = derivedUuid('received', delivery.id, one.type, one.aggregate.id)
    const [outcome] = await workspace.act([{ ...one, id, at: delivery.createdAt }])
    if (outcome?.outcome === 'accepted') return
    if (outcome?.outcome === 'refused' && RECEIVED_BEFORE.has(outcome.rule)) return
    throw new Error(`received message refused: ${JSON.stringify(outcome)}`)
  }
  const keepUnmatched = (reason: UnmatchedReason): Promise<void> =>
    act({
      aggregate: { kind: 'unmatched', id: derivedUuid('unmatched', delivery.id) },
      type: 'unmatched.receive',
      payload: unmatchedOf(message, delivery.to, reason),
    })

  const ask = async ({ id, request }: Asked): Promise<void> => {
    const aggregate = { kind: 'sender-request', id } as const
    await act({ aggregate, type: 'sender-request.receive', payload: { ...request } })
  }

  const isProven = await isSenderProven(deps.engine, delivered, fields.from.organId)
  if (fields.kind === 'status') {
    if (fields.statusCode === TAKE_BACK) {
      if (!isProven) return keepUnmatched('sender-unproven')
      const asked = askedByStatus(workspace.id, fields, delivery.to, delivery.createdAt)
      await deps.engine.exchange.setTaken(delivery.id, workspace.id, asked.request.letter)
      return ask(asked)
    }
    const outcome = await statusOutcome(deps.engine, workspace, fields, delivery.createdAt)
    if (typeof outcome === 'string') return keepUnmatched(outcome)
    if (!isProven) return keepUnmatched('sender-unproven')
    await deps.engine.exchange.setTaken(delivery.id, workspace.id, outcome.aggregate.id)
    return act(outcome)
  }
  const plain = letterContentOf(fields, delivery.to, message.deviations)
  if (bearsSecretMark(plain, message.attachments))
    return act({
      aggregate: { kind: 'unmatched', id: derivedUuid('unmatched', delivery.id) },
      type: 'unmatched.receive',
      payload: secretOf(fields, delivery.to),
    })
  // Nobody speaks of the letters of others.
  if (!isProven && fields.business.type !== BusinessType.new) return keepUnmatched('sender-unproven')
  const files = await Promise.all(message.attachments.map((one) => keepFile(deps, workspace.id, one)))
  const { file, system } = delivered.message
  const isOwn = isOwnDocument(fields, files.length > 0)
  const id = isOwn ? letterIdOf(workspace.id, fields, file.sha256, isProven ? undefined : system) : null
  const unproven = { rule: DeviationRule.senderUnproven, element: 'From', line: 0 }
  const deviations = isProven ? message.deviations : [unproven, ...message.deviations]
  const asked = askedBy(workspace.id, { fields, content: plain, letter: id, files })
  const takenBy = id ?? asked[0]?.request.letter
  if (takenBy !== undefined) await deps.engine.exchange.setTaken(delivery.id, workspace.id, takenBy)
  if (id !== null) {
    const concerns = asked.map(({ request }) => ({
      way: request.way,
      letter: request.letter,
      code: request.about.code,
    }))
    const content = {
      ...letterContentOf(fields, delivery.to, deviations),
      ...(concerns.length === 0 ? {} : { concerns }),
    }
    await act({ aggregate: { kind: 'letter', id }, type: 'letter.receive', payload: { content, files } })
  }
  for (const one of asked) await ask(one)
}

/** Nothing signs a message: its sender is proven only by this node itself or by the system that speaks for the sender it names. */
async function isSenderProven(
  engine: Engine,
  { message }: DeliveredMessage,
  sender: string,
): Promise<boolean> {
  const { system } = message
  return (
    system === '' || sameOrganId(system, sender) || (await engine.exchange.agency(sender))?.system === system
  )
}

/** Keeps an attachment under its true type; a PDF with what its signatures are worth. */
async function keepFile(
  { blobs, foreign, clock }: ReceiveDeps,
  workspace: string,
  attachment: ReadAttachment<string>,
): Promise<LetterFile> {
  const file = await blobs.keep(workspace, createReadStream(attachment.content), attachment.detectedType)
  const isPdf = attachment.detectedType === 'application/pdf'
  return {
    name: plainFileName(attachment.name),
    declaredType: (attachment.declaredType ?? '').slice(0, 200),
    file,
    verdict: isPdf ? await foreign.verifyPdf(attachment.content, instantFrom(clock.now())) : null,
  }
}
