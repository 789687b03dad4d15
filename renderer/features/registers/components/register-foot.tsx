import type { RegisterEntry } from '#shared/domain/registers/register-form.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { BookRow } from '../../../projections/books.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useSaveAs } from '../../../workplace/use-save-as.ts'
import classes from './register-foot.module.css'

interface RegisterFootProps {
  readonly book: BookRow
  readonly entries: readonly RegisterEntry[]
}

/** First and last number shown; up to when the book is closed, by whom and when, with the print that was frozen. */
export function RegisterFoot({ book, entries }: RegisterFootProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const closing = book.closings.at(-1)
  const saveAs = useSaveAs(`${book.name} ${closing?.until ?? ''}.pdf`)
  const [first, last] = [entries[0]?.number, entries.at(-1)?.number]
  return (
    <footer className={classes.foot}>
      {first !== undefined && last !== undefined && (
        <span className="num">
          {t('registers.close.range', { first: formats.number(first), last: formats.number(last) })}
        </span>
      )}
      <span className="spacer" />
      {closing === undefined ? (
        <span>{t('registers.closed.none')}</span>
      ) : (
        <>
          <Icon name="lock" size="s" />
          <span className="num">
            {t('registers.closed.until', {
              date: formats.date(closing.until),
              name: nameOf(closing.by.post),
              time: formats.dateTime(closing.at),
            })}
          </span>
          <span className="num" title={closing.series}>
            {t('registers.closed.hash', { hash: closing.series.slice(0, 16) })}
          </span>
          <Button size="small" variant="quiet" icon="download" onClick={() => saveAs(closing.print)}>
            {t('registers.closed.open')}
          </Button>
        </>
      )}
    </footer>
  )
}
