import { useState } from 'react'
import { codeOfLetter } from '#shared/domain/correspondence/letter.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import { useBooks, useRegister } from '../../../database/use-live.ts'
import type { RegisterLine } from '../../../database/views.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { usePostNames } from '../../../workplace/me.ts'
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
        <BookTable key={book.id} book={book.id} last={book.last} direction={book.direction} />
      )}
    </>
  )
}

function BookTable({
  book,
  last,
  direction,
}: {
  readonly book: string
  readonly last: number
  readonly direction: 'incoming' | 'outgoing'
}) {
  const t = useT()
  const formats = useFormats()
  const lines = useRegister(book)
  if (lines === undefined) return <SkeletonRows density="grid" />
  return (
    <>
      <ListToolRow summary={t('registers.summary', { count: lines.length, last: formats.number(last) })} />
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              {(['number', 'date', 'code', 'issuer', 'subject'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`registers.columns.${direction}.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.number} line={line} />
            ))}
          </tbody>
        </table>
        {lines.length === 0 && <EmptyState text={t('registers.empty')} />}
      </div>
    </>
  )
}

function Line({ line }: { readonly line: RegisterLine }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  if (line.what === 'voided') {
    return (
      <tr className={classes.voided}>
        <th scope="row">{formats.number(line.number)}</th>
        <td>{formats.date(line.at)}</td>
        <td colSpan={3}>{t('registers.voided', { reason: line.reason, name: nameOf(line.by) })}</td>
      </tr>
    )
  }
  const { document } = line
  const letter = line.letter?.what === 'letter' ? line.letter : null
  return (
    <tr>
      <th scope="row">{formats.number(line.number)}</th>
      <td>{formats.date(line.date)}</td>
      <td>
        {document !== null
          ? codeOf(line.number, document.symbol)
          : letter !== null
            ? codeOfLetter(letter)
            : ''}
      </td>
      <td>{document !== null ? document.signerName : (letter?.fromName ?? '')}</td>
      <td className={classes.subject}>{document?.subject ?? letter?.subject ?? ''}</td>
    </tr>
  )
}
