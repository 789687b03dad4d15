import { useEffect, useRef } from 'react'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { FieldRow } from '../../ui/field-row.tsx'
import { FindingCard } from '../../ui/finding-card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ruleNotice } from '../refusal-notice.tsx'
import classes from './form-check.module.css'
import type { FormPassWork } from './use-form-pass.ts'

/** What the form check finds on the page, for whoever answers for its form: each finding that stays needs a word on why. */
export function FormCheckPanel({ work }: { readonly work: FormPassWork }) {
  const t = useT()
  const { findings, words, say, asked, pass } = work
  const duty = ruleNotice(t, 'form-check-missing')
  return (
    <PanelSection heading={t('signing.formCheck.title')}>
      <p className={classes.duty}>{t('signing.formCheck.duty', { citation: duty.citation ?? '' })}</p>
      {findings.length === 0 ? (
        <p className={classes.holds}>
          <Icon name="circle-check" size="s" /> {t('signing.formCheck.clear')}
        </p>
      ) : (
        <p className={classes.duty}>{t('signing.formCheck.found', { count: findings.length })}</p>
      )}
      {findings.map((rule) => (
        <LeftFinding
          key={rule}
          rule={rule}
          word={words.get(rule) ?? ''}
          asked={asked?.rule === rule ? asked : null}
          onSay={(word) => say(rule, word)}
          onPass={pass}
        />
      ))}
    </PanelSection>
  )
}

interface LeftFindingProps {
  readonly rule: RuleId
  readonly word: string
  readonly asked: object | null
  readonly onSay: (word: string) => void
  readonly onPass: () => void
}

function LeftFinding({ rule, word, asked, onSay, onPass }: LeftFindingProps) {
  const t = useT()
  const field = useRef<HTMLInputElement>(null)
  const { words, remedy, citation } = ruleNotice(t, rule)
  useEffect(() => {
    if (asked !== null) field.current?.focus()
  }, [asked])
  return (
    <div className={classes.finding}>
      <FindingCard
        isCurrent={false}
        finding={{
          id: rule,
          severity: 'warning',
          title: words,
          words: remedy,
          citation: citation ?? undefined,
        }}
      />
      <div className={classes.why}>
        <FieldRow
          label={t('signing.formCheck.why')}
          error={asked !== null && word.trim() === '' ? t('law.form-finding-unexplained.words') : undefined}
        >
          {(ids) => (
            <TextField
              {...ids}
              ref={field}
              lang="vi"
              maxLength={500}
              value={word}
              onChange={(event) => onSay(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || event.code !== 'Enter' || !event.ctrlKey) return
                event.preventDefault()
                onPass()
              }}
            />
          )}
        </FieldRow>
      </div>
    </div>
  )
}
