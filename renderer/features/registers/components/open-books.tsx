import {
  bookIdOf,
  bookNameOf,
  collectivesWithoutBook,
  seriesWithoutBook,
} from '#shared/domain/configuration/series.ts'
import type { Series } from '#shared/domain/configuration/settings.ts'
import type { Collective } from '#shared/domain/directory/directory.ts'
import { kindFacts } from '#shared/domain/documents/kinds.ts'
import { partsOf } from '#shared/kernel/instant.ts'
import { useAgency, useBooks } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSettings } from '../../../workplace/configuration/use-settings.ts'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useAct } from '../../../workplace/use-act.ts'
import classes from './open-books.module.css'

/** The books that the agency and its collectives have each year, opened by the clerk when the year begins. */
export function OpenBooks() {
  const t = useT()
  const act = useAct()
  const books = useBooks()
  const agency = useAgency()?.state
  const settings = useSettings()
  const { year } = partsOf(useToday())
  const isClerk = hasRole(useMe(), 'clerk')
  if (!isClerk || books === undefined) return null
  const missing = seriesWithoutBook(settings, books, year)
  const bodies = collectivesWithoutBook(agency?.collectives ?? [], books, year)
  if (missing.length + bodies.length === 0) return null
  const open = async ({ name, direction, kinds, id }: Series): Promise<void> => {
    const payload = { name: `${name} ${year}`, year, direction, startAfter: 0, kinds }
    await act({ kind: 'book', id: bookIdOf({ id }, year) }, 'book.open', payload)
  }
  const openOf = async (body: Collective): Promise<void> => {
    if (agency === undefined) return
    await act({ kind: 'book', id: bookIdOf(body, year) }, 'book.open', {
      ...{ name: bookNameOf(body, year), year, direction: 'outgoing', startAfter: 0 },
      ...{ kinds: [kindFacts['nghi-quyet'].name], onBehalf: { agency: agency.id, collective: body.id } },
    })
  }
  return (
    <div className={classes.line} role="status">
      <span>{t('registers.open.missing', { year: String(year) })}</span>
      {missing.map((series) => (
        <Button key={series.id} size="small" icon="plus" onClick={() => void open(series)}>
          {t('registers.open.book', { name: series.name })}
        </Button>
      ))}
      {bodies.map((body) => (
        <Button key={body.id} size="small" icon="plus" onClick={() => void openOf(body)}>
          {t('registers.open.ofCollective', { name: body.name })}
        </Button>
      ))}
    </div>
  )
}
