import { z } from 'zod'
import { events, refuse, type Decision, type DecisionContext, type Happened } from '../decision.ts'
import { secretMarkIn } from '../law/secret-marks.ts'
import type { FormPass, OfficialDocument } from './document.ts'
import { isFinal } from './document-status.ts'
import { formFindings } from './form-check.ts'
import { whyNotChecker } from './form-checker.ts'

/** A finding of the form check that stays on the page, and why. */
const leftFinding = z.strictObject({ rule: z.string().max(64), word: z.string().max(500) })
/** The command by which the checker passes the form. */
export const checkFormCommand = {
  'document.checkForm': z.strictObject({
    /** SHA-256 of the initialled file that was looked at, hex. */
    pdf: z.string().regex(/^[0-9a-f]{64}$/),
    left: z.array(leftFinding).max(40),
  }),
} as const
/** Passes the form of a document. */
export type CheckForm = {
  readonly type: 'document.checkForm'
  readonly payload: z.infer<(typeof checkFormCommand)['document.checkForm']>
}

/** The form of a document was passed. Stored for ever. */
export interface FormChecked extends Happened {
  readonly type: 'formChecked'
  readonly left: FormPass['left']
}

/** Passes the form of an initialled document; whatever the check still finds needs a word on why it stays. */
export function decideFormCheck(
  state: OfficialDocument | undefined,
  { payload }: CheckForm,
  { actor, at, look }: DecisionContext,
): Decision<FormChecked> {
  if (state === undefined) return refuse('unknown-object')
  if (actor.post !== state.route?.checker) return refuse('form-check-by-checker')
  const wrong = whyNotChecker(actor.post, state, look)
  if (wrong !== undefined) return refuse(wrong)
  if (isFinal(state.status)) return refuse('signed-is-final')
  if (state.status !== 'initialled')
    return refuse(state.rejected === undefined ? 'initials-missing' : 'signature-rejected')
  if (state.formPass !== undefined) return refuse('wrong-state', { status: state.status })
  if (state.initials?.pdf.sha256 !== payload.pdf) return refuse('not-seen')
  const left = formFindings(state).map(({ rule }) => ({
    rule,
    word: payload.left.find((one) => one.rule === rule)?.word.trim() ?? '',
  }))
  if (left.some(({ word }) => word === '')) return refuse('form-finding-unexplained')
  if (secretMarkIn(left.map(({ word }) => word)) !== undefined) return refuse('secret-refused')
  return events({ at, by: { person: actor.person, post: actor.post }, type: 'formChecked', left })
}

/** The pass lies with the document until an edit or a return takes it away together with the initials. */
export function documentFormChecked(state: OfficialDocument, event: FormChecked): OfficialDocument {
  const { left, at, by } = event
  const note = left.map(({ word }) => word).join('; ')
  return {
    ...state,
    changedAt: at,
    formPass: { left, at, by },
    trail: [...state.trail, { act: 'formChecked', at, by, ...(note === '' ? {} : { note }) }],
  }
}
