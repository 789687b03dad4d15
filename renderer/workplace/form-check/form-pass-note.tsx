import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { rules, type RuleId } from '#shared/domain/law/rules.ts'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import { Chip } from '../../ui/chip.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { usePostNames } from '../me.ts'
import { ruleNotice } from '../refusal-notice.tsx'
import classes from './form-check.module.css'

/** Who checked the form and what was left on purpose, or who still has to; nothing where the route names no checker. */
export function FormPassNote({ document }: { readonly document: OfficialDocument }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const { route, formPass, initials } = document
  if (route?.checker === undefined || initials === null) return null
  if (formPass === undefined)
    return (
      <PanelSection heading={t('signing.formCheck.title')}>
        <Chip tone="soon" icon="clock">
          {t('signing.formCheck.waits', { name: nameOf(route.checker) })}
        </Chip>
      </PanelSection>
    )
  return (
    <PanelSection heading={t('signing.formCheck.title')}>
      <Chip tone="ok" icon="circle-check">
        {t('signing.formCheck.passed')}
      </Chip>
      <p className="num dim">
        {t('signing.formCheck.by', { name: nameOf(formPass.by.post), time: formats.dateTime(formPass.at) })}
      </p>
      {formPass.left.length > 0 && (
        <ul className={classes.list}>
          {formPass.left.map(({ rule, word }) => (
            <li key={rule} className={classes.left}>
              {isKnown(rule) ? ruleNotice(t, rule).words : rule}{' '}
              <span className="dim" lang="vi">
                {t('signing.formCheck.left', { word })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  )
}

const isKnown = (rule: string): rule is RuleId => Object.hasOwn(rules, rule)
