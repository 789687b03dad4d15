import { useCallback } from 'react'
import { csvOf } from '#shared/spreadsheet/csv.ts'
import { jsonOf } from '#shared/spreadsheet/json.ts'
import type { SheetTable } from '#shared/spreadsheet/table.ts'
import { xlsxOf } from '#shared/spreadsheet/xlsx.ts'
import { useSaveBytes } from './use-save-bytes.ts'

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
  const save = useSaveBytes()
  return useCallback(
    (form, name, tables) =>
      save(`${name}.${form}`, mediaTypes[form], async () => bytesOf(form, await tables())),
    [save],
  )
}
