import { useMemo, useState, type ReactNode } from 'react'
import { settingsOn } from '#shared/domain/configuration/effective.ts'
import { whySeriesStay } from '#shared/domain/configuration/lawful-settings.ts'
import type { AgencySettings } from '#shared/domain/configuration/settings.ts'
import { partsOf, type LocalDate } from '#shared/kernel/instant.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import { useConfigured } from '../../../workplace/configuration/use-configured.ts'
import { useToday } from '../../../workplace/today.ts'
import { usePreview } from '../hooks/use-preview.ts'
import { useSettingsRefusal } from '../hooks/use-settings-refusal.ts'
import { ChangeList } from './change-list.tsx'
import classes from './configuration.module.css'
import { RefusalLine } from './refusal-line.tsx'

interface PublishSheetProps {
  readonly title: string
  readonly description?: ReactNode
  readonly settings: AgencySettings
  /** Absent for who may only look. */
  readonly confirm?: string | undefined
  readonly onConfirm: (from: LocalDate, reason: string) => Promise<boolean>
  readonly onClose: () => void
}

/** What changes, from which day, and why: asked before anything is published or restored. */
export function PublishSheet(props: PublishSheetProps) {
  const { title, description, settings, confirm, onConfirm, onClose } = props
  const t = useT()
  const today = useToday()
  const of = useConfigured()
  const begin = whySeriesStay(settingsOn(of, today), settings, today)
  const [from, setFrom] = useState<LocalDate | null>(() =>
    begin === undefined ? today : `${partsOf(today).year + 1}-01-01`,
  )
  const [reason, setReason] = useState('')
  const day = from ?? today
  const preview = usePreview(useMemo(() => ({ settings, from: day }), [settings, day]))
  const unlawful = useSettingsRefusal(settings)
  const refusal = unlawful ?? whySeriesStay(settingsOn(of, day), settings, day)
  const isReady = refusal === undefined && from !== null && from >= today && reason.trim() !== ''
  const done = (): void => {
    if (!isReady || confirm === undefined) return
    void onConfirm(from, reason).then((isDone) => {
      if (isDone) onClose()
    })
  }
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={560}
      title={title}
      description={description}
      onClose={onClose}
      onConfirm={done}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t(confirm === undefined ? 'common.close' : 'common.cancel')}
          </Button>
          {confirm !== undefined && (
            <Button variant="primary" keyHint="Ctrl Enter" disabled={!isReady} onClick={done}>
              {confirm}
            </Button>
          )}
        </>
      }
    >
      {confirm !== undefined && (
        <>
          <div className={classes.date}>
            <DateField
              label={t('administration.configuration.publish.from')}
              value={from}
              min={today}
              onChange={setFrom}
            />
          </div>
          <TextAreaRow
            label={t('administration.configuration.publish.reason')}
            hint={t('administration.configuration.publish.reasonHint')}
            data-autofocus
            maxLength={2000}
            value={reason}
            onValue={setReason}
          />
          {refusal !== undefined && <RefusalLine refusal={refusal} />}
        </>
      )}
      <div className={classes.sheetChanges}>
        {preview !== undefined && <ChangeList preview={preview} settings={settings} />}
      </div>
    </SheetDialog>
  )
}
