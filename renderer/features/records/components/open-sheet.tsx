import { useState } from 'react'
import { caseFileId } from '#shared/domain/records/case-file.ts'
import { notation as notationSchema } from '#shared/domain/records/file-plan.ts'
import { partsOf } from '#shared/kernel/instant.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { retentionFrom } from './retention-field.ts'
import classes from './records.module.css'

interface OpenSheetProps {
  readonly onClose: () => void
  readonly onOpened: (id: string) => void
}

/** A file that the plan does not name (Decree 30 Art 29.1): number, title, retention. */
export function OpenSheet({ onClose, onOpened }: OpenSheetProps) {
  const t = useT()
  const act = useAct()
  const toast = useToast()
  const today = useToday()
  const [notation, setNotation] = useState('')
  const [title, setTitle] = useState('')
  const [years, setYears] = useState('10')
  const retention = retentionFrom(years)
  const isNumbered = notationSchema.safeParse(notation).success
  const isReady = isNumbered && title.trim() !== '' && retention !== undefined

  const open = async (): Promise<void> => {
    if (!isReady) return
    const { year } = partsOf(today)
    const id = caseFileId(year, notation)
    const payload = { year, notation, title, retention, isPlanned: false, startedOn: today }
    if ((await act({ kind: 'case-file', id }, 'case-file.open', payload)) === undefined) return
    toast.show({ icon: 'folder', text: t('records.opening.done', { notation }) })
    onOpened(id)
    onClose()
  }
  const field = (label: string, value: string, onChange: (value: string) => void, isWrong = false) => (
    <FieldRow label={label}>
      {(ids) => (
        <TextField
          {...ids}
          aria-invalid={isWrong}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldRow>
  )
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={460}
      title={t('records.opening.title')}
      onClose={onClose}
      onConfirm={() => void open()}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" keyHint="Ctrl Enter" disabled={!isReady} onClick={() => void open()}>
            {t('records.verbs.open')}
          </Button>
        </>
      }
    >
      <div className={classes.stack}>
        {field(t('records.opening.notation'), notation, setNotation, notation !== '' && !isNumbered)}
        {field(t('records.opening.name'), title, setTitle)}
        {field(t('records.opening.retention'), years, setYears, retention === undefined)}
      </div>
    </SheetDialog>
  )
}
