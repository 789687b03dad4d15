import { useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentFields } from '#shared/domain/documents/document.ts'
import type { FormFinding } from '#shared/domain/documents/form-check.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { useCommands } from '../../../commands/command-provider.tsx'
import { useT } from '../../../i18n/language-provider.tsx'
import { FindingCard } from '../../../ui/finding-card.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { ruleNotice } from '../../../workplace/refusal-notice.tsx'
import { verb } from '../../../workplace/use-verbs.ts'
import classes from './editor.module.css'
import { focusPartOf } from './focus-part.ts'

interface CheckPanelProps {
  readonly findings: readonly FormFinding[]
  readonly onChange: (change: Partial<DocumentFields>) => void
}

/** What the official layout still asks for, each with its rule and what to do. `F8` goes to the next: to its repair, else to where it is written. */
export function CheckPanel({ findings, onChange }: CheckPanelProps) {
  const t = useT()
  const list = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<{ readonly rule: RuleId } | null>(null)
  useCommands(
    useMemo(() => {
      const next = (): void => {
        const at = findings.findIndex(({ rule }) => rule === current?.rule)
        const found = findings[(at + 1) % findings.length]
        if (found === undefined) return
        setCurrent({ rule: found.rule })
        if (found.repair === null) focusPartOf(found.rule)
      }
      return findings.length === 0
        ? []
        : [verb('draft.nextFinding', 'drafting.check.next', next, { shortcut: 'F8' })]
    }, [findings, current]),
  )
  useEffect(() => {
    const card = list.current?.querySelector('[aria-current]')
    card?.scrollIntoView({ block: 'nearest' })
    card?.querySelector('button')?.focus()
  }, [current])
  return (
    <PanelSection heading={t('drafting.panel.check')}>
      {findings.length === 0 ? (
        <p className={classes.holds}>
          <Icon name="circle-check" size="s" /> {t('drafting.check.allClear')}
        </p>
      ) : (
        <p className={classes.checkKeys}>
          <KeyHint keys="F8" /> {t('drafting.check.next')}
        </p>
      )}
      <div ref={list}>
        {findings.map(({ rule, repair }) => {
          const { words, remedy, citation } = ruleNotice(t, rule)
          return (
            <div
              key={rule}
              className={classes.finding}
              aria-current={rule === current?.rule ? 'step' : undefined}
            >
              <FindingCard
                isCurrent={rule === current?.rule}
                onFix={repair === null ? undefined : () => onChange(repair.change)}
                finding={{
                  id: rule,
                  severity: rule === 'addressee-not-sent' ? 'warning' : 'error',
                  title: words,
                  words: remedy,
                  before: repair?.before,
                  after: repair?.after,
                  citation: citation ?? undefined,
                }}
              />
            </div>
          )
        })}
      </div>
    </PanelSection>
  )
}
