import type { ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { Icon } from './icon.tsx'
import classes from './summary-note.module.css'

export interface SummaryNoteProps {
  /** Two lines; deadlines in bold. */
  readonly children: ReactNode
  /** Where it is said. */
  readonly page: number
  readonly onSource: () => void
}

/** The assistant's summary, marked as such and leading to its source. */
export function SummaryNote({ children, page, onSource }: SummaryNoteProps) {
  const t = useT()
  return (
    <section className={classes.note}>
      <div className={classes.head}>
        <Icon name="sparkles" size="s" />
        {t('incoming.summary.title')}
        <span className="spacer" />
        <button type="button" className={classes.source} onClick={onSource}>
          {t('incoming.summary.page', { page })}
        </button>
      </div>
      <p className={classes.text}>{children}</p>
    </section>
  )
}
