import type { PaperChanges } from '#shared/domain/papers/changed-pages.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import type { PaperNews } from './use-paper-changes.ts'
import classes from './reading.module.css'

interface ChangesStripProps {
  /** The version it is compared with, from 1. */
  readonly since: number
  readonly news: Exclude<PaperNews, null>
  /** Which change is shown, from 0; null: none yet. */
  readonly at: number | null
  readonly onShow: (at: number) => void
}

/** What is new in a paper since the version that was seen before: how much, on which pages, and the words of the change that is shown. */
export function ChangesStrip({ since, news, at, onShow }: ChangesStripProps) {
  const t = useT()
  if (news === 'reading' || news === 'unread')
    return (
      <div className={classes.strip} role="status">
        {t(`notes.news.${news}`, { number: since })}
      </div>
    )
  const { changes } = news
  const shown = at === null ? undefined : changes[at]
  return (
    <div className={classes.strip} role="group" aria-label={t('notes.news.title', { number: since })}>
      <span className={classes.line}>
        <strong>{t('notes.news.title', { number: since })}</strong>
        <span className="num" role="status">
          {shown === undefined || at === null
            ? t('notes.news.count', { count: changes.length })
            : t('notes.news.at', { number: at + 1, total: changes.length, page: shown.page })}
        </span>
        {pagesOf(changes).map(([page, first]) => (
          <Button key={page} size="small" variant="quiet" onClick={() => onShow(first)}>
            {t('notes.news.page', { page })}
          </Button>
        ))}
      </span>
      {news.pictures.length > 0 && (
        <span className="dim">{t('notes.news.pictures', { pages: news.pictures.join(', ') })}</span>
      )}
      {news.pagesBefore !== news.pagesAfter && (
        <span className="dim num">
          {t('notes.news.pages', { before: news.pagesBefore, after: news.pagesAfter })}
        </span>
      )}
      {shown !== undefined && (
        <p className={classes.change}>
          {shown.removed !== '' && <del>{shown.removed}</del>}{' '}
          {shown.added !== null && <ins>{shown.added.quote}</ins>}
        </p>
      )}
    </div>
  )
}

const MOST_PAGES = 12

/** Pages with a change, each with its first one. */
function pagesOf(changes: PaperChanges['changes']): readonly (readonly [page: number, first: number])[] {
  const first = new Map<number, number>()
  changes.forEach(({ page }, index) => first.set(page, first.get(page) ?? index))
  return [...first].slice(0, MOST_PAGES)
}
