import { useT } from '../i18n/language-provider.tsx'
import { deliveryLook } from './delivery-looks.ts'
import { deliveryWords } from './delivery-words.ts'
import type { DeliveryCode, DeliveryStep } from './delivery.types.ts'
import { Timeline } from './timeline.tsx'
import type { TimelineStep } from './timeline.tsx'

export interface DeliveryTimelineProps {
  readonly steps: readonly DeliveryStep[]
  /** What is waited for next; drawn open. */
  readonly next?: { readonly code: DeliveryCode; readonly note?: string | undefined } | undefined
}

/** How one document went to one recipient, with the proof of each step. */
export function DeliveryTimeline({ steps, next }: DeliveryTimelineProps) {
  const t = useT()
  const done = steps.map((step): TimelineStep => {
    const common = { id: step.id, time: step.time, lines: step.proof === undefined ? [] : [step.proof] }
    if (step.code === 'issued') {
      return { ...common, icon: 'circle-check', tone: 'ok', title: t('delivery.timeline.issued') }
    }
    if (step.code === 'chased') {
      return { ...common, icon: 'bell-ringing', tone: 'soon', title: t('delivery.timeline.chased') }
    }
    const view = { code: step.code, isLate: step.isLate }
    const look = deliveryLook(view)
    return { ...common, icon: look.stepIcon, tone: look.tone, title: deliveryWords(t, view) }
  })
  const open: TimelineStep[] =
    next === undefined
      ? []
      : [
          {
            id: 'next',
            icon: 'circle-dashed',
            tone: 'faint',
            isOpen: true,
            title: t('delivery.timeline.waiting', { word: t(`states.delivery.${next.code}.legend`) }),
            lines: next.note === undefined ? [] : [next.note],
          },
        ]
  return <Timeline label={t('delivery.timeline.label')} steps={[...done, ...open]} />
}
