import { useState } from 'react'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { BookRow } from '../../../projections/books.ts'
import { Button } from '../../../ui/button.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAct } from '../../../workplace/use-act.ts'

/** Takes the next number out of use; the reason stays in the book (product R1). */
export function VoidNumber({ book, onClose }: { readonly book: BookRow; readonly onClose: () => void }) {
  const t = useT()
  const formats = useFormats()
  const act = useAct()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const number = formats.number(book.last + 1)
  const confirm = (): void => {
    if (reason.trim() === '') return
    void act({ kind: 'book', id: book.id }, 'book.voidNumber', { reason }).then((done) => {
      if (done === undefined) return
      toast.show({ icon: 'book-2', text: t('registers.toast.voided', { number }) })
      onClose()
    })
  }
  return (
    <SheetDialog
      isOpen
      title={t('registers.void.title', { number })}
      description={t('registers.void.explain')}
      onClose={onClose}
      onConfirm={confirm}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" keyHint="Ctrl Enter" disabled={reason.trim() === ''} onClick={confirm}>
            {t('registers.void.confirm')}
          </Button>
        </>
      }
    >
      <label htmlFor="void-reason">{t('registers.void.reason')}</label>
      <TextArea
        id="void-reason"
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </SheetDialog>
  )
}
