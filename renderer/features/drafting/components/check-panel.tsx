import { readinessOf } from '#shared/domain/documents/readiness.ts'
import { recipientFindings } from '#shared/domain/documents/recipient-guard.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { FindingCard } from '../../../ui/finding-card.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { ruleNotice } from '../../../workplace/refusal-notice.tsx'
import classes from './editor.module.css'

/** What the official layout still asks for, each with its rule and what to do. */
export function CheckPanel({ document }: { readonly document: OfficialDocument }) {
  const t = useT()
  const missing = [
    ...new Set([
      ...readinessOf(document)
        .filter((one) => !one.holds)
        .map((one) => one.rule),
      ...recipientFindings(document),
    ]),
  ]
  return (
    <PanelSection heading={t('drafting.panel.check')}>
      {missing.length === 0 && (
        <p className={classes.holds}>
          <Icon name="circle-check" size="s" /> {t('drafting.check.allClear')}
        </p>
      )}
      {missing.map((rule) => {
        const { words, remedy, citation } = ruleNotice(t, rule)
        return (
          <div key={rule} className={classes.finding}>
            <FindingCard
              isCurrent={false}
              finding={{
                id: rule,
                severity: rule === 'addressee-not-sent' ? 'warning' : 'error',
                title: words,
                words: remedy,
                citation: citation ?? undefined,
              }}
            />
          </div>
        )
      })}
    </PanelSection>
  )
}
