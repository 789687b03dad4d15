import { useState } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import type { FormerImport } from '#shared/domain/registers/former/former-import.ts'
import { Button } from '../../../ui/button.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAct } from '../../../workplace/use-act.ts'

interface WithdrawImportProps {
  readonly row: FormerImport
  readonly onClose: () => void
}

/** Takes a whole import back: all its lines and files, as one act with a reason. */
export function WithdrawImport({ row, onClose }: WithdrawImportProps) {
  const t = useT()
  const act = useAct()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const isReady = reason.trim() !== ''
  const confirm = (): void => {
    if (!isReady) return
    void act({ kind: 'former-import', id: row.id }, 'former-import.withdraw', { reason }).then((done) => {
      if (done === undefined) return
      toast.show({ icon: 'arrow-back-up', text: t('former.toast.withdrawn', { name: row.name }) })
      onClose()
    })
  }
  return (
    <SheetDialog
      isOpen
      title={t('former.withdraw.title', { name: row.name })}
      description={t('former.withdraw.explain')}
      onClose={onClose}
      onConfirm={confirm}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" keyHint="Ctrl Enter" disabled={!isReady} onClick={confirm}>
            {t('former.withdraw.confirm')}
          </Button>
        </>
      }
    >
      <label htmlFor="withdraw-reason">{t('former.withdraw.reason')}</label>
      <TextArea
        id="withdraw-reason"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </SheetDialog>
  )
}
