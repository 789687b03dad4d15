import { useCallback } from 'react'
import { csvOf } from '#shared/spreadsheet/csv.ts'
import { xlsxOf } from '#shared/spreadsheet/xlsx.ts'
import { registerSheet } from '#shared/domain/registers/register-sheet.ts'
import type { RegisterEntry } from '#shared/domain/registers/register-form.ts'
import { useAgency } from '../../../database/use-live.ts'
import { useOfficial, useT } from '../../../i18n/language-provider.tsx'
import type { BookRow } from '../../../projections/books.ts'
import { useToast } from '../../../ui/toast.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import type { Period } from '../components/period.ts'
import { printRegister } from '../use-cases/print-register.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Writes the register of a period where the user says: the bound form as PDF, or a sheet with every line. */
export function useRegisterFiles(book: BookRow, period: Period, entries: readonly RegisterEntry[]) {
  const t = useT()
  const { formats } = useOfficial()
  const native = useNative()
  const notice = useNotice()
  const toast = useToast()
  const agency = useAgency()?.state
  return useCallback(
    (kind: 'pdf' | 'xlsx' | 'csv') => {
      if (agency === undefined) return
      const name = `${t(`registers.fileName.${book.direction}`)} ${period.from} ${period.until}.${kind}`
      const sheet = registerSheet(book.name, book.direction, entries)
      const write = async (): Promise<void> => {
        const { date, number } = formats
        const blob =
          kind === 'pdf'
            ? await printRegister(native, { book, agency, entries, period, date, number })
            : await native.invoke('blobs.put', {
                bytes: kind === 'xlsx' ? xlsxOf([sheet]) : csvOf(sheet),
                mediaType: kind === 'xlsx' ? XLSX : 'text/csv',
              })
        const isSaved = await native.invoke('blobs.saveAs', { sha256: blob.sha256, name })
        await native.invoke('blobs.release', blob.sha256)
        if (isSaved) toast.show({ icon: 'download', text: t('registers.toast.saved', { name }) })
      }
      write().catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [agency, t, formats, book, period, entries, native, toast, notice],
  )
}
