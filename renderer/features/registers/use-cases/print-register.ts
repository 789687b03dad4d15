import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { Agency } from '#shared/domain/directory/directory.ts'
import type { RegisterCover, RegisterEntry } from '#shared/domain/registers/register-form.ts'
import { registerPage } from '#shared/domain/registers/register-page.ts'
import { registerTitles } from '#shared/domain/registers/register-form.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { printFonts } from '#shared/ipc/print-fonts.ts'
import type { NativeApi } from '../../../native/native-api.ts'
import type { BookRow } from '../../../projections/books.ts'
import type { Period } from '../components/period.ts'

interface Register {
  readonly book: BookRow
  readonly agency: Agency
  readonly entries: readonly RegisterEntry[]
  readonly period: Period
  /** Dates and numbers as the form writes them. */
  readonly date: (date: string) => string
  readonly number: (number: number) => string
}

/** The register of a period as tagged PDF, cover and lines (Decree 30 Annex IV), in the store of this desk. */
export async function printRegister(
  native: NativeApi,
  { book, agency, entries, period, date, number }: Register,
): Promise<BlobRef> {
  const numbers = entries.map((entry) => entry.number)
  const cover: RegisterCover = {
    superior: agency.superior.toLocaleUpperCase('vi'),
    agency: agency.letterhead.toLocaleUpperCase('vi'),
    year: book.year,
    fromDate: date(period.from),
    untilDate: date(period.until),
    first: numbers.length === 0 ? '' : number(Math.min(...numbers)),
    last: numbers.length === 0 ? '' : number(Math.max(...numbers)),
    volume: book.closings.length + 1,
  }
  const { blob } = await native.invoke('pdf.render', {
    html: registerPage(book.direction, cover, entries, printFonts),
    fields: [],
    title: `${registerTitles[book.direction]} ${book.year}`,
    author: agency.name,
    createdAt: instantFrom(Date.now()),
  })
  return blob
}
