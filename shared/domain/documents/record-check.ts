import { z } from 'zod'
import { events, refuse, type Decision, type DecisionContext, type Happened } from '../decision.ts'
import type { OfficialDocument } from './document.ts'
import type { DocumentStatus } from './document-status.ts'
import { signatureFindings, signedSteps } from './signature-check.ts'
import type { SignatureCheck, SignatureFinding, SignedStep } from './signature-check.ts'

const checkedFile = {
  step: z.enum(signedSteps),
  /** SHA-256 of the file, hex. */
  pdf: z.string().regex(/^[0-9a-f]{64}$/),
  trust: z.string().max(200),
}
export const checkCommand = {
  'document.recordCheck': z.discriminatedUnion('verdict', [
    z.strictObject({ ...checkedFile, verdict: z.enum(['good', 'not-checked']) }),
    z.strictObject({
      ...checkedFile,
      verdict: z.literal('bad'),
      findings: z.array(z.enum(signatureFindings)).min(1),
    }),
  ]),
} as const
export type RecordCheck = {
  readonly type: 'document.recordCheck'
  readonly payload: z.infer<(typeof checkCommand)['document.recordCheck']>
}

interface SignatureChecked extends Happened {
  readonly type: 'signatureChecked'
  readonly step: SignedStep
  readonly pdf: string
  readonly verdict: SignatureCheck['verdict']
  readonly trust: string
}
interface SignatureRejected extends Happened {
  readonly type: 'signatureRejected'
  readonly step: SignedStep
  readonly pdf: string
  readonly findings: readonly SignatureFinding[]
  readonly trust: string
}
export type CheckEvent = SignatureChecked | SignatureRejected

/** Where a document stands after each step, and where it goes back to when the step does not count. */
const steps: Record<
  SignedStep,
  { readonly after: readonly DocumentStatus[]; readonly back: DocumentStatus }
> = {
  initials: { after: ['initialled'], back: 'submitted' },
  signature: { after: ['signed', 'numbered'], back: 'initialled' },
  seal: { after: ['sealed'], back: 'numbered' },
}

/** Done by the node once it has looked at the file. What is said again, or of a file that is no longer the one of its step, changes nothing. */
export function decideCheck(
  state: OfficialDocument | undefined,
  { payload }: RecordCheck,
  { actor, at }: DecisionContext,
): Decision<CheckEvent> {
  if (!actor.roles.includes('node')) return refuse('node-only')
  if (state === undefined) return refuse('unknown-object')
  const { step, pdf, trust } = payload
  const signed = state[step]
  if (signed?.pdf.sha256 !== pdf || signed.check !== undefined) return events()
  const told = { at, by: { person: actor.person, post: actor.post }, step, pdf, trust }
  if (payload.verdict !== 'bad')
    return events({ ...told, type: 'signatureChecked', verdict: payload.verdict })
  if (!steps[step].after.includes(state.status)) return events()
  return events({ ...told, type: 'signatureRejected', findings: payload.findings })
}

/** A good check stays with the signature; a rejected signature is gone, and with it the move. Its number stays with the document. */
export function documentChecked(state: OfficialDocument, event: CheckEvent): OfficialDocument {
  const { step, at, by } = event
  const signed = state[step]
  if (signed === null) return state
  if (event.type === 'signatureChecked')
    return { ...state, [step]: { ...signed, check: { verdict: event.verdict, at, trust: event.trust } } }
  return {
    ...state,
    changedAt: at,
    status: steps[step].back,
    [step]: null,
    ...(step === 'initials' ? { formPass: undefined } : {}),
    rejected: { step, findings: event.findings, at, signedBy: signed.by },
    trail: [...state.trail, { act: 'signatureRejected', at, by }],
  }
}
