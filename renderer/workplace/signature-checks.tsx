import type { OfficialDocument, SignatureAct } from '#shared/domain/documents/document.ts'
import { signedSteps, type SignedStep } from '#shared/domain/documents/signature-check.ts'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import { Chip } from '../ui/chip.tsx'
import { FindingCard } from '../ui/finding-card.tsx'
import { PanelSection } from '../ui/panel.tsx'
import { usePostNames } from './me.ts'
import classes from './signature-checks.module.css'

/** Each signature of a document and what the node found in its file; above them one that does not count, and why. */
export function SignatureChecks({
  document,
  isLast = false,
}: {
  readonly document: OfficialDocument
  readonly isLast?: boolean
}) {
  const t = useT()
  const { rejected } = document
  const made = signedSteps.flatMap((step) => {
    const signed = document[step]
    return signed === null ? [] : [{ step, signed }]
  })
  if (made.length === 0 && rejected === undefined) return null
  return (
    <PanelSection heading={t('signing.checks.title')} isLast={isLast}>
      {rejected !== undefined && <Rejected rejected={rejected} />}
      {made.length > 0 && (
        <ul className={classes.list}>
          {made.map(({ step, signed }) => (
            <Signature key={step} step={step} signed={signed} />
          ))}
        </ul>
      )}
    </PanelSection>
  )
}

function Rejected({ rejected }: { readonly rejected: NonNullable<OfficialDocument['rejected']> }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const { step, findings, at, signedBy } = rejected
  return (
    <div role="status">
      <FindingCard
        isCurrent={false}
        finding={{
          id: step,
          severity: 'error',
          title: t(`signing.checks.rejected.${step}`, {
            name: nameOf(signedBy.post),
            time: formats.dateTime(at),
          }),
          words: `${findings.map((one) => t(`signing.checks.findings.${one}`)).join(' ')} ${t('law.signature-rejected.remedy')}`,
        }}
      />
    </div>
  )
}

function Signature({ step, signed }: { readonly step: SignedStep; readonly signed: SignatureAct }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const verdict = signed.check?.verdict
  return (
    <li className={classes.signature}>
      <span className="num">
        {t(`signing.checks.steps.${step}`, {
          name: nameOf(signed.by.post),
          time: formats.dateTime(signed.at),
        })}
      </span>
      {verdict === undefined ? (
        <Chip tone="soon" icon="clock">
          {t('signing.checks.waiting')}
        </Chip>
      ) : verdict === 'good' ? (
        <Chip tone="ok" icon="circle-check">
          {t('signing.checks.good')}
        </Chip>
      ) : (
        <Chip tone="info">{t('signing.checks.not-checked')}</Chip>
      )}
    </li>
  )
}

/** On a line of a list: the last signature did not count. */
export function RejectedMark() {
  const t = useT()
  return (
    <Chip tone="over" icon="alert-circle">
      {t('signing.checks.mark')}
    </Chip>
  )
}
