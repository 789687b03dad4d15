import { useT } from '../i18n/language-provider.tsx'
import { cx } from './cx.ts'
import type { PageView } from './page.types.ts'
import classes from './page-thumbnails.module.css'

export interface PageThumbnailsProps {
  readonly pages: readonly PageView[]
  readonly current: number
  readonly onChoose: (page: number) => void
}

/** All pages small, at the left of the desk. */
export function PageThumbnails({ pages, current, onChoose }: PageThumbnailsProps) {
  const t = useT()
  return (
    <nav className={classes.column} aria-label={t('common.view.thumbnails')}>
      {pages.map((page) => (
        <div key={page.number}>
          {page.part !== undefined && <div className={classes.part}>{page.part}</div>}
          <button
            type="button"
            className={cx(classes.thumbnail, page.number === current && classes.current)}
            aria-current={page.number === current ? 'page' : undefined}
            aria-label={t('common.page', { page: page.number })}
            onClick={() => onChoose(page.number)}
          >
            {page.image === undefined ? (
              <span className={classes.lines} aria-hidden />
            ) : (
              <img src={page.image} alt="" className={classes.image} />
            )}
          </button>
          <div className={cx(classes.number, 'num')} aria-hidden>
            {page.number}
          </div>
        </div>
      ))}
    </nav>
  )
}
