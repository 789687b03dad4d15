import { useMemo } from 'react'
import type { BoardFact } from '#shared/domain/boards/facts.ts'
import { checkOpenData } from '#shared/domain/boards/open-data.ts'
import { useAgency, useOpenRecords } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { openDataTable } from '../use-cases/board-tables.ts'
import { fileForms, useSaveTables } from '../../../workplace/use-save-tables.ts'
import classes from './boards.module.css'

interface OpenDataSheetProps {
  readonly issued: readonly BoardFact[]
  readonly name: string
  readonly onClose: () => void
}

/** What of the issued documents may be published, and what stays behind and why, before anything is written. */
export function OpenDataSheet({ issued, name, onClose }: OpenDataSheetProps) {
  const t = useT()
  const formats = useFormats()
  const save = useSaveTables()
  const agency = useAgency()?.state.name ?? ''
  const candidates = useOpenRecords(issued, agency)
  const check = useMemo(
    () => (candidates === undefined ? undefined : checkOpenData(candidates)),
    [candidates],
  )
  if (check === undefined) return null
  const { records, leftOut } = check
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={640}
      title={t('boards.openData.title')}
      description={t('boards.openData.words', {
        open: formats.number(records.length),
        all: formats.number(records.length + leftOut.length),
      })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {fileForms.map((form) => (
            <Button
              key={form}
              variant={form === 'csv' ? 'primary' : 'default'}
              disabled={records.length === 0}
              onClick={() => save(form, name, () => Promise.resolve([openDataTable(records, t)]))}
            >
              {t(`common.tables.form.${form}`)}
            </Button>
          ))}
        </>
      }
    >
      {leftOut.length === 0 ? (
        <p>{t('boards.openData.nothingLeftOut')}</p>
      ) : (
        <table className={classes.table} aria-label={t('boards.openData.leftOut')}>
          <thead>
            <tr>
              <th scope="col">{t('boards.export.code')}</th>
              <th scope="col">{t('boards.export.subject')}</th>
              <th scope="col">{t('boards.openData.why')}</th>
            </tr>
          </thead>
          <tbody>
            {leftOut.map(({ record, reason }) => (
              <tr key={record.code}>
                <td className="num">{record.code}</td>
                <td>{record.subject}</td>
                <td>{t(`boards.openData.reason.${reason}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SheetDialog>
  )
}
