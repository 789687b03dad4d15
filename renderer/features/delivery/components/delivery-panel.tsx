import type { Dispatch } from '#shared/domain/correspondence/dispatch.ts'
import { useDispatch } from '../../../database/use-live.ts'
import type { Formats } from '../../../i18n/formats.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { Translate } from '../../../i18n/messages.ts'
import { DeliveryChip } from '../../../ui/delivery-cell.tsx'
import { DeliveryTimeline } from '../../../ui/delivery-timeline.tsx'
import type { DeliveryStep } from '../../../ui/delivery.types.ts'
import { PanelSection, SidePanel } from '../../../ui/panel.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import classes from './delivery-panel.module.css'

interface DeliveryPanelProps {
  readonly dispatch: string
  readonly recipient: string
}

/** How one document went to one recipient, with the proof of every step. */
export function DeliveryPanel({ dispatch, recipient }: DeliveryPanelProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const seen = useDispatch(dispatch)
  const to = seen?.state.recipients.find((one) => one.code === recipient)
  if (seen == null || to === undefined)
    return <SidePanel label={t('delivery.timeline.label')}>{null}</SidePanel>
  const failure = to.state === 'failed' ? to.steps.at(-1)?.description : undefined
  return (
    <SidePanel label={t('delivery.timeline.label')}>
      <PanelSection>
        <p className={classes.about}>
          <span className="num">{seen.state.code}</span> {seen.state.subject}
        </p>
        <h3 className={classes.recipient}>{to.name}</h3>
        <p className={classes.about}>
          <DeliveryChip code={to.state} /> <span className="num">{to.code}</span>
        </p>
      </PanelSection>
      <PanelSection isLast={failure === undefined}>
        <DeliveryTimeline steps={stepsOf(to, seen.state, { t, formats, nameOf })} />
      </PanelSection>
      {failure !== undefined && (
        <PanelSection heading={t('delivery.remedy.title')} isLast>
          <p>
            {t(failure === 'no-such-receiver' ? 'delivery.remedy.noReceiver' : 'delivery.remedy.retryHint')}
          </p>
        </PanelSection>
      )}
    </SidePanel>
  )
}

const failures = [
  'no-such-receiver',
  'unreachable',
  'refused-by-axis',
  'too-large',
  'message-invalid',
  'not-delivered',
] as const

interface Said {
  readonly t: Translate
  readonly formats: Formats
  readonly nameOf: (post: string) => string
}

function stepsOf(
  to: Dispatch['recipients'][number],
  dispatch: Dispatch,
  { t, formats, nameOf }: Said,
): readonly DeliveryStep[] {
  const moves = to.steps.map((step, index) => {
    const failure = failures.find((one) => one === step.description)
    const proof = [failure === undefined ? step.description : t(`delivery.failure.${failure}`), step.staff]
      .filter((part) => part !== '')
      .join(' · ')
    return { id: String(index), code: step.state, at: step.at, proof: proof === '' ? undefined : proof }
  })
  const chases = (to.chases ?? []).map(({ at, by }) => ({
    id: `chased ${at}`,
    code: 'chased' as const,
    at,
    proof: nameOf(by.post),
  }))
  const steps = [...moves, ...chases].toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return [
    { id: 'issued', code: 'issued', time: formats.dateTime(dispatch.openedAt) },
    ...steps.map(({ at, ...step }): DeliveryStep => ({ ...step, time: formats.dateTime(at) })),
  ]
}
