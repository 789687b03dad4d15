import { useState } from 'react'
import { correctable, type Correctable, type Letter } from '#shared/domain/correspondence/letter.ts'
import { registeredValue } from '#shared/domain/correspondence/registration.ts'
import { useLetter } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import classes from './correct-line.module.css'

/** Puts one value of a registered letter right; what stood there stays readable (product R5). */
export function CorrectLine({ letter, onClose }: { readonly letter: string; readonly onClose: () => void }) {
  const seen = useLetter(letter)
  return seen == null ? null : <CorrectionForm letter={seen.state} onClose={onClose} />
}

function CorrectionForm({ letter, onClose }: { readonly letter: Letter; readonly onClose: () => void }) {
  const t = useT()
  const formats = useFormats()
  const act = useAct()
  const toast = useToast()
  const [column, setColumn] = useState<Correctable>('subject')
  const [value, setValue] = useState(() => registeredValue(letter.content, 'subject'))
  const [reason, setReason] = useState('')
  const number = formats.number(letter.number?.number ?? 0)
  const isChanged = value.trim() !== registeredValue(letter.content, column)
  const confirm = (): void => {
    if (!isChanged || reason.trim() === '') return
    const payload = { column, value: value.trim(), reason }
    void act({ kind: 'letter', id: letter.id }, 'letter.correct', payload).then((done) => {
      if (done === undefined) return
      toast.show({ icon: 'pencil', text: t('registers.toast.corrected', { number }) })
      onClose()
    })
  }
  const choose = (next: Correctable): void => {
    setColumn(next)
    setValue(registeredValue(letter.content, next))
  }
  return (
    <SheetDialog
      isOpen
      title={t('registers.correct.title', { number })}
      description={t('registers.correct.explain')}
      onClose={onClose}
      onConfirm={confirm}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="primary"
            keyHint="Ctrl Enter"
            disabled={!isChanged || reason.trim() === ''}
            onClick={confirm}
          >
            {t('registers.correct.confirm')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <label htmlFor="correct-column">{t('registers.correct.column')}</label>
        <select
          id="correct-column"
          className={classes.select}
          value={column}
          onChange={(event) => choose(event.currentTarget.value as Correctable)}
        >
          {correctable.map((one) => (
            <option key={one} value={one}>
              {t(`registers.correct.columns.${one}`)}
            </option>
          ))}
        </select>
        {column === 'issuedOn' ? (
          <DateField
            label={t('registers.correct.value')}
            value={value === '' ? null : value}
            onChange={(date) => setValue(date ?? '')}
          />
        ) : (
          <>
            <label htmlFor="correct-value">{t('registers.correct.value')}</label>
            {column === 'subject' ? (
              <TextArea
                id="correct-value"
                value={value}
                onChange={(event) => setValue(event.currentTarget.value)}
              />
            ) : (
              <TextField
                id="correct-value"
                value={value}
                onChange={(event) => setValue(event.currentTarget.value)}
              />
            )}
          </>
        )}
        <label htmlFor="correct-reason">{t('registers.correct.reason')}</label>
        <TextField
          id="correct-reason"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </SheetDialog>
  )
}
