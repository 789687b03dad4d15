import type { PageMark } from '#shared/domain/documents/page-mark.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { IconButton } from '../../../ui/button.tsx'
import classes from './marks.module.css'

interface MarkListProps {
  readonly marks: readonly PageMark[]
  /** Without it nothing can be taken away. */
  readonly onRemove?: (index: number) => void
}

/** What was written on the pages, by number. */
export function MarkList({ marks, onRemove }: MarkListProps) {
  const t = useT()
  return (
    <ol className={classes.list} aria-label={t('drafting.marks.title')}>
      {marks.map(({ page, words }, index) => (
        <li key={index} className={classes.entry}>
          <span className={classes.ordinal}>{index + 1}</span>
          <span className={classes.entryWords}>
            {words} <span className="dim num">{t('drafting.marks.onPage', { page })}</span>
          </span>
          {onRemove !== undefined && (
            <IconButton
              icon="x"
              label={t('drafting.marks.remove', { number: index + 1 })}
              onClick={() => onRemove(index)}
            />
          )}
        </li>
      ))}
    </ol>
  )
}
