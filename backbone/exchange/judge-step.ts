import type { SignatureFinding, SignedStep } from '#shared/domain/documents/signature-check.ts'
import { initialsField, RouteField } from '#shared/pdf/route-fields.ts'
import type { ReadSignature, ReadStep } from './foreign-files.port.ts'

/** The fields that are signed once a step is done, its own last. */
const fieldsAfter: Record<SignedStep, readonly string[]> = {
  initials: [initialsField(1)],
  signature: [initialsField(1), RouteField.leader],
  seal: [initialsField(1), RouteField.leader, RouteField.seal],
}

/** Verdicts on which nothing may rest. */
export const NOT_ACCEPTED: ReadonlySet<string> = new Set(['invalid', 'unknown'])

/**
 * What is wrong with the file of a step: it goes on from the file before, exactly the fields of the route up to this step are signed, each
 * signature holds, nothing stands behind the last one, and that one is made with a certificate of these. Empty when it is as it should be.
 */
export function findingsIn(
  { verdict, signatures, continues }: Extract<ReadStep, { kind: 'read' }>,
  step: SignedStep,
  certificates: readonly string[],
): readonly SignatureFinding[] {
  const expected = fieldsAfter[step]
  const signed = signatures.filter((one) => one.kind === 'signature')
  const own = signed.find((one) => one.field === expected.at(-1))
  const findings = new Set<SignatureFinding>()
  if (signatures.length === 0 && verdict === 'unknown') findings.add('unreadable')
  if (!continues) findings.add('not-continued')
  if (own === undefined) findings.add('field-unsigned')
  else if (signed.length !== expected.length || !expected.every((name) => signed.some(isOf(name))))
    findings.add('other-fields')
  for (const one of signatures.filter((each) => NOT_ACCEPTED.has(each.verdict)))
    findings.add(findingOf(one.reasons))
  if (own?.coversWholeFile === false) findings.add('changed')
  if (certificates.length === 0) findings.add('certificate-unregistered')
  else if (own !== undefined && !certificates.includes(own.certificate ?? ''))
    findings.add('other-certificate')
  return [...findings]
}

const isOf =
  (field: string) =>
  (one: ReadSignature): boolean =>
    one.field === field

/** Rules of the validator by what they mean for a signature that was just made. */
export function findingOf(reasons: readonly string[]): SignatureFinding {
  const has = (start: string): boolean => reasons.some((rule) => rule.startsWith(start))
  if (has('change.') || has('signature.digest-mismatch') || has('signature.byte-range')) return 'changed'
  if (has('certificate.revoked')) return 'certificate-revoked'
  return has('certificate.') ? 'certificate-untrusted' : 'not-valid'
}
