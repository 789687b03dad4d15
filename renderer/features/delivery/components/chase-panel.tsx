import { localDateOf } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { DeliveryRow } from '../../../projections/deliveries.ts'
import { PanelSection, SidePanel } from '../../../ui/panel.tsx'
import { receiverCount, type ChasedDocument } from '../use-cases/chase-letter.ts'
import classes from './chase-panel.module.css'

interface ChasePanelProps {
  readonly chased: readonly ChasedDocument[]
  readonly leftOut: readonly DeliveryRow[]
}

/** The check before chasing: who is chased about which document, who is not and why, and what will be done. */
export function ChasePanel({ chased, leftOut }: ChasePanelProps) {
  const t = useT()
  const formats = useFormats()
  const count = receiverCount(chased)
  return (
    <SidePanel label={t('delivery.chase.label')}>
      {count > 0 && (
        <PanelSection heading={t('delivery.chase.of', { count })}>
          <ul className={classes.list}>
            {chased.map((one) => (
              <li key={one.dispatch}>
                <p className={classes.about}>
                  <span className="num">{one.code}</span> · {formats.dayMonth(one.issuedOn)} · {one.subject}
                </p>
                <ul className={classes.names}>
                  {one.recipients.map(({ code, name }) => (
                    <li key={code}>{name}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      {leftOut.length > 0 && (
        <PanelSection heading={t('delivery.chase.leftOut', { count: leftOut.length })} isLast={count === 0}>
          <ul className={classes.list}>
            {leftOut.map((one) => (
              <li key={one.id}>
                {one.recipient.name}
                <p className={classes.about}>
                  <span className="num">{one.code}</span> · {lastChased(one)}
                </p>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      {count > 0 && (
        <PanelSection isLast>
          <p className="dim">{t('delivery.chase.explain')}</p>
        </PanelSection>
      )}
    </SidePanel>
  )

  function lastChased({ chases }: DeliveryRow): string {
    const at = chases.at(-1)?.at
    return at === undefined ? '' : t('delivery.chase.on', { date: formats.dayMonth(localDateOf(at)) })
  }
}
