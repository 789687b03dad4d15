import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ActorRef } from '#shared/domain/decision.ts'
import type { Agency } from '#shared/domain/directory/directory.ts'
import type { OfficialDocument, SignatureAct } from '#shared/domain/documents/document.ts'
import { signedSteps, type SignedStep } from '#shared/domain/documents/signature-check.ts'
import type { RecordCheck } from '#shared/domain/documents/record-check.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { BlobService } from '../blobs/blob-service.ts'
import { actOrThrow } from '../directory.ts'
import type { Job } from '../engine/exchange-store.port.ts'
import type { Clock } from '../ports.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ForeignFiles } from './foreign-files.port.ts'
import type { JobKind } from './job-runner.ts'
import { findingsIn } from './judge-step.ts'
import { withFolder } from './scratch-folder.ts'

export interface CheckDeps {
  readonly blobs: BlobService
  readonly foreign: ForeignFiles
  readonly clock: Clock
  readonly workspace: (id: string) => Promise<Workspace>
  /** Folder for what is being read; emptied behind itself. */
  readonly scratch: string
}

const payloadSchema = z.object({
  document: z.string(),
  step: z.enum(signedSteps),
  pdf: z.string(),
  before: z.string().nullable(),
})
type Payload = z.infer<typeof payloadSchema>

/** A file that could not be read so often is one that nobody can rely on. */
export const MOST_READINGS = 4

/** Looks at what a desk signed, in a process of its own, and writes down whether it counts. */
export function checkSignatureJob(deps: CheckDeps): JobKind {
  return {
    run: async (job) => {
      const asked = await open(deps, job)
      if (asked === undefined) return
      const { payload, workspace, signed } = asked
      const read = await readStep(deps, workspace.id, payload)
      if (read === undefined) {
        if (job.attempts + 1 < MOST_READINGS) throw new Error('reading failed')
        await record(workspace, payload, { verdict: 'bad', findings: ['unreadable'] })
      } else if (read.kind === 'not-checked') await record(workspace, payload, { verdict: 'not-checked' })
      else {
        const { trust } = read
        const findings = findingsIn(
          read,
          payload.step,
          await certificatesFor(workspace, payload.step, signed),
        )
        await record(
          workspace,
          payload,
          findings.length === 0
            ? { verdict: 'good', trust }
            : { verdict: 'bad', findings: [...findings], trust },
        )
      }
    },
    giveUp: async (job) => {
      const asked = await open(deps, job)
      if (asked !== undefined)
        await record(asked.workspace, asked.payload, { verdict: 'bad', findings: ['unreadable'] })
    },
  }
}

/** The signature that is asked about; undefined when it was answered already or is no longer the one of its step. */
async function open(
  deps: CheckDeps,
  job: Job,
): Promise<
  { readonly payload: Payload; readonly workspace: Workspace; readonly signed: SignatureAct } | undefined
> {
  const payload = payloadSchema.parse(JSON.parse(job.payload))
  const workspace = await deps.workspace(job.workspace)
  const document = (await workspace.state({ kind: 'document', id: payload.document })) as
    OfficialDocument | undefined
  const signed = document?.[payload.step]
  if (signed?.pdf.sha256 !== payload.pdf || signed.check !== undefined) return undefined
  return { payload, workspace, signed }
}

async function readStep({ blobs, foreign, clock, scratch }: CheckDeps, workspace: string, payload: Payload) {
  return withFolder(scratch, async (folder) => {
    const lay = async (name: string, sha256: string): Promise<string> => {
      const path = join(folder, name)
      await writeFile(path, await blobs.load(workspace, sha256), { mode: 0o600 })
      return path
    }
    const path = await lay('signed.pdf', payload.pdf)
    const before = payload.before === null ? null : await lay('before.pdf', payload.before)
    const read = await foreign.verifyStep(path, before, instantFrom(clock.now()))
    return read.ok ? read.value : undefined
  })
}

/** Certificates the signature may be made with: any that the post had while this person held it; the agency's for a seal. */
async function certificatesFor(
  workspace: Workspace,
  step: SignedStep,
  { by }: SignatureAct,
): Promise<readonly string[]> {
  if (step === 'seal') {
    const agency = (await workspace.state({ kind: 'agency', id: workspace.id })) as Agency | undefined
    return agency?.seal === undefined ? [] : [agency.seal]
  }
  return certificatesOf(workspace, by)
}

/** Every certificate that a post had while this person held it. */
export async function certificatesOf(workspace: Workspace, by: ActorRef): Promise<readonly string[]> {
  const posts = await workspace.postsSince(by.post)
  return posts.flatMap(({ post }) =>
    post.person === by.person && post.certificate !== null ? [post.certificate] : [],
  )
}

type Answer = RecordCheck['payload'] extends infer P
  ? P extends unknown
    ? Omit<P, 'step' | 'pdf' | 'trust'>
    : never
  : never

const record = (
  workspace: Workspace,
  { document, step, pdf }: Payload,
  answer: Answer & { readonly trust?: string },
): Promise<void> =>
  actOrThrow(workspace, [
    {
      aggregate: { kind: 'document', id: document },
      type: 'document.recordCheck',
      payload: { step, pdf, trust: '', ...answer },
    },
  ])
