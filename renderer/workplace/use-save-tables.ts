import { useCallback } from 'react'
import { csvOf } from '#shared/spreadsheet/csv.ts'
import { jsonOf } from '#shared/spreadsheet/json.ts'
import type { SheetTable } from '#shared/spreadsheet/table.ts'
import { xlsxOf } from '#shared/spreadsheet/xlsx.ts'
import { useT } from '../i18n/language-provider.tsx'
import { useToast } from '../ui/toast.tsx'
import { noticeOfError } from './error-words.ts'
import { useNative } from './native-context.tsx'
import { useNotice } from './refusal-notice.tsx'

/** Forms in which figures leave; a CSV holds the first table alone. */
export const fileForms = ['xlsx', 'csv', 'json'] as const
export type FileForm = (typeof fileForms)[number]

const mediaTypes: Record<FileForm, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
}

function bytesOf(form: FileForm, tables: readonly SheetTable[]): Uint8Array {
  if (form === 'xlsx') return xlsxOf(tables)
  const [first] = tables
  if (form === 'csv') return first === undefined ? new Uint8Array() : csvOf(first)
  return jsonOf(tables)
}

/** Writes tables where the user says. */
export function useSaveTables(): (
  form: FileForm,
  name: string,
  tables: () => Promise<readonly SheetTable[]>,
) => void {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const toast = useToast()
  return useCallback(
    (form, name, tables) => {
      const write = async (): Promise<void> => {
        const bytes = bytesOf(form, await tables())
        const { sha256 } = await native.invoke('blobs.put', { bytes, mediaType: mediaTypes[form] })
        try {
          const isSaved = await native.invoke('blobs.saveAs', { sha256, name: `${name}.${form}` })
          if (isSaved)
            toast.show({ icon: 'download', text: t('common.tables.saved', { name: `${name}.${form}` }) })
        } finally {
          await native.invoke('blobs.release', sha256)
        }
      }
      write().catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [native, notice, toast, t],
  )
}
