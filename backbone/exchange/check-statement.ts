import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SignatureFinding } from '#shared/domain/documents/signature-check.ts'
import type { SignedStatement } from '#shared/domain/meetings/statement.ts'
import { readStatement } from '#shared/domain/meetings/statement.ts'
import type { ActorRef } from '#shared/domain/decision.ts'
import type { Vote } from '#shared/domain/meetings/vote.ts'
import { answersOf, statementOf } from '#shared/domain/meetings/ballot/slip-evolve.ts'
import type { Slip } from '#shared/domain/meetings/ballot/slip.ts'
import { fromBase64 } from '#shared/kernel/bytes.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { actOrThrow } from '../directory.ts'
import type { Job } from '../engine/exchange-store.port.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { certificatesOf, MOST_READINGS, type CheckDeps } from './check-signature.ts'
import type { ReadStep } from './foreign-files.port.ts'
import type { JobKind } from './job-runner.ts'
import { findingOf, NOT_ACCEPTED } from './judge-step.ts'
import { withFolder } from './scratch-folder.ts'

const payloadSchema = z.object({
  of: z.object({ kind: z.enum(['ballot-slip', 'vote']), id: z.string() }),
  statement: z.string(),
})
type Of = z.infer<typeof payloadSchema>['of']

interface Asked {
  readonly workspace: Workspace
  readonly of: Of
  readonly statement: string
  readonly signed: SignedStatement
  readonly by: ActorRef
}

/** Looks at what a member signed, in a process of its own, and writes down whether it counts. */
export function checkStatementJob(deps: Omit<CheckDeps, 'blobs'>): JobKind {
  return {
    run: async (job) => {
      const asked = await open(deps, job)
      if (asked === undefined) return
      const read = await readSigned(deps, asked.signed)
      if (read === undefined) {
        if (job.attempts + 1 < MOST_READINGS) throw new Error('reading failed')
        await record(asked, { verdict: 'bad', findings: ['unreadable'], trust: '' })
      } else if (read.kind === 'not-checked') await record(asked, { verdict: 'not-checked', trust: '' })
      else {
        const findings = findingsOf(read, await certificatesOf(asked.workspace, asked.by))
        const { trust } = read
        await record(
          asked,
          findings.length === 0
            ? { verdict: 'good', trust, ...stampOf(read) }
            : { verdict: 'bad', findings, trust },
        )
      }
    },
    giveUp: async (job) => {
      const asked = await open(deps, job)
      if (asked !== undefined) await record(asked, { verdict: 'bad', findings: ['unreadable'], trust: '' })
    },
  }
}

/** The statement that is asked about; undefined when it was looked at already, or what was said since was found good. */
async function open(deps: Pick<CheckDeps, 'workspace'>, job: Job): Promise<Asked | undefined> {
  const { of, statement } = payloadSchema.parse(JSON.parse(job.payload))
  const workspace = await deps.workspace(job.workspace)
  const found = signedIn(of, statement, await workspace.state(of))
  if (found === undefined) return undefined
  return { workspace, of, statement, ...found }
}

/** What still waits to be looked at in an answer or a vote. */
function signedIn(of: Of, statement: string, state: unknown): Pick<Asked, 'signed' | 'by'> | undefined {
  if (of.kind === 'ballot-slip') {
    if (state === undefined) return undefined
    const answer = answersOf(state as Slip).find((one) => statementOf(one) === statement)
    return answer?.check === undefined ? answer : undefined
  }
  const vote = state as Vote | undefined
  if (vote?.signed === undefined || vote.check !== undefined || vote.rejected !== undefined) return undefined
  if (sha256Hex(vote.signed.text) !== statement) return undefined
  return { signed: vote.signed, by: { person: vote.person, post: vote.post } }
}

async function readSigned(
  { foreign, clock, scratch }: Omit<CheckDeps, 'blobs'>,
  { text, cms }: SignedStatement,
): Promise<ReadStep | undefined> {
  return withFolder(scratch, async (folder) => {
    const [path, signed] = [join(folder, 'statement.p7s'), join(folder, 'statement.json')]
    await writeFile(path, fromBase64(cms), { mode: 0o600 })
    await writeFile(signed, text, { mode: 0o600 })
    const now = instantFrom(clock.now())
    const read = await foreign.verifyStatement(
      path,
      { path: signed, at: readStatement(text)?.at ?? now },
      now,
    )
    return read.ok ? read.value : undefined
  })
}

/** What is wrong with the signature: it holds, and is made with a certificate of these. */
function findingsOf(
  { signatures }: Extract<ReadStep, { kind: 'read' }>,
  certificates: readonly string[],
): SignatureFinding[] {
  const [own] = signatures
  if (own === undefined) return ['unreadable']
  const findings = NOT_ACCEPTED.has(own.verdict) ? [findingOf(own.reasons)] : []
  if (certificates.length === 0) return [...findings, 'certificate-unregistered']
  return certificates.includes(own.certificate ?? '') ? findings : [...findings, 'other-certificate']
}

/** When a trusted service says that the signature was there; only such a time comes out of the validator. */
function stampOf({ signatures }: Extract<ReadStep, { kind: 'read' }>): { readonly stampedAt?: string } {
  const at = signatures[0]?.timestampTime
  return at == null ? {} : { stampedAt: instantFrom(Date.parse(at)) }
}

type Answer =
  | { readonly verdict: 'good'; readonly trust: string; readonly stampedAt?: string }
  | { readonly verdict: 'not-checked'; readonly trust: string }
  | { readonly verdict: 'bad'; readonly findings: SignatureFinding[]; readonly trust: string }

const record = ({ workspace, of, statement }: Asked, answer: Answer): Promise<void> =>
  actOrThrow(workspace, [
    {
      aggregate: of,
      type: `${of.kind}.recordCheck`,
      payload: { statement, ...answer },
    },
  ])
