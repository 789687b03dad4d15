import { useFormats, useT } from '../i18n/language-provider.tsx'
import type { Remaking } from '../sync/rebuild.ts'
import classes from './remaking-desk.module.css'

/** In place of the desk while a new version of the software makes its lists anew. */
export function RemakingDesk({ done, total }: Remaking) {
  const t = useT()
  const formats = useFormats()
  return (
    <main className={classes.page} aria-labelledby="remaking">
      <h1 id="remaking" className={classes.title}>
        {t('shell.remaking.title')}
      </h1>
      <progress className={classes.bar} aria-labelledby="remaking" value={done} max={Math.max(total, 1)} />
      <p className="num">
        {t('shell.remaking.count', { done: formats.number(done), total: formats.number(total) })}
      </p>
      <p className={classes.safe}>{t('shell.remaking.safe')}</p>
    </main>
  )
}
