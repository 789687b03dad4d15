import { useMemo, useState } from 'react'
import { rules, type RuleId } from '#shared/domain/law/rules.ts'
import { foldText } from '#shared/kernel/text-folding.ts'
import { useT } from '../i18n/language-provider.tsx'
import { Button } from '../ui/button.tsx'
import { SheetDialog } from '../ui/sheet-dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ruleNotice, type Notice } from '../workplace/refusal-notice.tsx'
import { RuleWords } from '../workplace/rule-words.tsx'
import classes from './rule-sheet.module.css'

interface RuleSheetProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Every rule by which an act is refused or late: where it is written, its words and what to do; found with or without accents. */
export function RuleSheet({ isOpen, onClose }: RuleSheetProps) {
  return isOpen ? <OpenRuleSheet onClose={onClose} /> : null
}

function OpenRuleSheet({ onClose }: Pick<RuleSheetProps, 'onClose'>) {
  const t = useT()
  const [query, setQuery] = useState('')
  const all = useMemo(() => (Object.keys(rules) as RuleId[]).map((id) => ({ id, ...ruleNotice(t, id) })), [t])
  const groups = useMemo(
    () =>
      sources
        .map((source) => ({
          source,
          found: all.filter((one) => rules[one.id].source === source && says(one, query)),
        }))
        .filter(({ found }) => found.length > 0),
    [all, query],
  )
  return (
    <SheetDialog
      title={t('shell.rules.title')}
      description={t('shell.rules.count', {
        count: groups.reduce((sum, one) => sum + one.found.length, 0),
      })}
      isOpen
      onClose={onClose}
      place="middle"
      width={760}
      footer={
        <Button variant="primary" keyHint="Esc" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <TextField
        data-autofocus
        aria-label={t('shell.rules.find')}
        placeholder={t('shell.rules.find')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <div className={classes.rules} tabIndex={0} role="region" aria-label={t('shell.rules.title')}>
        {groups.map(({ source, found }) => (
          <section key={source}>
            <h3 className={classes.heading}>{t(source === '' ? 'law.own' : `law.sources.${source}`)}</h3>
            <ul className={classes.list}>
              {found.map(({ id }) => (
                <li key={id} className={classes.rule}>
                  <RuleWords rule={id} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </SheetDialog>
  )
}

/** In order of their rank in the list; the software's own last. */
const sources = [...new Set(Object.values(rules).map((rule) => rule.source))].sort(
  (a, b) => Number(a === '') - Number(b === ''),
)

const says = ({ words, remedy, citation }: Notice, query: string): boolean => {
  const text = foldText(`${citation ?? ''} ${words} ${remedy}`)
  return foldText(query)
    .split(' ')
    .every((word) => text.includes(word))
}
