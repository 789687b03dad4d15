import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import type { SeriesRow } from '../hooks/use-series.ts'
import classes from './meetings.module.css'
import own from './series.module.css'

/** Whether a change is for one date of a series, or also for those behind it. */
export type Scope = 'this' | 'later'

interface ScopeChoiceProps {
  readonly later: readonly SeriesRow[]
  readonly value: Scope
  readonly onChange: (scope: Scope) => void
}

/** Asks how far a change goes, and names the dates it reaches. */
export function ScopeChoice({ later, value, onChange }: ScopeChoiceProps) {
  const t = useT()
  const formats = useFormats()
  if (later.length === 0) return null
  return (
    <div className={own.repeat}>
      <div>
        <p className={classes.label}>{t('series.scope.label')}</p>
        <ChoiceBar
          label={t('series.scope.label')}
          choices={[
            { value: 'this', label: t('series.scope.this') },
            { value: 'later', label: t('series.scope.later', { count: later.length }) },
          ]}
          value={value}
          onChange={onChange}
        />
      </div>
      {value === 'later' && (
        <ol className={own.dates} aria-label={t('series.dates')} tabIndex={0}>
          {later.map(({ id, from, until, series }) => (
            <li key={id} className={own.date}>
              <span className="num">
                {formats.fullDate(from)} · {formats.time(from)}–{formats.time(until)}
              </span>
              <span className="dim">{t('series.number', { number: series.number, of: series.of })}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
