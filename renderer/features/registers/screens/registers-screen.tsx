import { useState } from 'react'
import { useBooks, useRegister } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { BookRow } from '../../../projections/books.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { usePen } from '../../../workplace/use-pen.ts'
import { RegisterTable } from '../components/register-table.tsx'
import classes from './registers-screen.module.css'

/** Register books of the year: every number with what it was given to, voided ones struck out with the reason. */
export function RegistersScreen() {
  const t = useT()
  const books = useBooks()
  const [chosen, setChosen] = useState<string | null>(null)
  const book = books?.find((one) => one.id === chosen) ?? books?.[0]
  const boxes = (books ?? []).map((one) => ({ id: one.id, label: one.name }))
  return (
    <>
      <ScreenHeader title={t('shell.nav.registers')} boxes={boxes} activeBox={book?.id} onBox={setChosen} />
      {books === undefined ? (
        <SkeletonRows density="grid" />
      ) : book === undefined ? (
        <EmptyState text={t('registers.noBook')} />
      ) : (
        <Book key={book.id} book={book} />
      )}
    </>
  )
}

function Book({ book }: { readonly book: BookRow }) {
  const t = useT()
  const formats = useFormats()
  const lines = useRegister(book.id)
  if (lines === undefined) return <SkeletonRows density="grid" />
  return (
    <>
      <ListToolRow summary={t('registers.summary', { count: lines.length, last: formats.number(book.last) })}>
        <BookPen book={book} />
      </ListToolRow>
      <div className={classes.scroll} data-pane role="region" aria-label={book.name} tabIndex={0}>
        {lines.length === 0 ? (
          <EmptyState text={t('registers.empty')} />
        ) : (
          <RegisterTable lines={lines} direction={book.direction} />
        )}
      </div>
    </>
  )
}

/** For those who number: who holds the pen of this book, and borrowing it before the network goes. */
function BookPen({ book }: { readonly book: BookRow }) {
  const me = useMe()
  const { words, verb } = usePen(book)
  if (!hasRole(me, 'clerk')) return null
  return (
    <>
      <span className="ellipsis">{words}</span>
      {verb !== null && (
        <Button size="small" variant="quiet" icon="key" onClick={verb.run}>
          {verb.label}
        </Button>
      )}
    </>
  )
}
