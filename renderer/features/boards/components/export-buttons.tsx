import type { SheetTable } from '#shared/spreadsheet/table.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { fileForms, useSaveTables } from '../../../workplace/use-save-tables.ts'

interface ExportButtonsProps {
  /** Name of the file, without its ending. */
  readonly name: string
  readonly tables: () => Promise<readonly SheetTable[]>
}

/** Saves what is shown, whole, in the form one takes. */
export function ExportButtons({ name, tables }: ExportButtonsProps) {
  const t = useT()
  const save = useSaveTables()
  return (
    <>
      {fileForms.map((form) => (
        <Button
          key={form}
          size="small"
          variant="quiet"
          icon={form === 'xlsx' ? 'download' : undefined}
          aria-label={t(`common.tables.as.${form}`)}
          onClick={() => save(form, name, tables)}
        >
          {t(`common.tables.form.${form}`)}
        </Button>
      ))}
    </>
  )
}
