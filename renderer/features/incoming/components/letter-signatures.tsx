import { verdictOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import { z } from 'zod'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { SignaturePanel } from '../../../ui/signature-panel.tsx'
import type { SignatureReport, SignatureView } from '../../../ui/signature.types.ts'

/** The parts of a verdict report (`congso verify`) that the panel shows; a report of another make shows no signatures. */
const reportShape = z.looseObject({
  signatures: z.array(
    z.looseObject({
      field: z.string().catch(''),
      kind: z.string().catch('signature'),
      verdict: z.enum(['valid', 'warning', 'invalid', 'unknown']).catch('unknown'),
      reasons: z.array(z.string()).catch([]),
      changedAfterSigning: z.enum(['none', 'permitted', 'forbidden', 'unknown']).catch('unknown'),
      signer: z.string().nullable().catch(null),
      organisation: z.string().nullable().catch(null),
      claimedTime: z.string().nullable().catch(null),
      timestampTime: z.string().nullable().catch(null),
    }),
  ),
})
type ReportedSignature = z.infer<typeof reportShape>['signatures'][number]

/** The verdict of a letter in plain words, signature by signature. */
export function LetterSignatures({ letter }: { readonly letter: Letter }) {
  const t = useT()
  const formats = useFormats()
  const verdicts = letter.files.flatMap((one) => (one.verdict === null ? [] : [one.verdict]))
  const signatures = verdicts
    .flatMap((one) => reportShape.safeParse(one.report).data?.signatures ?? [])
    .filter((one) => one.kind === 'signature')
  const viewOf = (one: ReportedSignature, index: number): SignatureView => ({
    id: `${index} ${one.field}`,
    kind: one.field === 'seal' ? 'agency' : 'person',
    name: (one.field === 'seal' ? one.organisation : one.signer) ?? one.signer ?? '',
    role: one.field === 'seal' ? undefined : (one.organisation ?? undefined),
    verdict: one.verdict,
    reasons:
      one.verdict === 'valid'
        ? undefined
        : [...new Set(one.reasons.map(reasonGroup))].map((group) => t(`incoming.signatureReasons.${group}`)),
    time: timeOf(one) === null ? undefined : formats.dateTime(timeOf(one) ?? ''),
    isTimeTrusted: one.timestampTime !== null,
  })
  const report: SignatureReport = {
    verdict: verdictOf(letter),
    content: contentOf(signatures),
    checked: { where: 'node', time: formats.dateTime(verdicts[0]?.checkedAt ?? letter.arrivedAt) },
    signatures: signatures.map(viewOf),
  }
  return <SignaturePanel report={report} />
}

/** Rules of the validator by what they mean to a clerk; the exact rule stays in the report. */
function reasonGroup(
  rule: string,
): 'statusUnchecked' | 'revoked' | 'certificate' | 'timestamp' | 'changed' | 'file' | 'signature' {
  if (rule === 'certificate.status-unchecked') return 'statusUnchecked'
  if (rule.startsWith('certificate.revoked')) return 'revoked'
  if (rule.startsWith('certificate.')) return 'certificate'
  if (rule.startsWith('timestamp.')) return 'timestamp'
  if (rule.startsWith('change.')) return 'changed'
  return rule.startsWith('pdf.') ? 'file' : 'signature'
}

const timeOf = (one: ReportedSignature): string | null => one.timestampTime ?? one.claimedTime

function contentOf(signatures: readonly ReportedSignature[]): SignatureReport['content'] {
  if (signatures.some((one) => one.changedAfterSigning === 'forbidden')) return 'changed'
  return signatures.length === 0 || signatures.some((one) => one.changedAfterSigning === 'unknown')
    ? 'unknown'
    : 'unchanged'
}
