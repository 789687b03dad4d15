import { useEffect, useState } from 'react'
import { importReport, type ImportReport } from '#shared/domain/registers/former/import-report.ts'
import { csvOf } from '#shared/spreadsheet/csv.ts'
import { xlsxOf } from '#shared/spreadsheet/xlsx.ts'
import { useFormerImports } from '../../../database/use-live.ts'
import { useFormats, useOfficial, useT } from '../../../i18n/language-provider.tsx'
import type { FormerImport } from '#shared/domain/registers/former/former-import.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { hasRole, useMe, usePostNames } from '../../../workplace/me.ts'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { bringHere } from '../../../workplace/files.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import { useSaveBytes } from '../hooks/use-save-bytes.ts'
import { ImportReportView } from './import-report.tsx'
import classes from './import.module.css'
import { reportTables } from './report-words.ts'
import { WithdrawImport } from './withdraw-import.tsx'

const tones = { open: 'soon', done: 'ok', withdrawn: 'done' } as const
const icons = { open: 'hourglass', done: 'circle-check', withdrawn: 'arrow-back-up' } as const

/** Every import of this agency with what it came to; unfinished ones say how they go on. */
export function ImportList() {
  const t = useT()
  const imports = useFormerImports()
  const [withdrawing, setWithdrawing] = useState<FormerImport | null>(null)
  if (imports === undefined || imports.length === 0) return null
  return (
    <>
      {imports.map((one) => (
        <ImportCard key={one.id} row={one} onWithdraw={() => setWithdrawing(one)} />
      ))}
      {withdrawing !== null && <WithdrawImport row={withdrawing} onClose={() => setWithdrawing(null)} />}
      <p className={classes.note}>{t('former.kept')}</p>
    </>
  )
}

interface ImportCardProps {
  readonly row: FormerImport
  readonly onWithdraw: () => void
}

function ImportCard({ row, onWithdraw }: ImportCardProps) {
  const t = useT()
  const formats = useFormats()
  const official = useOfficial()
  const nameOf = usePostNames()
  const me = useMe()
  const save = useSaveBytes()
  const [isOpen, setOpen] = useState(false)
  const report = useReport(isOpen ? row : null)
  const { begun, done, withdrawn, source, counts, status } = row
  const last = withdrawn ?? done ?? begun
  return (
    <section className={classes.card} aria-label={row.name}>
      <div className={classes.row}>
        <h3>{row.name}</h3>
        <Chip tone={tones[status]} icon={icons[status]}>
          {t(`former.status.${status}`)}
        </Chip>
        <span className="spacer" />
        {row.report !== null && (
          <Button size="small" icon="list" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('former.verbs.report')}
          </Button>
        )}
        {status !== 'withdrawn' && hasRole(me, 'clerk') && (
          <Button size="small" icon="arrow-back-up" onClick={onWithdraw}>
            {t('former.verbs.withdraw')}
          </Button>
        )}
      </div>
      <p className={classes.note}>
        {[
          source.name,
          t('former.hash', { hash: source.sha256.slice(0, 16) }),
          counts === null ? '' : t('former.sums', { ...counts }),
          t('former.by', { name: nameOf(last.by.post), date: formats.dateTime(last.at) }),
          withdrawn === null ? '' : t('former.reason', { reason: withdrawn.reason }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {status === 'open' && <p className={classes.note}>{t('former.unfinished')}</p>}
      {isOpen && report !== undefined && (
        <>
          <ImportReportView report={report} />
          <div className={classes.row}>
            <Button
              size="small"
              icon="table"
              onClick={() =>
                save(`${t('former.reportName')} ${row.year}.xlsx`, xlsxOf(reportTables(official, report)))
              }
            >
              {t('registers.verbs.xlsx')}
            </Button>
            <Button
              size="small"
              icon="download"
              onClick={() => {
                const [, skipped] = reportTables(official, report)
                if (skipped !== undefined) save(`${t('former.reportName')} ${row.year}.csv`, csvOf(skipped))
              }}
            >
              {t('registers.verbs.csv')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** The reconciliation that an import kept; undefined until it was read. */
function useReport(row: FormerImport | null): ImportReport | undefined {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const { workspace } = useDesk()
  const [read, setRead] = useState<ImportReport | undefined>(undefined)
  const file = row?.report
  useEffect(() => {
    if (file == null) return undefined
    let isWanted = true
    const tell = (error: unknown): void => {
      const words = noticeOfError(t, error)
      if (words !== undefined) notice(words)
    }
    bringHere(native, workspace, file)
      .then(() => native.invoke('blobs.get', file.sha256))
      .then((bytes) => {
        if (isWanted) setRead(importReport.parse(JSON.parse(new TextDecoder().decode(bytes))))
      })
      .catch(tell)
    return () => {
      isWanted = false
    }
  }, [native, workspace, file, notice, t])
  return read
}
