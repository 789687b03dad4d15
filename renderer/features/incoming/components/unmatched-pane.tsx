import { useMemo } from 'react'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { UnmatchedRow } from '../../../projections/incoming.ts'
import { FactList, PanelSection } from '../../../ui/panel.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { RuleWords } from '../../../workplace/rule-words.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { documentNamed, messageSections, statusWords } from './message-sections.ts'
import classes from './letter.module.css'

/** A message that matches nothing here, with all its fields; a clerk settles it after looking into it. */
export function UnmatchedPane({ row }: { readonly row: UnmatchedRow }) {
  const t = useT()
  const formats = useFormats()
  const act = useAct()
  const verbs = useVerbs(
    useMemo(
      () => [
        verb(
          'unmatched.settle',
          'incoming.unmatched.settle',
          () => act({ kind: 'unmatched', id: row.id }, 'unmatched.settle', { note: '' }),
          { icon: 'check', shortcut: 'KeyE' },
        ),
      ],
      [act, row.id],
    ),
  )
  const sections = messageSections(row.fields, t, formats)
  return (
    <article className={classes.pane} aria-label={t(`incoming.unmatched.kinds.${row.message}`)}>
      <header className={classes.header}>
        <h2 className={classes.subject}>{t(`incoming.unmatched.kinds.${row.message}`)}</h2>
        <div className={classes.line}>
          <strong>{row.fromName || row.fromCode}</strong>
          <span className="num">{documentNamed(row.fields)}</span>
          <span>{statusWords(row.fields, t)}</span>
          <span className="num">{formats.dateTime(row.arrivedAt)}</span>
        </div>
        {row.message === 'secret' ? (
          <RuleWords rule="secret-exchange" />
        ) : (
          <p className={classes.line}>{t('incoming.unmatched.explain')}</p>
        )}
      </header>
      <VerbBar verbs={verbs} />
      <div className={classes.scroll}>
        {sections.map(({ id, heading, facts }, index) => (
          <PanelSection key={id} heading={heading} isLast={index === sections.length - 1}>
            <FactList facts={facts} />
          </PanelSection>
        ))}
      </div>
    </article>
  )
}
