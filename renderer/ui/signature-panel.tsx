import { useT } from '../i18n/language-provider.tsx'
import type { Translate } from '../i18n/messages.ts'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { PanelSection } from './panel.tsx'
import classes from './signature-panel.module.css'
import type { SignatureReport, SignatureView } from './signature.types.ts'
import { Timeline } from './timeline.tsx'
import type { TimelineStep } from './timeline.tsx'
import { verdictLooks } from './verdict-looks.ts'

const CONTENT = { unchanged: 'intact', changed: 'changed', unknown: 'intactUnknown' } as const
const STEP_ICONS = {
  valid: 'circle-check',
  warning: 'alert-triangle',
  invalid: 'circle-x',
  unknown: 'help',
} as const

/** The verdict in a sentence, then each signature with its time, certificate and owner, then the age of the revocation data. */
export function SignaturePanel({ report }: { readonly report: SignatureReport }) {
  const t = useT()
  const look = verdictLooks[report.verdict]
  const checked = t(
    report.checked.where === 'here' ? 'signing.verdict.checkedHere' : 'signing.verdict.checkedByNode',
    {
      time: report.checked.time,
    },
  )
  const isUnsigned = report.verdict === 'paper' || report.verdict === 'unsigned'
  const explanation = isUnsigned
    ? t(report.verdict === 'paper' ? 'signing.verdict.paperExplain' : 'signing.verdict.unsignedExplain')
    : t(`signing.verdict.${CONTENT[report.content]}`)
  return (
    <>
      <PanelSection>
        <div className={classes.verdict}>
          <span className={cx(classes.shield, classes[look.tone])}>
            <Icon name={look.icon} size="l" />
          </span>
          <div>
            <h3 className={classes.title}>{t(`signing.verdict.${report.verdict}`)}</h3>
            <p className={cx(classes.sentence, 'num')}>
              {explanation}
              {!isUnsigned && ` ${checked}`}
            </p>
          </div>
        </div>
      </PanelSection>
      {!isUnsigned && (
        <PanelSection>
          <Timeline
            label={t('signing.signature.list')}
            steps={[...report.signatures.map((one) => stepOf(t, one)), ...revocationStep(t, report)]}
          />
        </PanelSection>
      )}
    </>
  )
}

function stepOf(t: Translate, signature: SignatureView): TimelineStep {
  const { kind, time, isTimeTrusted, certificate, directoryCode } = signature
  const act = kind === 'agency' ? 'sealed' : 'signed'
  const lines = [
    ...(signature.reasons ?? []),
    ...(time === undefined
      ? []
      : [t(`signing.signature.${act}${isTimeTrusted ? 'Trusted' : 'Claimed'}`, { time })]),
    ...(certificate === undefined
      ? []
      : [
          t(
            certificate.isExpired
              ? 'signing.signature.certificateExpired'
              : 'signing.signature.certificateUntil',
            {
              kind: t(`signing.signature.${certificate.kind}`),
              date: certificate.until,
            },
          ),
        ]),
    ...(directoryCode === undefined
      ? []
      : [
          directoryCode === null
            ? t('signing.signature.directoryMismatch')
            : t('signing.signature.directoryMatch', { code: directoryCode }),
        ]),
  ]
  const person = signature.role === undefined ? signature.name : `${signature.name}, ${signature.role}`
  return {
    id: signature.id,
    icon: STEP_ICONS[signature.verdict],
    tone: verdictLooks[signature.verdict].tone,
    title: kind === 'agency' ? t('signing.signature.agencySeal', { name: signature.name }) : person,
    lines,
  }
}

function revocationStep(t: Translate, { revocation }: SignatureReport): TimelineStep[] {
  if (revocation === undefined) return []
  const common = { id: 'revocation', title: t('signing.signature.revocation') }
  switch (revocation.state) {
    case 'fresh':
      return [
        {
          ...common,
          icon: 'info-circle',
          tone: 'info',
          lines: [t('signing.signature.revocationFresh', { time: revocation.time })],
        },
      ]
    case 'stale':
      return [
        {
          ...common,
          icon: 'clock',
          tone: 'soon',
          lines: [t('signing.signature.revocationStale', { count: revocation.days })],
        },
      ]
    case 'none':
      return [{ ...common, icon: 'clock', tone: 'soon', lines: [t('signing.signature.revocationNone')] }]
  }
}
