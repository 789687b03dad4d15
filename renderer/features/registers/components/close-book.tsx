import { useState } from 'react'
import { localDateOf, instantFrom } from '#shared/kernel/instant.ts'
import { periodUpTo } from '#shared/domain/registers/book.ts'
import { useAgency, useBook, useRegister } from '../../../database/use-live.ts'
import { useFormats, useOfficial, useT } from '../../../i18n/language-provider.tsx'
import type { BookRow } from '../../../projections/books.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { SheetDialog, SheetFacts } from '../../../ui/sheet-dialog.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useToday } from '../../../workplace/today.ts'
import { useRegisterEntries } from '../hooks/use-register-entries.ts'
import { printRegister } from '../use-cases/print-register.ts'
import { closingDay } from './period.ts'

/** Freezes a book up to a day: printed, counted, hashed, with who and when (Decree 30 Art 16.2b, 22.3b). */
export function CloseBook({ book, onClose }: { readonly book: BookRow; readonly onClose: () => void }) {
  const t = useT()
  const formats = useFormats()
  const official = useOfficial()
  const native = useNative()
  const notice = useNotice()
  const toast = useToast()
  const act = useAct()
  const today = useToday()
  const agency = useAgency()?.state
  const whole = useBook(book.id)?.state
  const from = firstOpenDay(book)
  const [until, setUntil] = useState(() => closingDay(today, firstDayOf(book, from)))
  const period = { from, until }
  const lines = useRegister(book.id, from, until)
  const entries = useRegisterEntries(book.direction, lines)
  const [isBusy, setBusy] = useState(false)
  const frozen = whole === undefined ? undefined : periodUpTo(whole, until)
  const isEmpty = frozen === undefined || frozen.last < frozen.first
  const isRead = agency !== undefined && entries !== undefined

  const close = (): void => {
    if (agency === undefined || entries === undefined || frozen === undefined || isEmpty || isBusy) return
    setBusy(true)
    const { date, number } = official.formats
    printRegister(native, { book, agency, entries, period, date, number })
      .then((print) =>
        act({ kind: 'book', id: book.id }, 'book.close', { until, series: frozen.series, print }),
      )
      .then((done) => {
        setBusy(false)
        if (done === undefined) return
        toast.show({
          icon: 'lock',
          text: t('registers.toast.closed', { book: book.name, date: formats.date(until) }),
        })
        onClose()
      })
      .catch((error: unknown) => {
        setBusy(false)
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
  }
  return (
    <SheetDialog
      isOpen
      title={t('registers.close.title', { book: book.name })}
      description={t('registers.close.explain')}
      onClose={onClose}
      onConfirm={close}
      footer={
        <>
          <Button data-autofocus variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="primary"
            icon="lock"
            keyHint="Ctrl Enter"
            disabled={isEmpty || isBusy || !isRead}
            onClick={close}
          >
            {t('registers.close.confirm')}
          </Button>
        </>
      }
    >
      <DateField
        label={t('registers.close.until')}
        value={until}
        min={from}
        onChange={(value) => setUntil(value ?? until)}
      />
      <SheetFacts>
        {isEmpty ? (
          <p>{t('registers.close.empty')}</p>
        ) : (
          <>
            <p className="num">
              {t('registers.close.range', {
                first: formats.number(frozen.first),
                last: formats.number(frozen.last),
              })}
            </p>
            <p className="num">{t('registers.close.voided', { count: frozen.voidedCount })}</p>
            <p className="num">{t('registers.closed.hash', { hash: frozen.series.slice(0, 16) })}</p>
          </>
        )}
      </SheetFacts>
    </SheetDialog>
  )
}

/** The day behind the last closing; 1 January while nothing is closed. */
function firstOpenDay(book: BookRow): string {
  const last = book.closings.at(-1)?.until
  if (last === undefined) return `${book.year}-01-01`
  return localDateOf(instantFrom(Date.parse(`${last}T12:00:00Z`) + 86_400_000))
}

/** From when the book has lines: its own year at the earliest, or the day its last number is of. */
const firstDayOf = (book: BookRow, from: string): string =>
  book.closings.length === 0 && book.startAfter > 0 ? (book.lastDate ?? from) : from
